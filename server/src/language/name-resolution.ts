import { isPronounWithVerb } from '../knowledge/pronouns.js';
import { blockNames, pronounNames } from './reserved-names.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from './declarations.js';
import { normalizeName, wordsOf } from './names.js';
import { recordOf, type Vocabulary } from './vocabulary.js';

/** What a template adds to the names in reach: its own fields. */
export interface TemplateFields {
  readonly byName: ReadonlyMap<string, FieldDeclaration>;
  readonly byOtherName: ReadonlyMap<string, FieldDeclaration>;
}

/** All names that a file's head and placeholders can mean. */
export interface Schema {
  readonly vocabulary: Vocabulary;
  readonly template?: TemplateFields;
}

/** What a written name means. */
export type NameTarget =
  | { readonly kind: 'template field'; readonly field: FieldDeclaration }
  | { readonly kind: 'letter field'; readonly field: FieldDeclaration }
  /** A record's field; `recordWords` of the written words name the record, none of them the field when the record stands alone. */
  | {
      readonly kind: 'record field';
      readonly record: RecordDeclaration;
      readonly field: FieldDeclaration;
      readonly recordWords: number;
      readonly alone: boolean;
    }
  | { readonly kind: 'pronoun'; readonly word: string }
  | { readonly kind: 'block'; readonly block: string };

/**
 * The one place where a written name is given its meaning: a field that the template declares, then a fact of the letter, then record and
 * field (the longest record name wins), then other names, then a pronoun with a verb of the writer's. A record's name alone stands for its first declared field.
 */
export function resolveName(schema: Schema, written: string): NameTarget | undefined {
  const norm = normalizeName(written);
  if (norm.length > longestRemembered) return findTarget(schema, norm);
  const memo = memoOf(schema);
  if (memo.has(norm)) return memo.get(norm);
  const target = findTarget(schema, norm);
  memo.set(norm, target);
  return target;
}

/** Longer than any name; what is longer is prose in brackets, which need not be kept. */
const longestRemembered = 100;

const memos = new WeakMap<Schema, Map<string, NameTarget | undefined>>();

function memoOf(schema: Schema): Map<string, NameTarget | undefined> {
  let memo = memos.get(schema);
  if (!memo) memos.set(schema, (memo = new Map<string, NameTarget | undefined>()));
  return memo;
}

function findTarget(schema: Schema, norm: string): NameTarget | undefined {
  if (blockNames.has(norm)) return { kind: 'block', block: norm };
  if (pronounNames.has(norm)) return { kind: 'pronoun', word: norm };
  const { vocabulary, template } = schema;
  const own = template?.byName.get(norm);
  if (own) return { kind: 'template field', field: own };
  const fact = vocabulary.letter.byName.get(norm);
  if (fact) return { kind: 'letter field', field: fact };
  const words = norm.split(' ');
  const exact = findRecordField(
    words,
    (name) => vocabulary.byName.get(name),
    (record, name) => record.byName.get(name),
  );
  if (exact) return exact;
  const otherOwn = template?.byOtherName.get(norm);
  if (otherOwn) return { kind: 'template field', field: otherOwn };
  const otherFact = vocabulary.letter.byOtherName.get(norm) ?? letterByFullName(vocabulary, words);
  if (otherFact) return { kind: 'letter field', field: otherFact };
  return (
    findRecordField(words, (name) => recordOf(vocabulary, name), fieldOf) ??
    (isPronounWithVerb(norm) ? { kind: 'pronoun', word: norm } : undefined)
  );
}

/** `letter date` is `date`. */
function letterByFullName(vocabulary: Vocabulary, words: readonly string[]): FieldDeclaration | undefined {
  return words[0] === 'letter' ? fieldOf(vocabulary.letter, words.slice(1).join(' ')) : undefined;
}

/** Words in the longest record name that is looked for in a written name; more would make a long one take quadratic time. */
const longestRecordName = 12;

function findRecordField(
  words: readonly string[],
  findRecord: (norm: string) => RecordDeclaration | undefined,
  findField: (record: RecordDeclaration, norm: string) => FieldDeclaration | undefined,
): NameTarget | undefined {
  const whole = findRecord(words.join(' '));
  const first = whole?.fields[0];
  if (whole && first)
    return { kind: 'record field', record: whole, field: first, recordWords: words.length, alone: true };
  for (let count = Math.min(words.length - 1, longestRecordName); count > 0; count--) {
    const record = findRecord(words.slice(0, count).join(' '));
    const field = record && findField(record, words.slice(count).join(' '));
    if (field) return { kind: 'record field', record, field, recordWords: count, alone: false };
  }
  return undefined;
}

/** A part of a written name and what it names: `[insurance payer]` names a record and a field. Offsets within the written name. */
export interface NamePart {
  readonly start: number;
  readonly end: number;
  readonly declaration: FieldDeclaration | RecordDeclaration;
}

/** Which part of a written name is which: read by definition, references, rename and hover. */
export function partsOfName(written: string, target: NameTarget): NamePart[] {
  const words = wordsOf(written);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  if (target.kind === 'template field' || target.kind === 'letter field') {
    return [{ start: first.start, end: last.end, declaration: target.field }];
  }
  if (target.kind !== 'record field') return [];
  const recordEnd = words[target.recordWords - 1] ?? last;
  const record = { start: first.start, end: recordEnd.end, declaration: target.record };
  const fieldStart = words[target.recordWords];
  return fieldStart ? [record, { start: fieldStart.start, end: last.end, declaration: target.field }] : [record];
}

/** Every name that could have been meant, for suggestions: as it would be written in a bracket. */
export function allNames(schema: Schema): string[] {
  const { vocabulary, template } = schema;
  return [
    ...(template ? [...template.byName.values()].map((field) => field.name) : []),
    ...vocabulary.letter.fields.map((field) => field.name),
    ...vocabulary.records.flatMap((record) => [
      record.name,
      ...record.fields.slice(1).map((field) => `${record.name} ${field.name}`),
    ]),
  ];
}

/** Every field in reach: the template's own, facts of the letter, then those of records, which are named with them. */
export function allFields({ vocabulary, template }: Schema): {
  readonly field: FieldDeclaration;
  readonly record?: RecordDeclaration;
}[] {
  return [
    ...[...(template?.byName.values() ?? []), ...vocabulary.letter.fields].map((field) => ({ field })),
    ...vocabulary.records.flatMap((record) => record.fields.map((field) => ({ field, record }))),
  ];
}

/** How a field is written in a bracket: `patient name`, `date`, `body parts`. */
export function placeholderOf(field: FieldDeclaration): string {
  return field.record === undefined || field.record === 'letter' ? field.name : `${field.record} ${field.name}`;
}
