/**
 * Words of the user's, or a file's name, as a line of a terminal can show them: nothing in them moves the cursor, colors the screen or
 * begins a new line.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same, cut to what a message has room for. */
export function shown(text: string): string {
  return printable(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
