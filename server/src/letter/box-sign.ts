/** The sign that prints for a box, in formats that have no box of their own. */
export function boxSign(checked: boolean): string {
  return checked ? '\u2612' : '\u2610';
}
