import { CompletionItemKind } from 'vscode-languageserver';
import type { Day } from '../../knowledge/dates.js';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { readRecord } from '../../language/fact-record.js';
import { headNames } from '../../language/head-names.js';
import type { Schema } from '../../language/name-resolution.js';
import type { BookEntry } from '../../language/vocabulary.js';
import { describeRecord, describeValues, paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import { recordLines } from '../../begin/new-records.js';
import type { Proposal } from './proposal.js';

type Range = Proposal['range'];

/** A record with the fields that have to be filled in; only its name where `isBare`: its fields are there already. */
export function proposeRecord(
  record: RecordDeclaration,
  needed: readonly FieldDeclaration[],
  range: Range,
  today: Day,
  isBare: boolean,
): Proposal {
  return {
    label: record.name,
    kind: CompletionItemKind.Class,
    ...(record.required && { detail: 'required' }),
    documentation: () => describeRecord(record),
    filter: [record.name, ...record.also].join(' '),
    insert: isBare ? [record.name] : recordLines(record, needed, today),
    range,
  };
}

/** `provider @whitfield`; `range` is that of the whole, or of the key alone. */
export function proposeKey(entry: BookEntry, schema: Schema, range: Range, isKeyAlone: boolean): Proposal {
  const key = entry.key.text;
  const whole = `${entry.record.name} @${key}`;
  return {
    label: isKeyAlone ? key : whole,
    kind: CompletionItemKind.Reference,
    detail: 'address book',
    documentation: () => describeEntry(entry, schema),
    insert: [isKeyAlone ? key : whole],
    range,
  };
}

/** What the address book says under a key: facts of doctors, payers and sources, never of a patient. */
export function describeEntry({ record, entry }: BookEntry, schema: Schema): string {
  const { fields } = readRecord(entry, record, [], headNames(schema));
  const given = fields.flatMap((field) => (field.declaration ? [[field.declaration, field.values] as const] : []));
  return paragraphs(literal(record.name), describeValues(given));
}
