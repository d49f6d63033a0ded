/** Lines of prose that are no headings and hold more than space, below the first `---`. Offsets in the text. */
export function proseRanges(text: string): { start: number; end: number }[] {
  const body = /^---$/m.exec(text)?.index ?? text.length;
  return [...text.slice(body).matchAll(/^(?!##|---|\s*\/\/)[^\n]*\S[^\n]*$/gm)].map((line) => ({
    start: body + line.index,
    end: body + line.index + line[0].length,
  }));
}

/** True where `[` stands before an offset on its line, without a `]` between. */
export function isBracketed(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.lastIndexOf('[') > line.lastIndexOf(']');
}
