/** What a column of a table asks for. */
export interface ColumnNeed {
  /** Of its longest word. */
  readonly least: number;
  /** Of its longest line, unbroken. */
  readonly most: number;
}

/**
 * The widths of a table's columns within what is available, in one unit for all, as browsers share them out (CSS 2.2, 17.5.2.2): what each asks for where
 * there is room for all; else what its longest word needs and a share of the rest; less where even the words do not fit.
 */
export function shareWidth(needs: readonly ColumnNeed[], available: number): number[] {
  const least = sum(needs.map((need) => need.least));
  const most = sum(needs.map((need) => need.most));
  if (most <= available) return needs.map((need) => need.most);
  if (least >= available) return narrowed(needs, available);
  const share = (available - least) / (most - least);
  return needs.map((need) => need.least + (need.most - need.least) * share);
}

/** Wide columns give way first: those beneath an equal share keep what they need. */
function narrowed(needs: readonly ColumnNeed[], available: number): number[] {
  const equal = available / needs.length;
  const small = needs.filter((need) => need.least <= equal);
  const rest = available - sum(small.map((need) => need.least));
  const large = sum(needs.filter((need) => need.least > equal).map((need) => need.least));
  return needs.map((need) => (need.least <= equal ? need.least : (need.least / large) * rest));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
