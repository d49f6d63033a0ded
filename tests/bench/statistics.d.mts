/** What is reported of a task that was timed several times, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}
export interface Cost {
  readonly files: number;
  readonly cost: number;
}
export function median(numbers: readonly number[]): number;
export function quantile(numbers: readonly number[], share: number): number;
export function timesOf(numbers: readonly number[]): Times;
/** How cost grows with the number of files once the start-up is taken off: 1 where twice the files cost twice as much. */
export function growthExponent(small: Cost, large: Cost, startUp: number): number;
