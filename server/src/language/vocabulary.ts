import { type FieldDeclaration, type RecordDeclaration, readFieldDeclaration, readTerms } from './declarations.js';
import { normalizeName, pluralsOf } from './names.js';
import type { HeadEntry, SourceFile, Word } from './source-file.js';

/** A record of the address book: `provider @whitfield` with the lines beneath it. */
export interface BookEntry {
  readonly record: RecordDeclaration;
  readonly key: Word;
  readonly entry: HeadEntry;
}

/** All that the vocabularies in reach declare, standard ones first; and what the practice knows. */
export interface Vocabulary {
  readonly records: readonly RecordDeclaration[];
  /** The facts of the letter itself: date, subject, urgency … */
  readonly letter: RecordDeclaration;
  /** Records by name, and by the plural of those that may repeat. */
  readonly byName: ReadonlyMap<string, RecordDeclaration>;
  readonly byOtherName: ReadonlyMap<string, RecordDeclaration>;
  /** The address book, by `bookKey`. */
  readonly book: ReadonlyMap<string, BookEntry>;
  /** Keys that are defined twice, the later definition. */
  readonly duplicateKeys: readonly { readonly first: BookEntry; readonly second: BookEntry }[];
}

/** How the address book is indexed: the record's name and the key, compared without case. */
export function bookKey(record: RecordDeclaration, key: string): string {
  return `${record.norm} @${key.toLowerCase()}`;
}

/** The record that a name means, its own name and plural first. */
export function recordOf(vocabulary: Vocabulary, norm: string): RecordDeclaration | undefined {
  return vocabulary.byName.get(norm) ?? vocabulary.byOtherName.get(norm);
}

interface OpenRecord {
  name: string;
  many: boolean;
  required: boolean;
  also: string[];
  help: string;
  source: Word;
  fields: FieldDeclaration[];
}

/** Merges vocabulary files; later ones add records, and fields to records that are there. The first declaration of a field stands. */
export function buildVocabulary(files: readonly SourceFile[]): Vocabulary {
  const open = new Map<string, OpenRecord>();
  for (const file of files) for (const entry of file.entries) if (entry.kind === 'record') declareRecord(open, entry);
  const records = [...open].filter(([norm]) => norm !== 'letter').map(([norm, record]) => closeRecord(norm, record));
  const letter = closeRecord('letter', open.get('letter') ?? emptyLetter(files));
  const byName = new Map<string, RecordDeclaration>();
  const byOtherName = new Map<string, RecordDeclaration>();
  for (const record of records) byName.set(record.norm, record);
  for (const record of records) {
    if (record.many) for (const plural of pluralsOf(record.norm)) addNew(byName, plural, record);
    for (const also of record.also) {
      addNew(byOtherName, normalizeName(also), record);
      if (record.many) for (const plural of pluralsOf(normalizeName(also))) addNew(byOtherName, plural, record);
    }
  }
  return { records, letter, byName, byOtherName, ...readBook(files, byName, byOtherName) };
}

function declareRecord(open: Map<string, OpenRecord>, entry: HeadEntry): void {
  const { label } = entry;
  if (!label) return;
  const norm = normalizeName(label.text);
  const terms = readTerms(entry.terms);
  let record = open.get(norm);
  if (!record)
    open.set(
      norm,
      (record = { name: label.text, many: false, required: false, also: [], help: '', source: label, fields: [] }),
    );
  record.many ||= terms.many;
  record.required ||= terms.required;
  for (const also of terms.also) record.also.push(also);
  record.help ||= entry.value?.text ?? '';
  for (const line of entry.lines) {
    if (line.kind === 'text') continue;
    const field = readFieldDeclaration(line, record.name);
    if (field) record.fields.push(field);
  }
}

function closeRecord(norm: string, record: OpenRecord): RecordDeclaration {
  const byName = new Map<string, FieldDeclaration>();
  const byOtherName = new Map<string, FieldDeclaration>();
  for (const field of record.fields) addNew(byName, field.norm, field);
  for (const field of byName.values()) for (const also of field.also) addNew(byOtherName, normalizeName(also), field);
  return { ...record, norm, fields: [...byName.values()], byName, byOtherName };
}

function addNew<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function emptyLetter(files: readonly SourceFile[]): OpenRecord {
  const source = files[0]?.firstLine ?? { piece: { uri: '', text: '', start: 0 }, start: 0, end: 0, text: '' };
  return { name: 'letter', many: false, required: false, also: [], help: '', source, fields: [] };
}

function readBook(
  files: readonly SourceFile[],
  byName: ReadonlyMap<string, RecordDeclaration>,
  byOtherName: ReadonlyMap<string, RecordDeclaration>,
): Pick<Vocabulary, 'book' | 'duplicateKeys'> {
  const book = new Map<string, BookEntry>();
  const duplicateKeys: { first: BookEntry; second: BookEntry }[] = [];
  for (const file of files) {
    for (const entry of file.entries) {
      if (entry.kind !== 'fact' || !entry.label || !entry.key) continue;
      const norm = normalizeName(entry.label.text);
      const record = byName.get(norm) ?? byOtherName.get(norm);
      if (!record) continue;
      const found: BookEntry = { record, key: entry.key, entry };
      const index = bookKey(record, entry.key.text);
      const first = book.get(index);
      if (first) duplicateKeys.push({ first, second: found });
      else book.set(index, found);
    }
  }
  return { book, duplicateKeys };
}
