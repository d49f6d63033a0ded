/**
 * How many letters must be added, left out, replaced or swapped with their neighbor to turn `a` into `b` (optimal string
 * alignment: nothing is edited twice); `limit + 1` as soon as it is certain to be more than `limit`. Takes time in
 * proportion to the length times the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let beforeLast = new Array<number>(b.length + 1).fill(tooFar);
  let last = Array.from(beforeLast, (_, column) => Math.min(column, tooFar));
  let current = new Array<number>(b.length + 1).fill(tooFar);
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    current[from - 1] = from === 1 ? Math.min(row, tooFar) : tooFar;
    let best = current[from - 1] ?? tooFar;
    for (let column = from; column <= to; column++) {
      const cost = stepCost(a, b, row, column, { current, last, beforeLast }, tooFar);
      current[column] = cost;
      best = Math.min(best, cost);
    }
    if (to < b.length) current[to + 1] = tooFar;
    if (best > limit) return tooFar;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] ?? tooFar, tooFar);
}

interface Rows {
  readonly current: readonly number[];
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function stepCost(a: string, b: string, row: number, column: number, rows: Rows, tooFar: number): number {
  const letter = a.charCodeAt(row - 1);
  const other = b.charCodeAt(column - 1);
  const replaced = (rows.last[column - 1] ?? tooFar) + (letter === other ? 0 : 1);
  const leftOut = (rows.last[column] ?? tooFar) + 1;
  const added = (rows.current[column - 1] ?? tooFar) + 1;
  const best = Math.min(replaced, leftOut, added, tooFar);
  const isSwap = row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other;
  return isSwap ? Math.min(best, (rows.beforeLast[column - 2] ?? tooFar) + 1) : best;
}
