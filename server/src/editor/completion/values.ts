import { CompletionItemKind } from 'vscode-languageserver';
import { formatDate, monthName } from '../../knowledge/dates.js';
import { type FieldDeclaration, fieldOf } from '../../language/declarations.js';
import { headNames } from '../../language/head-names.js';
import { normalizeName } from '../../language/names.js';
import { purposeOf } from '../../language/kind-file.js';
import type { Word } from '../../language/source-file.js';
import type { FileSubject } from '../../letter/subjects.js';
import { type CompletionAsk, entriesAt, isOnLine } from './ask.js';
import { proposeCodes } from './diagnosis-codes.js';
import { describeField, paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import { recordAbove } from './head.js';
import type { Proposal } from './proposal.js';
import { rangeOf } from '../../language/span.js';

/**
 * Values that a field's type lists, and today for dates. Nothing for text: what a person or a drug is called must not come from anywhere but the
 * writer. Nor are a type's examples proposed, which would end up in letters.
 */
export function proposeValues(ask: CompletionAsk): Proposal[] {
  const field = fieldOnLine(ask);
  if (!field || field.derived) return [];
  const range = valueRange(ask, field.many);
  const space = ask.before.endsWith(':') ? ' ' : '';
  const codes = proposeCodes(field, ask, typedOf(ask, range)).map((code) => ({
    label: '',
    kind: CompletionItemKind.EnumMember,
    ...code,
    insert: [space, ...(code.insert ?? [])],
    range,
  }));
  return [
    ...codes,
    ...valuesOf(field, ask).map(({ text, ...more }) => ({
      label: text,
      kind: CompletionItemKind.EnumMember,
      documentation: () => describeField(field),
      ...more,
      insert: [space + text],
      range,
    })),
  ];
}

type Value = { readonly text: string } & Partial<Proposal>;

function valuesOf(field: FieldDeclaration, { subject, today }: CompletionAsk): Value[] {
  const { type } = field;
  if (type.choices) return type.choices.map((text) => ({ text, ...choiceHelp(field, text, subject) }));
  if (isBirth(field)) return [];
  if (type.name === 'date' || type.name === 'when') {
    const day = formatDate(today, 'iso');
    const now: Value[] = [{ text: day, detail: 'today', filter: `${day} today`, kind: CompletionItemKind.Constant }];
    if (type.name === 'date') return now;
    const month = `${monthName(today.month)} ${today.year}`;
    return [...now, { text: month, detail: 'this month', filter: `${month} today`, kind: CompletionItemKind.Constant }];
  }
  if (field.record === 'letter' && field.norm === 'payer policy') {
    return [...subject.workspace.policies.values()].map(({ name, title }) => ({
      text: name,
      kind: CompletionItemKind.File,
      documentation: () => literal(title),
    }));
  }
  return [];
}

/** Nobody who has a letter written was born today. */
function isBirth({ norm }: FieldDeclaration): boolean {
  return norm === 'date of birth';
}

/** What a kind of letter is called, and when it is written. */
function choiceHelp(field: FieldDeclaration, choice: string, { workspace }: FileSubject): Partial<Proposal> {
  const kind = field.norm === 'for' ? workspace.kinds.get(choice) : undefined;
  if (!kind) return {};
  const purpose = purposeOf(kind);
  return {
    detail: kind.title,
    documentation: () => paragraphs(literal(kind.title), purpose && literal(purpose), describeField(field)),
  };
}

/** The field whose value the cursor's line gives. */
function fieldOnLine(ask: CompletionAsk): FieldDeclaration | undefined {
  const { subject, before, line } = ask;
  const written = before.slice(0, before.indexOf(':'));
  const isHere = (name: Word) => isOnLine(rangeOf(name).start, line);
  if (!/^\s/.test(before)) {
    const { head, schema } = subject;
    // A policy's head has names of its own.
    const fact = head?.facts.find((one) => isHere(one.name))?.declaration;
    if (fact) return fact;
    const record = head?.records.find((one) => isHere(one.name))?.declaration;
    const lost = head?.records.flatMap((one) => one.fields).find((field) => field.lost && isHere(field.name));
    return (
      lost?.declaration ?? record?.fields[0] ?? (head ? undefined : headNames(schema).factOf(normalizeName(written)))
    );
  }
  const { above } = entriesAt(ask);
  const record = above && recordAbove(ask, above);
  const field = record && fieldOf(record, normalizeName(written));
  return field;
}

/** What is typed of a value so far. */
function typedOf({ subject, offset }: CompletionAsk, { start }: Proposal['range']): string {
  return subject.file.text.slice(start, offset);
}

/** The value around the cursor; of several, parted by `;`, the one. */
function valueRange({ offset, before, after }: CompletionAsk, many: boolean): Proposal['range'] {
  const from = many ? Math.max(before.lastIndexOf(';'), before.indexOf(':')) : before.indexOf(':');
  const typed = before.slice(from + 1).trimStart().length;
  const end = many && after.includes(';') ? after.indexOf(';') : after.length;
  return { start: offset - typed, end: offset + after.slice(0, end).trimEnd().length };
}
