import { type FieldDeclaration, fieldOf, type RecordDeclaration } from './declarations.js';
import { readRecord } from './fact-record.js';
import { normalizeName } from './names.js';
import { readValue, splitValues, type FactValue } from './values.js';
import type { HeadEntry, Word } from './source-file.js';

/** A field that a head gives: of a record, or a fact of the letter. */
export interface FactField {
  /** The name as written; the record's name where the value stands on its line. */
  readonly name: Word;
  readonly declaration?: FieldDeclaration;
  readonly values: readonly FactValue[];
  /** True when the line had lost its indentation. */
  readonly lost: boolean;
}

/** A record that a head gives: its name, its key in the address book, its fields in the order of the text. */
export interface FactRecord {
  readonly name: Word;
  readonly declaration?: RecordDeclaration;
  readonly key?: Word;
  readonly fields: readonly FactField[];
  readonly problems: readonly HeadProblem[];
}

export type HeadProblemKind =
  | 'stray line'
  | 'unknown record'
  | 'unknown field'
  | 'duplicate field'
  | 'duplicate record'
  | 'indentation'
  | 'derived field'
  | 'key behind a colon'
  | 'field behind a record';

/** Something in a head that does not belong where it stands. */
export interface HeadProblem {
  readonly kind: HeadProblemKind;
  readonly where: Word;
  readonly record?: RecordDeclaration;
  readonly field?: FieldDeclaration;
  /** The line could be a continued value if it were indented more. */
  readonly couldContinue?: boolean;
}

/** The facts of one head, as its own lines give them: nothing merged yet. */
export interface Head {
  readonly records: readonly FactRecord[];
  /** Facts of the letter, and the template's own fields. */
  readonly facts: readonly FactField[];
  readonly problems: readonly HeadProblem[];
}

/** What a name at a head's margin may mean; undefined when nobody declares it. */
export interface HeadNames {
  readonly factOf: (norm: string) => FieldDeclaration | undefined;
  readonly recordOf: (norm: string) => RecordDeclaration | undefined;
}

const structuredFacts = new WeakMap<HeadEntry, { names: HeadNames; fact: FactField }>();

/**
 * Says which entries of a head are records and which are facts, which lines are fields and which continue a value. Unchanged entries give
 * the same objects again as long as `names` is the same object.
 */
export function structureHead(entries: readonly HeadEntry[], names: HeadNames): Head {
  const open: { entry: HeadEntry; declaration: RecordDeclaration | undefined; lost: HeadEntry[] }[] = [];
  const facts: FactField[] = [];
  const problems: HeadProblem[] = [];
  for (const entry of entries) {
    if (entry.kind === 'stray' || (entry.kind === 'fact' && !entry.label)) {
      problems.push({ kind: 'stray line', where: entry.whole, couldContinue: false });
      for (const line of entry.lines) problems.push({ kind: 'stray line', where: line.whole, couldContinue: false });
      continue;
    }
    if (entry.kind !== 'fact' || !entry.label) continue;
    const norm = normalizeName(entry.label.text);
    const fact = entry.key ? undefined : names.factOf(norm);
    const declaration = fact ? undefined : names.recordOf(norm);
    const above = open.at(-1);
    if (fact) facts.push(readFact(entry, fact, names));
    else if (!declaration && above?.declaration && !entry.key && fieldOf(above.declaration, norm))
      above.lost.push(entry);
    else if (
      declaration ||
      entry.key ||
      entry.lines.some((line) => line.kind === 'field' && line.hasColon) ||
      !entry.hasColon
    ) {
      open.push({ entry, declaration, lost: [] });
    } else {
      facts.push(readFact(entry, undefined, names));
      problems.push({ kind: 'unknown field', where: entry.label });
    }
  }
  const records = open.map(({ entry, declaration, lost }) => readRecord(entry, declaration, lost, names));
  return { records, facts, problems: [...problems, ...duplicateFacts(facts), ...duplicateRecords(records)] };
}

function readFact(entry: HeadEntry, declaration: FieldDeclaration | undefined, names: HeadNames): FactField {
  const known = structuredFacts.get(entry);
  if (known?.names === names) return known.fact;
  const value = readValue(
    entry.value,
    entry.lines.map((line) => line.whole),
    entry.piece,
    entry.label ?? entry.whole,
  );
  const fact: FactField = {
    name: entry.label ?? entry.whole,
    values: declaration?.many ? splitValues(value) : [value],
    lost: false,
    ...(declaration && { declaration }),
  };
  structuredFacts.set(entry, { names, fact });
  return fact;
}

function duplicateFacts(facts: readonly FactField[]): HeadProblem[] {
  const seen = new Set<FieldDeclaration>();
  return facts.flatMap((fact): HeadProblem[] => {
    const { declaration } = fact;
    if (!declaration) return [];
    if (declaration.derived) return [{ kind: 'derived field', where: fact.name, field: declaration }];
    if (!declaration.many && seen.has(declaration))
      return [{ kind: 'duplicate field', where: fact.name, field: declaration }];
    seen.add(declaration);
    return [];
  });
}

function duplicateRecords(records: readonly FactRecord[]): HeadProblem[] {
  const seen = new Set<RecordDeclaration>();
  return records.flatMap((record): HeadProblem[] => {
    const { declaration } = record;
    if (!declaration) return [{ kind: 'unknown record', where: record.name }];
    if (!declaration.many && seen.has(declaration)) {
      return [{ kind: 'duplicate record', where: record.name, record: declaration }];
    }
    seen.add(declaration);
    return [];
  });
}
