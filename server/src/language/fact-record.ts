import { type FieldDeclaration, fieldOf, type RecordDeclaration } from './declarations.js';
import type { FactField, FactRecord, HeadNames, HeadProblem } from './head.js';
import { normalizeName } from './names.js';
import { isKey, readValue, splitValues, type FactValue } from './values.js';
import type { HeadEntry, Word } from './source-file.js';

const structured = new WeakMap<HeadEntry, { names: HeadNames; lost: readonly HeadEntry[]; record: FactRecord }>();

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
