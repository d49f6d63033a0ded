import { asks } from '../../language/file-kinds.js';
import { columnsOf } from '../../language/lines.js';
import { CompletionItemKind } from 'vscode-languageserver';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../../language/declarations.js';
import { headNames } from '../../language/head-names.js';
import { normalizeName } from '../../language/names.js';
import type { HeadEntry, HeadLine } from '../../language/source-file.js';
import { rangeOf } from '../../language/span.js';
import { recordOf } from '../../language/vocabulary.js';
import { type CompletionAsk, entriesAt, isOnLine, lineOf } from './ask.js';
import { blankLine } from '../../begin/blanks.js';
import { describeField } from './documentation.js';
import { byRank, lastRank, needsOf, rankOfField, rankOfRecord } from './order.js';
import type { Insertion } from '../../begin/insertion.js';
import type { Proposal } from './proposal.js';
import { bookEntries } from '../../begin/new-records.js';
import { proposeKey, proposeRecord } from './records.js';

/** More keys of a record than this are proposed only after its `@`. */
const mostKeys = 12;

/** Where a name is being written: what it takes the place of, and what else stands on its line. */
export interface NameSlot {
  readonly range: Proposal['range'];
  readonly rest: 'nothing' | 'colon' | 'text';
}

/** The name that the cursor is in. Its words behind the cursor go with it only where a colon or key says where it ends. */
export function nameSlot({ offset, before, after }: CompletionAsk, line: HeadEntry | HeadLine | undefined): NameSlot {
  const start = offset - before.trimStart().length;
  const label = line?.label && rangeOf(line.label);
  if (line && label && (line.hasColon || ('key' in line && line.key)) && label.end >= offset) {
    return { range: { start, end: label.end }, rest: 'colon' };
  }
  const word = /^[\p{L}\p{M}\p{N}'\u2019/.%&-]*/u.exec(after)?.[0].length ?? 0;
  return { range: { start, end: offset + word }, rest: after.slice(word).trim() === '' ? 'nothing' : 'text' };
}

/** Facts and records at the margin that are not given yet. */
export function proposeEntries(ask: CompletionAsk): Proposal[] {
  const { subject, today } = ask;
  const { schema, file } = subject;
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  const hasLines = (here?.lines.length ?? 0) > 0;
  const needs = needsOf(subject);
  const given = givenElsewhere(ask);
  // A template declares its own fields; their values are the cases'.
  const own = file.kind === 'template' ? [] : [...(schema.template?.byName.values() ?? [])];
  const facts = (here?.key ? [] : [...own, ...schema.vocabulary.letter.fields]).filter(
    (field) => !field.derived && !given.has(field),
  );
  const records = schema.vocabulary.records.filter((record) => record.many || !given.has(record));
  const items: (FieldDeclaration | RecordDeclaration)[] = [...facts, ...records];
  const rank = (item: FieldDeclaration | RecordDeclaration) => {
    if (!isRecord(item)) return rankOfField(item, needs);
    return given.has(item) ? Math.max(rankOfRecord(item, needs), lastRank - 1) : rankOfRecord(item, needs);
  };
  return byRank(items, rank).flatMap((item): Proposal[] => {
    if (!isRecord(item)) return [proposeField(item, slot, ask, hasLines)];
    const needed = item.fields.filter((field) => !field.derived && isNeeded(field, item));
    const keys = hasLines || slot.rest !== 'nothing' ? [] : bookEntries(schema, item);
    const keyed = keys.length <= mostKeys ? keys.map((entry) => proposeKey(entry, schema, slot.range, false)) : [];
    return [...keyed, proposeRecord(item, needed, slot.range, today, hasLines || slot.rest !== 'nothing')];
  });

  function isNeeded(field: FieldDeclaration, record: RecordDeclaration): boolean {
    return field.required || needs.missing.has(field) || (record.many && needs.printed.has(field));
  }
}

function isRecord(item: FieldDeclaration | RecordDeclaration): item is RecordDeclaration {
  return 'fields' in item;
}

/** What other lines of the head give, be it without a value. */
function givenElsewhere({ subject: { head }, line }: CompletionAsk): Set<FieldDeclaration | RecordDeclaration> {
  const given = new Set<FieldDeclaration | RecordDeclaration>();
  for (const { name, declaration } of [...(head?.facts ?? []), ...(head?.records ?? [])]) {
    if (declaration && !isOnLine(rangeOf(name).start, line)) given.add(declaration);
  }
  return given;
}

function proposeField(
  field: FieldDeclaration,
  slot: NameSlot,
  { today, after, offset }: CompletionAsk,
  hasLines: boolean,
  indent = '',
): Proposal {
  return {
    label: field.name,
    kind: CompletionItemKind.Field,
    ...(field.required && { detail: 'required' }),
    documentation: () => describeField(field),
    filter: [field.name, ...field.also].join(' '),
    insert: [indent, ...fieldText()],
    range: slot.range,
  };

  function fieldText(): Insertion {
    if (slot.rest === 'colon') return [field.name];
    if (slot.rest === 'text')
      return [/^\s/.test(after.slice(slot.range.end - offset)) ? `${field.name}:` : `${field.name}: `];
    return hasLines ? [`${field.name}:`] : blankLine(field, today);
  }
}

/** Fields of the record above, on a line beneath it. */
export function proposeFields(ask: CompletionAsk): Proposal[] {
  const { above } = entriesAt(ask);
  const record = above && recordAbove(ask, above);
  if (!above || !record) return [];
  const line = lineOf(above, ask);
  if (columnOf(ask.before) > fieldColumn(above, record, ask)) return []; // it continues the value above
  const slot = nameSlot(ask, line);
  const written = writtenFields(above, record, ask);
  const given = givenByKey(ask, above);
  const needs = needsOf(ask.subject);
  const fields = record.fields.filter((field) => !field.derived && !written.has(field));
  const ranked = byRank(fields, (field) => (given.has(field) ? lastRank : rankOfField(field, needs)));
  const indent = /^\s/.test(ask.before) ? '' : '  ';
  return ranked.map((field) => proposeField(field, slot, ask, false, indent));
}

/** The record that a line beneath an entry belongs to; beneath a field that lost its indentation, that field's record. */
export function recordAbove({ subject }: CompletionAsk, above: HeadEntry): RecordDeclaration | undefined {
  const { file, schema } = subject;
  const names = headNames(schema);
  const declarationOf = (entry: HeadEntry): RecordDeclaration | undefined => {
    if (entry.kind !== 'fact' || !entry.label) return undefined;
    const norm = normalizeName(entry.label.text);
    return names.factOf(norm) && !entry.key ? undefined : recordOf(schema.vocabulary, norm);
  };
  const found = declarationOf(above);
  const label = above.label;
  if (found || !label || above.kind !== 'fact' || asks(file.kind)) return found;
  const before = file.entries.slice(0, file.entries.indexOf(above)).findLast(declarationOf);
  const record = before && declarationOf(before);
  return record && fieldOf(record, normalizeName(label.text)) ? record : undefined;
}

/** Columns of the space at a line's start. */
function columnOf(text: string): number {
  return columnsOf(/^\s*/.exec(text)?.[0] ?? '');
}

/** The column at which the record's fields stand; without any, whatever the line has. */
function fieldColumn(entry: HeadEntry, record: RecordDeclaration, ask: CompletionAsk): number {
  const own = lineOf(entry, ask);
  const named = entry.lines.find(
    (line) => line !== own && line.label && fieldOf(record, normalizeName(line.label.text)),
  );
  return named?.indent ?? Infinity;
}

/** Fields that other lines of the entry name. */
function writtenFields(entry: HeadEntry, record: RecordDeclaration, ask: CompletionAsk): Set<FieldDeclaration> {
  const own = lineOf(entry, ask);
  const names = entry.lines.flatMap((line) => (line !== own && line.label ? [line.label.text] : []));
  const written = new Set(names.flatMap((name) => fieldOf(record, normalizeName(name)) ?? []));
  if (entry.value && record.fields[0]) written.add(record.fields[0]);
  return written;
}

/** Fields that the address book or the template gives: a line here would win over them. */
function givenByKey({ subject }: CompletionAsk, entry: HeadEntry): Set<FieldDeclaration> {
  const merged = subject.records.find(({ record }) => record.name.piece === entry.piece)?.merged;
  const own = new Set(merged?.layers[0]?.fields.map((field) => field.declaration));
  return new Set([...(merged?.values.keys() ?? [])].filter((field) => !own.has(field)));
}
