/** A text without its markers, and what they marked: `<|>` is an offset, `<|` and `|>` enclose a range. */
export interface Marked {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function readMarked(marked: string): Marked {
  const offsets: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/(<\|>|<\||\|>)/)) {
    if (part === '<|>') offsets.push(text.length);
    else if (part === '<|') open.push(ranges.push({ start: text.length, end: text.length }) - 1);
    else if (part === '|>') {
      const range = ranges[open.pop() ?? -1];
      if (range) range.end = text.length;
    } else text += part;
  }
  return { text, offsets, ranges };
}
