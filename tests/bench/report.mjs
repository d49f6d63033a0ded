/** What was measured, as Markdown. `measured` is what bench.mjs writes with --json. */
export function reportOf(measured) {
  const { date, machine, cold, warm, many, growth, found, exported, editor, bases, policies, preview, linters } =
    measured;
  return [
    `# Speed, ${date}`,
    '',
    `${machine.cores} cores, ${machine.model}, ${machine.memory} GiB, ${machine.platform}, Node ${machine.node}. Load when it began: ${machine.load}.`,
    ...(cold ? coldPart(cold) : []),
    ...(warm ? warmPart(warm) : []),
    ...(exported ? exportPart(exported) : []),
    ...(many ? manyPart(many, growth, found) : []),
    ...(editor ? editorPart(editor) : []),
    ...(bases ? basesPart(bases) : []),
    ...(policies ? policiesPart(policies) : []),
    ...(preview ? previewPart(preview) : []),
    ...(linters ? lintersPart(linters) : []),
    '',
  ].join('\n');
}

function coldPart(cold) {
  const floor = cold[0];
  const rows = cold.map(({ name, median, p95, runs }) => [
    name,
    fixed(median, 0),
    fixed(p95, 0),
    times(median, floor.median),
    runs,
  ]);
  return [
    '',
    '## One letter of 3 kB, a process of its own',
    '',
    ...table(['', 'ms, median', 'p95', '× node', 'runs'], rows),
  ];
}

function warmPart({ rules, results, shares }) {
  return [...results.flatMap((size) => sizePart(size, rules)), ...sharesPart(shares)];
}

function sizePart({ bytes, tasks }, rules) {
  const rows = Object.entries(tasks).map(([name, { median, p95, runs }]) => [
    name,
    fixed(median, 3),
    fixed(p95, 3),
    times(median, tasks['marked on its text'].median),
    runs,
  ]);
  return [
    '',
    `## One letter of ${sizeOf(bytes)}, in a warm process, ${rules} rules`,
    '',
    ...table(['', 'ms, median', 'p95', '× marked', 'runs'], rows),
  ];
}

/** Each rule's share of the checks, the largest first; those below a hundredth of all in one row. */
function sharesPart(shares) {
  const rules = Object.entries(shares)
    .map(([id, { fresh, word }]) => ({ id, fresh: 1000 * fresh.median, word: 1000 * word.median }))
    .sort((a, b) => b.fresh - a.fresh);
  const sum = (some, what) => some.reduce((total, rule) => total + rule[what], 0);
  const all = { id: 'all', fresh: sum(rules, 'fresh'), word: sum(rules, 'word') };
  const large = rules.filter(({ fresh, word }) => fresh >= all.fresh / 100 || word >= all.word / 100);
  const small = rules.filter((rule) => !large.includes(rule));
  const rest = { id: `${small.length} others`, fresh: sum(small, 'fresh'), word: sum(small, 'word') };
  return [
    '',
    '## Each rule on a letter of 3 kB, µs',
    '',
    'What several rules read of a letter is counted with the first of them.',
    '',
    ...table(
      ['rule', 'nothing remembered', 'after a word of prose'],
      [...large, rest, all].map(({ id, fresh, word }) => [id, fixed(fresh, 0), fixed(word, 0)]),
    ),
  ];
}

function exportPart(exported) {
  const [, floor] = exported;
  const rows = exported.map(({ name, median, p95, runs, bytes, pages }) => [
    name,
    fixed(median, 0),
    fixed(p95, 0),
    times(median, floor.median),
    bytes === undefined ? '' : fixed(bytes / 1000, 0),
    pages ?? '',
    runs,
  ]);
  return [
    '',
    '## A letter of three pages as a file, a process of its own',
    '',
    ...table(['', 'ms, median', 'p95', '× pdfkit', 'kB', 'pages', 'runs'], rows),
  ];
}

function manyPart(many, growth, found) {
  const rows = many.flatMap(({ files, rows }) => {
    const [read, marked] = rows;
    return rows.map(({ name, wall, cpu, memory, runs }) => [
      files,
      name,
      fixed(wall, 2),
      fixed(cpu, 2),
      fixed(memory, 0),
      fixed(files / wall, 0),
      times(wall, read.wall),
      times(wall, marked.wall),
      runs,
    ]);
  });
  const rules = Object.entries(found.byRule).sort(([, a], [, b]) => b - a);
  return [
    '',
    '## Many letters of 3 kB, one process',
    '',
    ...table(['files', '', 'wall s', 'CPU s', 'memory MiB', 'files/s', '× reading', '× marked', 'runs'], rows),
    '',
    `Growth between the two largest, start-up taken off: wall ${exponent(growth.wall)}, CPU ${exponent(growth.cpu)}; memory ${fixed(growth.memoryRatio, 2)} times.`,
    '',
    `Of ${many.at(-1).files} files ${found.files} have findings: ${rules.map(([rule, count]) => `${rule} ${count}`).join(', ')}.`,
  ];
}

function previewPart(preview) {
  let floor;
  const rows = preview.map(({ name, files, bytes, edits, paper, work, nodes }) => {
    if (name === 'echo') floor = paper;
    return [
      `${files} × ${sizeOf(bytes)}`,
      name,
      ...[paper.p50, paper.p95].map((ms) => fixed(ms, 1)),
      ...[times(paper.p50, floor.p50), times(paper.p95, floor.p95)],
      ...[work.p50, work.p95].map((ms) => fixed(ms, 1)),
      fixed(nodes.p50, 0),
      edits,
    ];
  });
  const ratios = ['p50 × echo', 'p95 × echo'];
  const head = [
    'files × document',
    '',
    'paper p50',
    'p95',
    ...ratios,
    'work in the page p50',
    'p95',
    'nodes changed',
    'edits',
  ];
  return ['', '## The preview in VS Code: ms from a key to the paper', '', ...table(head, rows)];
}

function editorPart(editor) {
  const rows = editor.flatMap(({ files, bytes, servers }) =>
    servers.map(({ name, diagnostics, completion, firstDiagnostics, memory }) => [
      `${files} × ${sizeOf(bytes)}`,
      name,
      ...[diagnostics.p50, diagnostics.p95, diagnostics.p99].map((ms) => fixed(ms, 2)),
      times(diagnostics.p50, servers[0].diagnostics.p50),
      ...[completion.p50, completion.p95, completion.p99].map((ms) => fixed(ms, 2)),
      fixed(firstDiagnostics, 0),
      fixed(memory, 0),
      diagnostics.runs,
    ]),
  );
  const head = [
    'files × document',
    '',
    'diagnostics p50',
    'p95',
    'p99',
    '× floor',
    'completion p50',
    'p95',
    'p99',
    'first',
    'MiB',
    'edits',
  ];
  return ['', '## The language server: ms from a keystroke', '', ...table(head, rows)];
}

function lintersPart(linters) {
  const sizes = linters[0].sizes.map(({ files }) => files);
  const ours = linters.find(({ name }) => name === 'lmn lint');
  const head = [
    '',
    ...sizes.flatMap((files) => [`${files}: wall s`, 'CPU s', 'MiB']),
    'wall, lmn’s ×',
    'growth, wall',
    'CPU',
  ];
  const rows = linters.map(({ name, sizes: measured, growth }) => [
    name,
    ...measured.flatMap(({ wall, cpu, memory }) => [fixed(wall, 2), fixed(cpu, 2), fixed(memory, 0)]),
    times(ours.sizes.at(-1).wall, measured.at(-1).wall),
    exponent(growth.wall),
    exponent(growth.cpu),
  ]);
  return ['', '## Linters over the same letters', '', ...table(head, rows)];
}

function basesPart(bases) {
  const rows = bases.map(({ name, diagnostics: { p50, p95, p99, runs } }) => [
    name,
    ...[p50, p95, p99].map((ms) => fixed(ms, 2)),
    times(p50, bases[0].diagnostics.p50),
    runs,
  ]);
  const head = ['what is typed in', 'p50', 'p95', 'p99', '× the first', 'edits'];
  return ['', '## Templates upon a template: ms from a keystroke to the diagnostics', '', ...table(head, rows)];
}

function policiesPart({ floor, tasks }) {
  const rows = Object.entries(tasks).map(([name, { median, p95, runs }]) => [
    name,
    fixed(median, 3),
    fixed(p95, 3),
    times(median, floor.median),
    runs,
  ]);
  return [
    '',
    '## One letter against many policies of its payer',
    '',
    ...table(['', 'ms, median', 'p95', '× marked', 'runs'], rows),
  ];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}

function fixed(number, digits) {
  return Number.isFinite(number) ? number.toFixed(digits) : 'n/a';
}

function times(number, floor) {
  return fixed(number / floor, number / floor < 10 ? 2 : 0);
}

function exponent(number) {
  return Number.isFinite(number) ? `n^${number.toFixed(2)}` : 'n/a';
}

function sizeOf(bytes) {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} kB`;
}
