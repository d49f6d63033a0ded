import type { MergedRecord } from '../letter/facts.js';
import type { Gap } from '../letter/letter.js';
import {
  type FactField,
  type FieldDeclaration,
  fieldOf,
  normalizeName,
  rangeOf,
  type RecordDeclaration,
  type Span,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { headlessFields } from './headless-fields.js';
import {
  fieldNames,
  marginNames,
  meantRecord,
  recordNamed,
  recordWithFields,
  type Suggest,
  suggesting,
} from './meant-names.js';

/** A fact that a letter lacks. */
export interface MissingFact {
  readonly field: FieldDeclaration;
  /** The record that lacks it; undefined where no such record is given in the case, and for facts of the letter. */
  readonly record: MergedRecord | undefined;
  /** The record's declaration, where the fact is a record's. */
  readonly of: RecordDeclaration | undefined;
  /** Where the letter prints it, in the order of the letter. */
  readonly needed: readonly Span[];
  /** The declaration that requires it, if one does. */
  readonly required: Span | undefined;
  /** Its line is there already, with nothing or a bracket for its value. */
  readonly isBlank: boolean;
}

type FactGap = Extract<Gap, { kind: 'fact' }>;

/**
 * The facts that a case's letter lacks, each once, in the order in which the letter needs them. Left out is what another finding explains: a
 * value that is given but cannot be read, a record or fact whose name is misspelled.
 */
export function missingFacts(file: FileSubject): MissingFact[] {
  const { letter } = file;
  if (!letter) return [];
  const gaps = letter.gaps.filter((gap): gap is FactGap => gap.kind === 'fact' && !gap.field.derived);
  if (gaps.length === 0) return [];
  const suggest = suggesting();
  const misspelled = misspelledNames(file, suggest);
  const found = new Map<MergedRecord | FieldDeclaration, Map<FieldDeclaration, FactGap[]>>();
  for (const gap of gaps) {
    const record = ownRecord(gap, file);
    const isMisspelled = record ? hasSlipOf(gap.field, record, suggest) : misspelled.has(gap.of ?? gap.field);
    if (isGiven(gap, letter) || isMisspelled) continue;
    const owner = record ?? gap.field;
    const fields = found.get(owner) ?? new Map<FieldDeclaration, FactGap[]>();
    found.set(owner, fields.set(gap.field, [...(fields.get(gap.field) ?? []), gap]));
  }
  const missing = [...found.values()].flatMap((fields) =>
    [...fields].flatMap(([field, same]) => toMissing(field, same, file)),
  );
  return withRequired(missing);
}

/** A record that is wholly absent lacks what its declaration requires too: else that would be found only after the record is there. */
function withRequired(missing: readonly MissingFact[]): MissingFact[] {
  const asked = new Set(missing.map((fact) => fact.field));
  const done = new Set<RecordDeclaration>();
  return missing.flatMap((fact) => {
    if (!fact.of || fact.record || done.has(fact.of)) return [fact];
    done.add(fact.of);
    const more = fact.of.fields.filter((field) => field.required && !field.derived && !asked.has(field));
    const required = more.map((field): MissingFact => ({
      ...fact,
      field,
      needed: [],
      required: field.source,
      isBlank: false,
    }));
    return [...required, fact];
  });
}

/** The record on whose name a finding can stand: one that the case names itself, be it only by its key. */
function ownRecord({ record }: FactGap, { file }: FileSubject): MergedRecord | undefined {
  return record?.origin === 'case' && record.name.piece.uri === file.uri ? record : undefined;
}

/** A date that is none cannot be counted from, and the letter then asks for it; but it is there, and `wrong-value` says what is wrong. */
function isGiven({ field, record }: FactGap, letter: NonNullable<FileSubject['letter']>): boolean {
  return record ? record.values.has(field) : letter.facts.valuesOf(field).length > 0;
}

function toMissing(field: FieldDeclaration, gaps: readonly FactGap[], file: FileSubject): MissingFact[] {
  const [first] = gaps;
  if (!first) return [];
  const printed = gaps.filter((gap) => gap.because === 'printed').map((gap) => gap.needed);
  const places = new Map(printed.map((span) => [placeKey(span), span]));
  const needed = [...places.values()];
  const record = ownRecord(first, file);
  const required = gaps.find((gap) => gap.because === 'required')?.needed;
  return [{ field, record, of: first.of, needed, required, isBlank: hasLine(field, record, file) }];
}

function placeKey(span: Span): string {
  const { uri, start } = rangeOf(span);
  return `${uri} ${start}`;
}

function hasLine(field: FieldDeclaration, record: MergedRecord | undefined, { head }: FileSubject): boolean {
  const own = record?.layers[0]?.fields ?? head?.facts ?? [];
  return own.some((line) => line.declaration === field);
}

/** True where a line of the record has a name that nobody declares, and this field is what it was probably to be. */
function hasSlipOf(field: FieldDeclaration, { layers, declaration }: MergedRecord, suggest: Suggest): boolean {
  const unknown = (layers[0]?.fields ?? []).filter((line) => !line.declaration);
  return unknown.some((line) => {
    const [near] = suggest(line.name.text, fieldNames(declaration));
    return near !== undefined && fieldOf(declaration, normalizeName(near)) === field;
  });
}

/** What names that nobody declares were probably meant to be: their facts are not missing too. */
function misspelledNames(subject: FileSubject, suggest: Suggest): Set<RecordDeclaration | FieldDeclaration> {
  const { head, schema, file } = subject;
  const meant = new Set<RecordDeclaration | FieldDeclaration>();
  const { vocabulary, template } = schema;
  const factsByName = new Map([
    ...vocabulary.letter.byOtherName,
    ...vocabulary.letter.byName,
    ...(template?.byName ?? []),
  ]);
  const addNearest = (name: string) => {
    const [near] = suggest(name, marginNames(schema));
    const target = near === undefined ? undefined : (factsByName.get(normalizeName(near)) ?? recordNamed(schema, near));
    if (target) meant.add(target);
  };
  for (const record of head?.records ?? []) {
    if (record.declaration) continue;
    for (const name of possibleNames(record.name.text, record.fields[0])) addNearest(name);
    const declaration = meantRecord(record, schema, suggest);
    if (declaration) meant.add(declaration);
  }
  for (const fact of head?.facts ?? []) {
    if (!fact.declaration) for (const name of possibleNames(fact.name.text, fact)) addNearest(name);
  }
  for (const entry of file.entries) {
    if (entry.kind !== 'stray') continue;
    const beneath = recordWithFields(
      entry.lines.flatMap((line) => (line.label && line.hasColon ? [line.label.text] : [])),
      schema,
    );
    if (beneath) meant.add(beneath);
    const name = (/^[^:]{1,60}/.exec(entry.whole.text)?.[0] ?? '').replace(/[^\p{L}\p{N}\s'&/.-]/gu, '').trim();
    if (name !== '') addNearest(name);
  }
  for (const { records } of headlessFields(subject).values()) for (const record of records) meant.add(record);
  return meant;
}

/** The name as it stands; with what follows to the next colon where one has slipped in: `las:t visit: …`. */
function possibleNames(name: string, field: FactField | undefined): string[] {
  const rest = /^([^:]{1,40}):/.exec(field?.values[0]?.where.text ?? '')?.[1];
  return rest === undefined ? [name] : [name, name + rest];
}
