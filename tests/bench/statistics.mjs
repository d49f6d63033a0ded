/** The middle of the numbers; of two middles, half way. NaN for none. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** The number that the given share of the numbers does not exceed, between two of them in proportion. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low + (high - low) * (at - Math.floor(at));
}

/** What is reported of a task that was timed several times, in milliseconds. */
export function timesOf(numbers) {
  return { median: median(numbers), p95: quantile(numbers, 0.95), runs: numbers.length };
}

/**
 * How cost grows with the number of files once the start-up is taken off: 1 where twice the files cost twice as much. NaN where the
 * start-up is all there is.
 */
export function growthExponent(small, large, startUp) {
  return Math.log((large.cost - startUp) / (small.cost - startUp)) / Math.log(large.files / small.files);
}
