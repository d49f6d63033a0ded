/** A stretch of white space and the white space that takes its place. Offsets of UTF-16 code units in the file, the end not included. */
export interface SpaceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts `wanted` between two offsets, if nothing but white space stands there and it is not what is wanted already. */
export function setSpace(text: string, start: number, end: number, wanted: string): SpaceEdit[] {
  const found = text.slice(start, end);
  return found === wanted || found.trim() !== '' ? [] : [{ start, end, text: wanted }];
}

/** Applies edits that do not overlap, in the order of the text. */
export function applyEdits(text: string, edits: readonly SpaceEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
