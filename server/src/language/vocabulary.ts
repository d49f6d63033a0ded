import { type FieldDeclaration, type Likeness, type RecordDeclaration, readFieldDeclaration } from './declarations.js';
import { choiceType } from '../knowledge/types.js';
import { normalizeName, pluralsOf } from './names.js';
import type { HeadEntry, SourceFile, Word } from './source-file.js';
import { remember } from '../remember.js';
import { isShipped } from './shipped-text.js';
import { type FlagName, type NamedTerm, readTerms } from './terms.js';

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

/** The records that have a field by this declaration: the one that declares it, and those like it. */
export function recordsWith({ records, letter }: Vocabulary, { norm, source }: FieldDeclaration): RecordDeclaration[] {
  return [letter, ...records].filter((record) => record.byName.get(norm)?.source === source);
}

/** The record that a name means, its own name and plural first. */
export function recordOf(vocabulary: Vocabulary, norm: string): RecordDeclaration | undefined {
  return vocabulary.byName.get(norm) ?? vocabulary.byOtherName.get(norm);
}

interface OpenRecord {
  name: string;
  flags: Set<FlagName>;
  like: NamedTerm[];
  also: string[];
  help: string;
  /** The declaration that gives the help. */
  helpedBy: Word;
  source: Word;
  fields: FieldDeclaration[];
}

/**
 * Merges vocabulary files; later ones add records, and fields to records that are there. The first declaration of a field stands, but a workspace's own takes the
 * place of one that ships.
 */
export function buildVocabulary(files: readonly SourceFile[]): Vocabulary {
  const [only, ...others] = files;
  return only && others.length === 0 ? vocabularyAlone(only) : merge(files);
}

/** Most often it is the one that ships, which all workspaces of a window or of a run share. */
const vocabularyAlone = remember((file: SourceFile) => merge([file]));

/**
 * The same vocabulary where the kinds of letter are known: they are the choices of every fact of the type `kind`. The same object for the
 * same kinds.
 */
export function withKinds(vocabulary: Vocabulary, kinds: readonly string[]): Vocabulary {
  return kinds.length === 0 ? vocabulary : ofKinds(vocabulary)(kinds);
}

const ofKinds = remember((vocabulary: Vocabulary) => {
  const known = new Map<string, Vocabulary>();
  return (kinds: readonly string[]): Vocabulary => {
    const key = kinds.join(' ');
    const made = known.get(key) ?? { ...vocabulary, letter: letterOfKinds(vocabulary.letter, kinds) };
    known.set(key, made);
    return made;
  };
});

function letterOfKinds(letter: RecordDeclaration, kinds: readonly string[]): RecordDeclaration {
  const type = choiceType(kinds);
  const changed = new Map(
    letter.fields.flatMap((field) => (field.type.name === 'kind' ? [[field, { ...field, type }] as const] : [])),
  );
  const now = (field: FieldDeclaration): FieldDeclaration => changed.get(field) ?? field;
  const nowIn = (map: ReadonlyMap<string, FieldDeclaration>) =>
    new Map([...map].map(([norm, field]) => [norm, now(field)]));
  return {
    ...letter,
    fields: letter.fields.map(now),
    byName: nowIn(letter.byName),
    byOtherName: nowIn(letter.byOtherName),
  };
}

function merge(files: readonly SourceFile[]): Vocabulary {
  const open = new Map<string, OpenRecord>();
  for (const file of files) for (const entry of file.entries) if (entry.kind === 'record') declareRecord(open, entry);
  const records = [...open]
    .filter(([norm]) => norm !== 'letter')
    .map(([norm, record]) => closeRecord(norm, record, open));
  const letter = closeRecord('letter', open.get('letter') ?? emptyLetter(files), open);
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
  const terms = readTerms(entry.terms, 'record');
  let record = open.get(norm);
  if (!record) open.set(norm, (record = openRecord(label.text, label)));
  for (const flag of terms.flags) record.flags.add(flag);
  if (terms.like) record.like.push(terms.like);
  for (const also of terms.also) record.also.push(also);
  const help = entry.value?.text ?? '';
  if (record.help === '' || (help !== '' && ships(record.helpedBy) && !ships(label))) {
    record.help = help;
    record.helpedBy = label;
  }
  for (const field of fieldsBeneath(entry)(record.name)) declareField(record, field);
}

/** The fields that a declaration's lines declare, by the name of their record. Every change to any vocabulary asks all declarations again, most of which are as they were. */
const fieldsBeneath = remember((entry: HeadEntry) => {
  const known = new Map<string, readonly FieldDeclaration[]>();
  return (record: string): readonly FieldDeclaration[] => {
    const fields =
      known.get(record) ??
      entry.lines.flatMap((line) => (line.kind === 'text' ? [] : (readFieldDeclaration(line, record) ?? [])));
    known.set(record, fields);
    return fields;
  };
});

function declareField({ fields }: OpenRecord, field: FieldDeclaration): void {
  const at = ships(field.source) ? -1 : fields.findIndex((one) => one.norm === field.norm && ships(one.source));
  const shipped = fields[at];
  if (shipped) fields[at] = inPlaceOf(shipped, field);
  else fields.push(field);
}

/** What ships goes on to be found by all its names, and who the patient is stays masked: files that know only the shipped declaration rest on both. */
function inPlaceOf(shipped: FieldDeclaration, own: FieldDeclaration): FieldDeclaration {
  return {
    ...own,
    also: [...new Set([...own.also, ...shipped.also])],
    help: own.help === '' ? shipped.help : own.help,
    identifying: own.identifying || (shipped.identifying && !own.public),
    person: own.person || shipped.person,
    quoted: own.quoted || shipped.quoted,
  };
}

function ships({ piece }: Word): boolean {
  return isShipped(piece.uri);
}

function openRecord(name: string, source: Word): OpenRecord {
  return { name, flags: new Set(), like: [], also: [], help: '', helpedBy: source, source, fields: [] };
}

function closeRecord(norm: string, record: OpenRecord, open: ReadonlyMap<string, OpenRecord>): RecordDeclaration {
  const { name, also, help, source } = record;
  const { fields, flags } = withLikes(record, open, new Set());
  const byName = new Map<string, FieldDeclaration>();
  const byOtherName = new Map<string, FieldDeclaration>();
  for (const field of fields) addNew(byName, field.norm, ofRecord(field, name, flags));
  for (const field of byName.values()) for (const other of field.also) addNew(byOtherName, normalizeName(other), field);
  return {
    name,
    norm,
    many: record.flags.has('many'),
    required: record.flags.has('required'),
    also,
    help,
    source,
    like: record.like.map((written): Likeness => {
      const model = likeOf(open, written.norm);
      return { written, ...(model && { record: normalizeName(model.name) }) };
    }),
    fields: [...byName.values()],
    byName,
    byOtherName,
  };
}

/** What a record's fields share, and what they are, with those of the records that it is like: their order, but its own declarations. */
function withLikes(
  record: OpenRecord,
  open: ReadonlyMap<string, OpenRecord>,
  asked: Set<OpenRecord>,
): Pick<OpenRecord, 'fields' | 'flags'> {
  asked.add(record);
  const models = record.like.flatMap(({ norm }) => {
    const model = likeOf(open, norm);
    // A circle ends where it began; `unknown-word` reports it.
    return model && !asked.has(model) ? [withLikes(model, open, asked)] : [];
  });
  const own = new Map<string, FieldDeclaration>();
  for (const field of record.fields) addNew(own, field.norm, field);
  const fields = models.flatMap((model) => model.fields.map((field) => own.get(field.norm) ?? field));
  const flags = new Set([...record.flags, ...models.flatMap((model) => [...model.flags])]);
  return { fields: [...fields, ...record.fields], flags };
}

/** The record that `like NAME` means: by its own name first, then by another one. */
function likeOf(open: ReadonlyMap<string, OpenRecord>, norm: string): OpenRecord | undefined {
  const found =
    open.get(norm) ?? [...open.values()].find(({ also }) => also.some((one) => normalizeName(one) === norm));
  return found?.name.toLowerCase() === 'letter' ? undefined : found;
}

/** A field as it is in a record: what the record says of all its fields is said of each. */
function ofRecord(field: FieldDeclaration, record: string, flags: ReadonlySet<FlagName>): FieldDeclaration {
  const isDate = field.type.name === 'date' || field.type.name === 'when';
  return {
    ...field,
    record,
    identifying: field.identifying || (flags.has('identifying') && !field.public),
    quoted: field.quoted || flags.has('quoted'),
    public: field.public || (flags.has('public') && !isDate && !field.identifying),
  };
}

function addNew<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function emptyLetter(files: readonly SourceFile[]): OpenRecord {
  const source = files[0]?.firstLine ?? { piece: { uri: '', text: '', start: 0 }, start: 0, end: 0, text: '' };
  return openRecord('letter', source);
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
