import type { MergedRecord } from '../letter/facts.js';
import { factsToGive, type FactLack } from '../letter/lacks.js';
import {
  type FactField,
  type FieldDeclaration,
  fieldOf,
  normalizeName,
  type RecordDeclaration,
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
import { remember } from '../remember.js';

/**
 * The facts that a case has still to give, grouped by their record, in the order in which the letter needs them. Left out is what another finding
 * explains: a value that is given but cannot be read, a record or fact whose name is misspelled. Beside what the letter lacks now these are facts that it
 * will lack as soon as a record is there.
 */
export const missingFacts = remember((subject: FileSubject): readonly FactLack[] => findMissing(subject));

function findMissing(subject: FileSubject): FactLack[] {
  const lacks = subject.letter ? factsToGive(subject.letter) : [];
  if (lacks.length === 0) return [];
  const suggest = suggesting();
  const misspelled = misspelledNames(subject, suggest);
  const byOwner = new Map<MergedRecord | FieldDeclaration, FactLack[]>();
  for (const lack of lacks) {
    const { own, field, of } = lack;
    const isMisspelled = own ? hasSlipOf(field, own, suggest) : misspelled.has(of ?? field);
    if (lack.isUnreadable || isMisspelled) continue;
    const same = byOwner.get(own ?? field);
    if (same) same.push(lack);
    else byOwner.set(own ?? field, [lack]);
  }
  return withRequired([...byOwner.values()].flat());
}

/** A record that is wholly absent lacks what its declaration requires too: else that would be found only after the record is there. */
function withRequired(missing: readonly FactLack[]): FactLack[] {
  const asked = new Set(missing.map((lack) => lack.field));
  const done = new Set<RecordDeclaration>();
  return missing.flatMap((lack) => {
    const { of } = lack;
    if (!of || lack.record || done.has(of)) return [lack];
    done.add(of);
    const more = of.fields.filter((field) => field.required && !field.derived && !asked.has(field));
    return [...more.map((field) => requiredOnceThere(field, of)), lack];
  });
}

function requiredOnceThere(field: FieldDeclaration, of: RecordDeclaration): FactLack {
  const gap = { kind: 'fact', field, of, needed: field.source, because: 'required' } as const;
  return { ...gap, needs: [{ gap, section: undefined }], isUnreadable: false };
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
