import { type FieldDeclaration, lineEndOf, type SourceFile } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { placeAt } from './head-edits.js';
import { blankLine, insertMissing } from './insert-missing.js';
import { missingFacts } from '../analysis/missing-facts.js';
import type { Fix } from '../lint/rule.js';

/** Puts the day (as it is to be written) in place of what to write, where edits add a line for the letter's date. */
export function withToday<E extends { readonly text: string }>(
  edits: readonly E[],
  subject: FileSubject,
  today: string,
): readonly E[] {
  const field = dateField(subject);
  if (!field) return edits;
  const blank = blankLine(field);
  const lineEnd = lineEndOf(subject.file);
  return edits.map((edit) => ({
    ...edit,
    text: edit.text
      .split(lineEnd)
      .map((line) => (line === blank ? `${field.name}: ${today}` : line))
      .join(lineEnd),
  }));
}

/** Writes the letter's date, where that is missing: on the line that is there for it, else on a new one. */
export function todayFix(subject: FileSubject, today: string): Fix | undefined {
  const field = dateField(subject);
  const missing = missingFacts(subject).find((fact) => fact.field === field);
  if (!field || !missing) return undefined;
  const title = `Write today's date, ${today}`;
  const added = insertMissing([missing], subject);
  if (added) return { title, edits: withToday(added.edits, subject, today), asks: true };
  const line = subject.head?.facts.find(({ declaration }) => declaration === field);
  if (!line) return undefined;
  const blank = line.values[0]?.where;
  // Without any value its place is that of the name.
  if (blank && blank.start > line.name.start) return { title, edits: [{ where: blank, text: today }], asks: true };
  const { piece, end } = line.name;
  const colon = /^[ \t]*:?[ \t]*/.exec(piece.text.slice(end, end + 50))?.[0].length ?? 0;
  return { title, edits: [{ where: { ...placeAt(piece, end), end: end + colon }, text: `: ${today}` }], asks: true };
}

/** Where the letter's date is asked for: the line for it, where there is one that says nothing yet. */
export function blankDateLine({ head, schema, file }: FileSubject): SourceFile['firstLine'] | undefined {
  const field = dateField({ schema });
  if (file.kind !== 'case' || !field) return undefined;
  const line = head?.facts.find(({ declaration }) => declaration === field);
  return line?.values.some((value) => value.given) === false ? line.name : undefined;
}

function dateField({ schema }: Pick<FileSubject, 'schema'>): FieldDeclaration | undefined {
  return schema.vocabulary.letter.byName.get('date');
}
