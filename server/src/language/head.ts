import { type FieldDeclaration, fieldOf, type RecordDeclaration } from './declarations.js';
import { normalizeName } from './names.js';
import { isKey, readValue, splitValues, type FactValue } from './values.js';
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

const structured = new WeakMap<HeadEntry, { names: HeadNames; lost: readonly HeadEntry[]; record: FactRecord }>();
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

/** Reads one record from its entry, and from the entries below that lost their indentation. */
export function readRecord(
  entry: HeadEntry,
  declaration: RecordDeclaration | undefined,
  lost: readonly HeadEntry[],
  names: HeadNames,
): FactRecord {
  const known = structured.get(entry);
  if (known?.names === names && known.lost.length === lost.length && known.lost.every((one, i) => one === lost[i]))
    return known.record;
  const record = buildRecord(entry, declaration, lost);
  structured.set(entry, { names, lost, record });
  return record;
}

/** A field while its lines are still coming. */
interface OpenField {
  name: Word;
  declaration: FieldDeclaration | undefined;
  first: Word | undefined;
  more: Word[];
  indent: number;
  lost: boolean;
  entry: HeadEntry;
}

function buildRecord(
  entry: HeadEntry,
  declaration: RecordDeclaration | undefined,
  lost: readonly HeadEntry[],
): FactRecord {
  const problems: HeadProblem[] = [];
  const name = entry.label ?? entry.whole;
  const open: OpenField[] = [];
  const key = entry.key ?? keyBehindColon(entry, declaration);
  const inline = declaration && fieldBehindRecord(entry, declaration);
  if (key && !entry.key) problems.push({ kind: 'key behind a colon', where: entry.value ?? name });
  else if (entry.value) {
    if (inline) problems.push({ kind: 'field behind a record', where: inline.name, field: inline.field });
    open.push({
      name: inline?.name ?? name,
      declaration: inline?.field ?? declaration?.fields[0],
      first: inline?.value ?? entry.value,
      more: [],
      indent: 0,
      lost: false,
      entry,
    });
  }
  readLines(entry, declaration, open, problems);
  for (const other of lost) {
    if (!other.label || !declaration) continue;
    problems.push({ kind: 'indentation', where: other.label, record: declaration });
    const field = fieldOf(declaration, normalizeName(other.label.text));
    open.push({
      name: other.label,
      declaration: field,
      first: other.value,
      more: [],
      indent: 0,
      lost: true,
      entry: other,
    });
    readLines(other, declaration, open, problems);
  }
  const fields = closeFields(open, problems);
  return { name, fields, problems, ...(declaration && { declaration }), ...(key && { key }) };
}

/** `provider: @whitfield` means the entry of the address book, as `provider @whitfield` does: a key never is a value. */
function keyBehindColon({ value, lines }: HeadEntry, declaration: RecordDeclaration | undefined): Word | undefined {
  if (!value || !declaration || !isKey(value.text) || lines.some(({ kind }) => kind === 'text')) return undefined;
  return { ...value, start: value.start + 1, text: value.text.slice(1) };
}

/** `patient: name: Jane Doe`: a field's name on its record's line, with the value behind it. */
function fieldBehindRecord(
  { value, key }: HeadEntry,
  declaration: RecordDeclaration,
): { name: Word; field: FieldDeclaration; value: Word } | undefined {
  const found = value && !key ? /^([^:@]{1,60}):\s{1,8}(?=\S)/.exec(value.text) : null;
  const field = found?.[1] === undefined ? undefined : fieldOf(declaration, normalizeName(found[1]));
  if (!value || !found?.[1] || !field) return undefined;
  const { piece, start } = value;
  const at = start + found[0].length;
  return {
    name: { piece, start, end: start + found[1].length, text: found[1] },
    field,
    value: { piece, start: at, end: value.end, text: value.text.slice(found[0].length) },
  };
}

function readLines(
  entry: HeadEntry,
  declaration: RecordDeclaration | undefined,
  open: OpenField[],
  problems: HeadProblem[],
): void {
  const margin = fieldIndent(entry, declaration);
  for (const line of entry.lines) {
    const above = open.at(-1);
    const isOwn = above?.entry === entry;
    const field =
      line.kind === 'field' && line.label && declaration
        ? fieldOf(declaration, normalizeName(line.label.text))
        : undefined;
    if (line.label && (field || (!declaration && line.kind === 'field' && line.hasColon))) {
      open.push({
        name: line.label,
        declaration: field,
        first: line.value,
        more: [],
        indent: line.indent,
        lost: false,
        entry,
      });
    } else if (
      above &&
      isOwn &&
      line.indent > above.indent &&
      !(line.label && line.hasColon && line.indent <= margin)
    ) {
      above.more.push(line.whole);
    } else if (line.label && line.kind === 'field' && declaration) {
      problems.push({ kind: 'unknown field', where: line.label, record: declaration });
      open.push({
        name: line.label,
        declaration: undefined,
        first: line.value,
        more: [],
        indent: line.indent,
        lost: false,
        entry,
      });
    } else problems.push({ kind: 'stray line', where: line.whole, couldContinue: isOwn });
  }
}

/** The column at which the record's fields stand: that of the first line that names one, else that of the first line. */
function fieldIndent(entry: HeadEntry, declaration: RecordDeclaration | undefined): number {
  const named = entry.lines.find(
    (line) => line.label && declaration && fieldOf(declaration, normalizeName(line.label.text)),
  );
  return (named ?? entry.lines[0])?.indent ?? 0;
}

/** A `many` field may be given again; any other that is given twice keeps its first value. */
function closeFields(open: readonly OpenField[], problems: HeadProblem[]): FactField[] {
  const fields: FactField[] = [];
  const seen = new Map<FieldDeclaration, FactValue[]>();
  for (const { name, declaration, first, more, lost, entry } of open) {
    const value = readValue(first, more, entry.piece, name);
    const values = declaration?.many ? splitValues(value) : [value];
    const earlier = declaration && seen.get(declaration);
    if (declaration?.derived) problems.push({ kind: 'derived field', where: name, field: declaration });
    if (earlier && declaration.many) for (const one of values) earlier.push(one);
    else if (earlier) problems.push({ kind: 'duplicate field', where: name, field: declaration });
    else {
      if (declaration) seen.set(declaration, values);
      fields.push({ name, values, lost, ...(declaration && { declaration }) });
    }
  }
  return fields;
}
