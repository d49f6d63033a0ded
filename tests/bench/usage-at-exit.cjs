// Loaded before a program (node --require): when the program ends, writes what it has used into the file named by LMN_BENCH_USAGE.
const { readFileSync, writeFileSync } = process.getBuiltinModule('node:fs');
const { isMainThread } = process.getBuiltinModule('node:worker_threads');

const file = process.env.LMN_BENCH_USAGE;
if (isMainThread && file) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: peakMemory() }));
  });
}

/** The most memory that was in use at once, in MiB. Linux counts what the starting process had as the started one's, so there its own peak is read. */
function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(peak?.[1]) / 1024;
}
