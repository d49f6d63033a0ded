import { CompletionItemKind } from 'vscode-languageserver';
import { readClauseLine } from '../../language/clauses/read-clause.js';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { fieldOf } from '../../language/declarations.js';
import { CORE_KIND } from '../../language/kind-file.js';
import { normalizeName } from '../../language/names.js';
import { resolveName } from '../../language/name-resolution.js';
import type { HeadEntry } from '../../language/source-file.js';
import type { FileSubject } from '../../letter/subjects.js';
import { type CompletionAsk, entriesAt, typedRange } from './ask.js';
import { proposeNames, words } from './clauses.js';
import { describeField } from './documentation.js';
import type { Proposal } from './proposal.js';

/** Beneath a clause: fields of its record, behind their colon what they may be asked to be; conditions, and the kinds that it is for. */
export function proposeBeneathClause(ask: CompletionAsk): Proposal[] {
  const { above } = entriesAt(ask);
  if (above?.kind !== 'clause') return [];
  const text = ask.before.trimStart();
  const colon = text.search(/:(?=\s|$)/);
  if (colon >= 0) return proposeTests(ask, text.slice(0, colon), text.slice(colon + 1), above);
  const [, condition] = /^when\s+(.*)$/is.exec(text) ?? [];
  if (condition !== undefined) return proposeNames(ask, condition);
  const [or = ''] = /^or\s+/i.exec(text) ?? [];
  const typed = text.slice(or.length);
  const range = typedRange(ask, typed.length);
  const fields = recordsOf(above, ask.subject).flatMap((record) => record.fields);
  const byName = new Map(fields.map((field) => [field.norm, field]));
  return [
    ...[...byName.values()].map((field): Proposal => ({
      label: field.name,
      kind: CompletionItemKind.Field,
      documentation: () => describeField(field),
      insert: [`${field.name}: `],
      range,
    })),
    ...(or === '' ? words(ask, text, ['when', 'for', 'or'], '') : []),
  ];
}

/** The records that the clause above names, in their order. */
function recordsOf(entry: HeadEntry, { schema }: FileSubject): RecordDeclaration[] {
  const { names } = readClauseLine(entry, schema);
  return names.flatMap((name): RecordDeclaration[] => {
    const target = name.is === 'name' ? resolveName(schema, name.where.text) : undefined;
    if (target?.kind === 'letter field') return [schema.vocabulary.letter];
    return target?.kind === 'record field' ? [target.record] : [];
  });
}

function proposeTests(ask: CompletionAsk, written: string, behind: string, above: HeadEntry): Proposal[] {
  const { subject } = ask;
  const part = behind.slice(behind.lastIndexOf(';') + 1);
  const typed = part.trimStart();
  const space = part === '' ? ' ' : '';
  const range = typedRange(ask, typed.length);
  const propose = (text: string): Proposal => ({
    label: text,
    kind: CompletionItemKind.EnumMember,
    insert: [space + text],
    range,
  });
  if (normalizeName(written) === 'for')
    return [...subject.workspace.kinds.keys()].filter((name) => name !== CORE_KIND).map(propose);
  const field = fieldAsked(written, above, subject);
  if (!field) return [];
  const isFirst = !behind.includes(';');
  return [...(field.type.choices ?? []), ...(isFirst ? testsOf(field) : [])].map(propose);
}

function fieldAsked(written: string, above: HeadEntry, subject: FileSubject): FieldDeclaration | undefined {
  const [, condition] = /^when\s+(.*)$/is.exec(written) ?? [];
  if (condition !== undefined) {
    const target = resolveName(subject.schema, condition);
    return target && 'field' in target ? target.field : undefined;
  }
  const norm = normalizeName(written.replace(/^or\s+/i, '').replace(/;.*$/s, ''));
  return recordsOf(above, subject)
    .map((record) => fieldOf(record, norm))
    .find((field) => field !== undefined);
}

function testsOf({ type, computed }: FieldDeclaration): string[] {
  if (type.name === 'date' || type.name === 'when') return ['given', 'within 60 days', 'at most 12 months before date'];
  if (computed !== undefined) return ['at least 8 weeks', 'at most 12 months', 'given'];
  if (type.choices) return ['given', 'other than'];
  return ['given', 'at least', 'at most', 'other than'];
}
