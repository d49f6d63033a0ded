import { entryOf, indexOfLine } from '../analysis/head-entries.js';
import { recordNamed } from '../analysis/meant-names.js';
import type { Fix } from '../lint/rule.js';
import {
  type FactValue,
  type FieldDeclaration,
  fieldOf,
  type HeadEntry,
  type HeadLine,
  lineAt,
  lineEndOf,
  linesOf,
  readValue,
  type RecordDeclaration,
  type Schema,
  splitValues,
  valueText,
  type Word,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, removeLines } from './head-edits.js';

/** The record that may be given again and has the name of another one with one of its lines: `reason` beneath `denial` is a `denial reason`. */
export function recordOfLine(
  label: string,
  { name }: RecordDeclaration,
  schema: Schema,
): RecordDeclaration | undefined {
  const named = recordNamed(schema, `${name} ${label}`);
  return named?.many ? named : undefined;
}

/**
 * Writes each value of such a line as a record of its own. Where another record gives as many values under a name that the new one has for
 * a field (an appeal's rebuttals, of which each answers a reason), these go along, one beneath each.
 */
export function ownRecordFix(label: Word, target: RecordDeclaration, subject: FileSubject): Fix | undefined {
  const { file } = subject;
  const entry = entryOf(file, label);
  const lines = entry && linesFrom(entry, label);
  const [first, last] = [lines?.[0], lines?.at(-1)];
  if (!entry || !lines || !first || !last) return undefined;
  const values = valuesIn(lines, label).filter(({ given }) => given);
  if (values.length === 0) return undefined;
  const beside = besideThem(target, values.length, subject);
  const end = lineEndOf(file);
  const records = values.map(
    (value, index) =>
      `${end}${target.name}: ${valueText(value, ' ')}${beside ? `${end}  ${beside.field.name}: ${valueText(beside.values[index] ?? value, ' ')}` : ''}`,
  );
  const text = records.join('');
  const start = lineAt(linesOf(entry.piece), first.whole.start).start;
  const edits =
    last === entry.lines.at(-1)
      ? [{ where: { piece: entry.piece, start, end: last.whole.end }, text }]
      : [removeLines(first.whole, last.whole), { where: endOfEntry(entry), text: end + text }];
  return { title: `Write each as "${target.name}"`, edits: [...edits, ...(beside ? [beside.removed] : [])] };
}

/** A line and those that continue its value. */
function linesFrom(entry: HeadEntry, label: Word): HeadLine[] {
  const index = indexOfLine(entry, label);
  const [first, ...others] = index < 0 ? [] : entry.lines.slice(index);
  if (!first) return [];
  const next = others.findIndex((line) => line.indent <= first.indent);
  return [first, ...(next < 0 ? others : others.slice(0, next))];
}

function valuesIn([first, ...more]: readonly HeadLine[], label: Word): FactValue[] {
  const lines = more.map((line) => line.whole);
  return splitValues(readValue(first?.value, lines, label.piece, label));
}

interface Beside {
  readonly field: FieldDeclaration;
  readonly values: readonly FactValue[];
  readonly removed: Fix['edits'][number];
}

function besideThem(target: RecordDeclaration, count: number, { file, head }: FileSubject): Beside | undefined {
  for (const record of head?.records ?? []) {
    if (!record.declaration || record.declaration.many) continue;
    for (const { name, declaration, values } of record.fields) {
      const field = declaration && fieldOf(target, declaration.norm);
      const entry = entryOf(file, name);
      if (!field || !entry || field === target.fields[0] || values.length !== count) continue;
      const lines = linesFrom(entry, name);
      const [first, last] = [lines[0], lines.at(-1)];
      if (!first || !last || values.some(({ given }) => !given)) continue;
      const isAll = lines.length === entry.lines.length;
      return { field, values, removed: removeLines(isAll ? entry.whole : first.whole, last.whole) };
    }
  }
  return undefined;
}
