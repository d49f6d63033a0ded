import { type DateStyle } from '../knowledge/dates.js';
import type { FieldDeclaration } from '../language/declarations.js';
import type { Word } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import type { FactValue } from '../language/values.js';
import { valueText } from '../language/values.js';
import type { Inline, TextRun } from './letter.js';

/** Words that the program computes: an age, a pronoun, an article, a label. */
export function derivedRun(text: string, source: Span, field?: FieldDeclaration): TextRun {
  return { kind: 'text', text, source, origin: 'derived', exact: false, ...(field && { field }) };
}

/** Words of a value as they stand in a head. */
export function valueRun(word: Word, field: FieldDeclaration): TextRun {
  return { kind: 'text', text: word.text, source: spanOf(word), origin: 'value', exact: true, field };
}

function spanOf({ piece, start, end }: Span): Span {
  return { piece, start, end };
}

/** The value as it prints on one line, in the letter's style for dates. */
export function printedText(value: FactValue, field: FieldDeclaration, dates: DateStyle): string {
  return field.type.print(oneLine(value, field), { dates });
}

function oneLine(value: FactValue, field: FieldDeclaration): string {
  return field.type.name === 'address' ? joinAddress(value) : valueText(value, ' ');
}

function joinAddress(value: FactValue): string {
  const lines = value.lines.map((line) => line.text).filter((line) => line !== '');
  return lines
    .map((line, index) => (lines[index - 1] === undefined ? '' : lines[index - 1]?.endsWith(',') ? ' ' : ', ') + line)
    .join('');
}

/**
 * A value as runs: with its line breaks where it stands alone on its line, elsewhere on one line, an address with commas. A value that its
 * type prints otherwise than written (a date) is one run that says so.
 */
export function valueRuns(value: FactValue, field: FieldDeclaration, dates: DateStyle, alone: boolean): Inline[] {
  const written = oneLine(value, field);
  const printed = field.type.print(written, { dates });
  if (printed !== written)
    return [{ kind: 'text', text: printed, source: spanOf(value.where), origin: 'value', exact: false, field }];
  const runs: Inline[] = [];
  let before: Word | undefined;
  for (const line of value.lines) {
    if (line.text === '' && !alone) continue;
    if (before && alone) runs.push({ kind: 'break', source: spanOf(line) });
    else if (before)
      runs.push(derivedRun(field.type.name === 'address' && !before.text.endsWith(',') ? ', ' : ' ', spanOf(line)));
    if (line.text !== '' || !before) runs.push(valueRun(line, field));
    before = line;
  }
  return runs;
}
