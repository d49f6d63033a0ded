/** Puts `items` at the end of `list`. Unlike `push(...items)` it takes any number: a call has room for some 100,000 arguments only. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
