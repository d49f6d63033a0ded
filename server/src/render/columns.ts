/** Characters that fill two columns of a fixed-width font: East Asian wide ones (Unicode, UAX 11) and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks over other characters, and characters that are not seen. */
const narrow = /[\p{M}\p{Cf}]/u;

/** How many columns of a fixed-width font a text fills. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += narrow.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return columns;
}

/** Space after the text, or before it, up to a number of columns. */
export function padded(text: string, columns: number, side: 'left' | 'center' | 'right' | undefined): string {
  const space = Math.max(0, columns - columnsOf(text));
  const before = side === 'right' ? space : side === 'center' ? Math.floor(space / 2) : 0;
  return `${' '.repeat(before)}${text}${' '.repeat(space - before)}`;
}
