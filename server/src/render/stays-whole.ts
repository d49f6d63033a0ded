import type { TextRun } from '../letter/letter.js';

/** What is longer may be broken: it would leave half a line empty. */
const longestWhole = 32;

/**
 * True for values that no line break should part: codes, numbers, dates and telephone numbers. A number that goes on in the next line is misread.
 */
export function staysWhole(run: TextRun): boolean {
  if (run.origin !== 'value' || !run.field || run.text.length > longestWhole) return false;
  const { name } = run.field.type;
  return name !== 'text' && name !== 'address' && name !== 'choices' && name !== 'pronouns';
}

/** The same for the words of a gap. */
export function gapStaysWhole(label: string): boolean {
  return label.length <= longestWhole;
}
