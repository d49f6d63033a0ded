import {
  type FieldDeclaration,
  normalizeName,
  type RecordDeclaration,
  type Schema,
  type Word,
} from '../letter/source.js';
import { remember } from '../remember.js';

type Vocabulary = Schema['vocabulary'];

/** One thing that a written name can mean. */
export interface Meaning {
  /** The name as it would be written in a bracket, as names are compared. */
  readonly written: string;
  readonly field: FieldDeclaration;
  /** The record's name; undefined for a fact of the letter. */
  readonly record?: string;
  /** The declaration to which the name is due. */
  readonly source: Word;
}

/** The names that could mean several fields, each with its meanings in the order of the declarations. */
export const meaningsOf = remember((vocabulary: Vocabulary): readonly (readonly Meaning[])[] => {
  const byName = new Map<string, Meaning[]>();
  for (const field of vocabulary.letter.fields) {
    for (const name of namesOf(field)) add(byName, { written: name, field, source: field.source });
  }
  for (const record of vocabulary.records) addRecord(byName, record, vocabulary);
  return [...byName.values()].filter((meanings) => meanings.length > 1);
});

function addRecord(byName: Map<string, Meaning[]>, record: RecordDeclaration, vocabulary: Vocabulary): void {
  const [first] = record.fields;
  for (const name of recordNames(record, vocabulary)) {
    if (first) add(byName, { written: name, field: first, record: record.name, source: record.source });
    for (const field of record.fields) {
      for (const fieldName of namesOf(field))
        add(byName, { written: `${name} ${fieldName}`, field, record: record.name, source: field.source });
    }
  }
}

/** Its own name and other names, and the plurals of those that may repeat. */
function recordNames(record: RecordDeclaration, { byName, byOtherName }: Vocabulary): Set<string> {
  const names = new Set([record.norm, ...record.also.map(normalizeName)]);
  for (const [name, one] of [...byName, ...byOtherName]) if (one === record) names.add(name);
  return names;
}

function namesOf(field: FieldDeclaration): Set<string> {
  return new Set([field.norm, ...field.also.map(normalizeName)]);
}

function add(byName: Map<string, Meaning[]>, meaning: Meaning): void {
  const known = byName.get(meaning.written);
  if (!known) byName.set(meaning.written, [meaning]);
  else if (!known.some((one) => one.field === meaning.field)) known.push(meaning);
}
