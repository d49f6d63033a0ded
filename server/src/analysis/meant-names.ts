import { nearest } from '../spelling/nearest.js';
import { type FactRecord, fieldOf, normalizeName, type RecordDeclaration, type Schema } from '../letter/source.js';
import { remember } from '../remember.js';

/** Longer texts are no names; what is read here stays linear in the text. */
const longestName = 100;

/** A file with more unknown names has another trouble than slips of the pen, and looking for the nearest takes its time. */
const mostSuggestions = 50;

/** Gives the names that a written one was probably meant to be, the likeliest first. */
export type Suggest = (written: string, names: readonly string[], hasColon?: boolean) => string[];

/**
 * Suggests names for one run of a rule, the first few times. Where a line has no colon its name may hold the value too (`date of birth
 * 1968-03-14`), and only names of as many words are offered, lest a fix throw a value away.
 */
export function suggesting(): Suggest {
  let asked = 0;
  return (written, names, hasColon = true) => {
    if (++asked > mostSuggestions) return [];
    const words = countWords(written);
    return nearest(written, names).filter((name) => hasColon || countWords(name) >= words);
  };
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** Every name that may stand at a head's margin: fields of the template, facts of the letter, records; own names before other names. */
export const marginNames = remember(({ vocabulary, template }: Schema): readonly string[] => {
  const declared = [
    ...(template?.byName.values() ?? []),
    ...vocabulary.letter.fields.filter((field) => !field.derived),
    ...vocabulary.records,
  ];
  return [...declared.map((one) => one.name), ...declared.flatMap((one) => one.also)];
});

/** Every name that may stand beneath a record. */
export const fieldNames = remember((record: RecordDeclaration): readonly string[] => {
  const fields = record.fields.filter((field) => !field.derived);
  return [...fields.map((field) => field.name), ...fields.flatMap((field) => field.also)];
});

/** The record that the vocabulary calls by exactly this name. */
export function recordNamed({ vocabulary }: Schema, name: string): RecordDeclaration | undefined {
  const norm = normalizeName(name);
  return vocabulary.byName.get(norm) ?? vocabulary.byOtherName.get(norm);
}

/** The record that an unknown one was probably meant to be: by the fields beneath it, where only one record has them all, else by its name. */
export function meantRecord(
  { name, fields }: FactRecord,
  schema: Schema,
  suggest: Suggest,
): RecordDeclaration | undefined {
  const byFields = recordWithFields(
    fields.map((field) => field.name.text),
    schema,
  );
  if (byFields) return byFields;
  const [near] = suggest(name.text, recordNames(schema));
  return near === undefined ? undefined : recordNamed(schema, near);
}

/** Every name of a record; own names and other names. */
export const recordNames = remember(({ vocabulary }: Schema): readonly string[] =>
  vocabulary.records.flatMap((one) => [one.name, ...one.also]),
);

/** Of records that have the same fields, those that do not have them for being like another one: a birth date is the patient's before it is a guardian's. */
export function withoutAlike(records: readonly RecordDeclaration[]): readonly RecordDeclaration[] {
  if (records.length < 2) return records;
  const names = new Set(records.map(({ norm }) => norm));
  return records.filter(({ like }) => !like.some(({ record }) => record !== undefined && names.has(record)));
}

/** The one record that has all of these fields; a single field says too little. */
export function recordWithFields(names: readonly string[], schema: Schema): RecordDeclaration | undefined {
  if (names.length < 2) return undefined;
  const [only, ...more] = withoutAlike(
    schema.vocabulary.records.filter((one) => names.every((name) => fieldOf(one, normalizeName(name)))),
  );
  return more.length === 0 ? only : undefined;
}

/** `prior treatment - Gabapentin`, `date = 2026-11-21`: a name that is known, and something else where its colon belongs. */
export function readFactWithoutColon(
  text: string,
  schema: Schema,
): { readonly nameEnd: number; readonly valueStart: number } | undefined {
  const read = /^(\p{L}[\p{L}\p{N} '/.&]*?)\s*(?:[=;]|[-\u2010-\u2015\u2212]\s)\s*/u.exec(text.slice(0, longestName));
  const name = read?.[1];
  if (!read || name === undefined) return undefined;
  const norm = normalizeName(name);
  const isKnown =
    recordNamed(schema, name) ?? schema.template?.byName.get(norm) ?? fieldOf(schema.vocabulary.letter, norm);
  return isKnown && { nameEnd: name.length, valueStart: read[0].length };
}

/** Where the name ends in `date of birth 1968-03-14`: the offset after the longest known name that other words follow. */
export function endOfKnownName(written: string, names: readonly string[]): number | undefined {
  const known = knownNames(names);
  const ends = [...written.slice(0, longestName).matchAll(/\S(?=\s)/g)].map((match) => match.index + 1);
  return ends.findLast((end) => known.has(normalizeName(written.slice(0, end))));
}

const knownNames = remember((names: readonly string[]): ReadonlySet<string> => new Set(names.map(normalizeName)));
