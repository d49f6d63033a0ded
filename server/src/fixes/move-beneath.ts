import { lineEndOf, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, indentOf, ownLines, placeAt, removeLines } from './head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import type { MeantField } from '../analysis/meant-fields.js';
import type { Fix } from '../lint/rule.js';

/** Writes `patient phone: …` at the margin as a field beneath its record: the one that is there, else a new one in its place. */
export function beneathRecordFix(
  name: Word,
  { record, field }: Required<MeantField>,
  { file, head }: FileSubject,
): Fix | undefined {
  const entry = entryOf(file, name);
  if (!entry) return undefined;
  const title = `Write it beneath "${record.name}"`;
  const given = record.many ? undefined : head?.records.find((one) => one.declaration === record);
  const owner = given && entryOf(file, given.name);
  const [first, ...more] = ownLines(entry);
  if (!owner || !first) {
    // What continues the value goes along: it must stay deeper than its field.
    const deeper = more.map(({ start }) => ({ where: placeAt(entry.piece, start), text: '  ' }));
    return { title, edits: [{ where: name, text: `${record.name}${lineEndOf(file)}  ${field.name}` }, ...deeper] };
  }
  const { text } = entry.piece;
  const lines = [field.name + text.slice(name.end, first.end), ...more.map(({ start, end }) => text.slice(start, end))];
  const moved = lines.map((line) => lineEndOf(file) + indentOf(owner) + line).join('');
  const last = entry.lines.at(-1)?.whole ?? entry.whole;
  return { title, edits: [{ where: endOfEntry(owner), text: moved }, removeLines(entry.whole, last)] };
}
