import {
  type FactRecord,
  type FieldDeclaration,
  fieldOf,
  type HeadEntry,
  lineNumberAt,
  linesOf,
} from '../letter/source.js';
import { normalizeName, type RecordDeclaration, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';

/** The value that a line of the head gives or continues. */
export interface OpenValue {
  readonly entry: HeadEntry;
  readonly field: FieldDeclaration;
  /** The record whose field it is; undefined for a fact of the letter. */
  readonly record?: RecordDeclaration;
  /** Columns at which a line that continues the value stands. */
  readonly indent: number;
}

/** The value that a line would continue if it stood behind these lines of the entry, indented; undefined beneath a name that nobody declares. */
export function openValueOf(entry: HeadEntry, subject: FileSubject, lines = entry.lines): OpenValue | undefined {
  const fact = declaredFacts(subject).get(entry.label);
  if (fact) return { entry, field: fact, indent: lines.at(-1)?.indent ?? 2 };
  const record = declaredRecords(subject).get(entry.label)?.declaration;
  if (!record) return undefined;
  const margin = entry.lines.find((line) => line.label && fieldOf(record, normalizeName(line.label.text)))?.indent;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line?.label) continue;
    const field = line.kind === 'field' ? fieldOf(record, normalizeName(line.label.text)) : undefined;
    const continued = lines[index + 1]?.indent;
    if (field) return { entry, field, record, indent: continued ?? line.indent + 2 };
    // A name that nobody declares: what stands beneath it is its own.
    if (line.hasColon && line.indent <= (margin ?? line.indent)) return undefined;
  }
  const [first] = record.fields;
  if (!entry.hasColon || !first) return undefined;
  return { entry, field: first, record, indent: lines.at(-1)?.indent ?? (margin ?? 2) + 2 };
}

/** The value on whose line, or on a line of which, the offset (in the file) stands, behind the colon of its name. */
export function openValueAt(offset: number, subject: FileSubject): OpenValue | undefined {
  const { file } = subject;
  const entry = file.entries.findLast(({ piece }) => piece.start <= offset);
  if (!entry) return undefined;
  const at = offset - entry.piece.start;
  const lines = linesOf(entry.piece);
  const number = lineNumberAt(lines, at);
  const isAbove = ({ start }: Word) => lineNumberAt(lines, start) <= number;
  const beneath = entry.lines.filter(({ whole }) => isAbove(whole));
  const last = beneath.at(-1);
  const own = last ?? entry;
  if (lineNumberAt(lines, own.whole.start) !== number) return undefined;
  const colon = own.hasColon && own.label ? entry.piece.text.indexOf(':', own.label.end) : -1;
  const value = openValueOf(entry, subject, beneath);
  // A line that continues a value may have a colon too.
  const isNamed =
    own === entry || (last?.label && value?.record && fieldOf(value.record, normalizeName(last.label.text)));
  return isNamed && (colon < 0 || at <= colon) ? undefined : value;
}

const declaredFacts = remember(
  ({ head }: FileSubject): ReadonlyMap<Word | undefined, FieldDeclaration> =>
    new Map(head?.facts.flatMap(({ name, declaration }) => (declaration ? [[name, declaration] as const] : [])) ?? []),
);

const declaredRecords = remember(
  ({ records }: FileSubject): ReadonlyMap<Word | undefined, FactRecord> =>
    new Map(records.map(({ record }) => [record.name, record])),
);
