import { CompletionItemKind } from 'vscode-languageserver';
import { openingAt } from '../../language/clauses/opening.js';
import { verbOf } from '../../language/clauses/verbs.js';
import type { FieldDeclaration } from '../../language/declarations.js';
import { kindFieldNames, kindNames } from '../../language/kind-file.js';
import { allNames, resolveName, type Schema } from '../../language/name-resolution.js';
import { policyFieldNames, policyNames } from '../../language/policy-file.js';
import { roles } from '../../language/reserved-names.js';
import { rangeOf } from '../../language/span.js';
import { type CompletionAsk, entriesAt, isOnLine, typedRange } from './ask.js';
import { blankLine } from '../../begin/blanks.js';
import { clauseLines } from './clause-skeletons.js';
import { describeField } from './documentation.js';
import { literal } from '../markdown.js';
import { nameSlot } from './head.js';
import type { Proposal } from './proposal.js';

const units = ['days', 'weeks', 'months', 'years'];

/** What may stand at the margin of a policy or kind, word by word; behind the colon are the payer's own words. */
export function proposeClauseWords(ask: CompletionAsk): Proposal[] {
  const { before } = ask;
  const [, word = '', rest] = /^(\p{L}*)(?:\s+(.*))?$/su.exec(before) ?? [];
  if (rest === undefined) return before === word ? [...proposeLines(ask), ...proposeFacts(ask)] : [];
  switch (verbOf(word)) {
    case 'require':
    case 'recommend':
      return proposeAsked(ask, rest, [
        'section',
        'enclosure',
        'words',
        'one of these',
        'every',
        'latest',
        'no',
        'at least',
        'at most',
      ]);
    case 'option':
    case 'and':
      return proposeAsked(ask, rest, ['section', 'enclosure', 'words', 'every', 'latest', 'no', 'at least', 'at most']);
    case 'deadline':
      return proposeDeadline(ask, rest);
    case 'decision':
      return proposeUnit(ask, rest, '7 days');
    case 'limit':
      return words(
        ask,
        rest.replace(/^\d+\s*/, ''),
        /^\d/.test(rest) ? ['pages'] : ['2 pages'],
        'How long the letter may be.',
      );
    case 'when':
    case 'exempt':
      return proposeNames(ask, rest);
    case undefined:
      return [];
  }
}

/** Plain words, in the place of the typed one. */
export function words(ask: CompletionAsk, typed: string, names: readonly string[], help: string): Proposal[] {
  const range = typedRange(ask, typed.length, wordBehind(ask));
  return names.map((name) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    documentation: () => literal(help),
    insert: [name],
    range,
  }));
}

function wordBehind({ after }: CompletionAsk): number {
  return /^[\p{L}\p{N}-]*/u.exec(after)?.[0].length ?? 0;
}

function proposeLines(ask: CompletionAsk): Proposal[] {
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  if (slot.rest !== 'nothing' || (here?.lines.length ?? 0) > 0)
    return words(ask, ask.before, ['require', 'recommend', 'option', 'and', 'deadline', 'limit', 'when'], '');
  return clauseLines.map(({ label, help, insert }) => ({
    label,
    kind: CompletionItemKind.Keyword,
    documentation: () => literal(help),
    insert,
    range: slot.range,
  }));
}

/** What a policy or kind says of itself, and has not said yet. */
function proposeFacts(ask: CompletionAsk): Proposal[] {
  const { subject, line, today } = ask;
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  const isKind = subject.file.kind === 'kind';
  const facts = subject.head?.facts ?? [];
  const given = new Set(
    facts.flatMap((fact) => (isOnLine(rangeOf(fact.name).start, line) ? [] : (fact.declaration?.norm ?? []))),
  );
  const { vocabulary } = subject.schema;
  const names = isKind ? kindNames(vocabulary) : policyNames(vocabulary);
  return (isKind ? kindFieldNames : policyFieldNames).flatMap((name): Proposal[] => {
    const field = given.has(name) ? undefined : names.factOf(name);
    if (!field) return [];
    const isBare = slot.rest !== 'nothing' || (here?.lines.length ?? 0) > 0;
    return [
      {
        label: name,
        kind: CompletionItemKind.Field,
        documentation: () => describeField(field),
        insert: isBare ? [slot.rest === 'colon' ? name : `${name}: `] : blankLine(field, today),
        range: slot.range,
      },
    ];
  });
}

/** Behind `require`: names, and what may stand before and behind them. */
function proposeAsked(ask: CompletionAsk, rest: string, openings: readonly string[]): Proposal[] {
  const part = rest.slice(rest.lastIndexOf(';') + 1).trimStart();
  if ((part.match(/["“”]/g)?.length ?? 0) > 0) return [];
  const [, role] = /^section\s+(.*)$/is.exec(part) ?? [];
  if (role !== undefined) return words(ask, role, roles, 'A role: what a section does for the reviewer.');
  const [, quoted] = /^(?:enclosure|words)\s+(.*)$/is.exec(part) ?? [];
  if (quoted !== undefined)
    return quoted === ''
      ? words(ask, '', [/^e/i.test(part) ? '"Progress notes"' : '"approve"'], 'Words in quotation marks.')
      : [];
  const [, time] = /(?:^|\s)within\s+(.*)$/is.exec(part) ?? [];
  if (time !== undefined) return proposeUnit(ask, time, '60 days', '90 days', '12 months');
  const isOneWord = !/\s/.test(part);
  const opening = isOneWord ? undefined : openingAt(part);
  const named = part.slice(opening?.length ?? 0);
  const isFirst = part === rest.trimStart() && isOneWord;
  const isCounted = opening?.count.is === 'at least' || opening?.count.is === 'at most';
  return [
    ...(isFirst ? words(ask, part, openings, '') : []),
    ...(opening && named === '' ? [] : proposeNames(ask, named.trimStart(), isCounted ? repeats(ask) : undefined)),
  ];
}

/** The first fields of records of which there may be several: these are what is counted. */
function repeats({ subject }: CompletionAsk): (field: FieldDeclaration) => boolean {
  const first = new Set(
    subject.schema.vocabulary.records.flatMap(({ many, fields }) => (many ? fields.slice(0, 1) : [])),
  );
  return (field) => first.has(field);
}

/** A number and a unit of time, after what is typed of them. */
function proposeUnit(ask: CompletionAsk, typed: string, ...whole: string[]): Proposal[] {
  const [, unit] = /^\d+\s+(\p{L}*)$/u.exec(typed) ?? [];
  if (unit !== undefined) return words(ask, unit, units, '');
  return typed === '' ? words(ask, '', whole, 'Months are those of the calendar; both days count.') : [];
}

function proposeDeadline(ask: CompletionAsk, rest: string): Proposal[] {
  const [, unit, relation, name] = /^\d+\s+(\p{L}*)(?:\s+(\p{L}*)(?:\s+(.*))?)?$/su.exec(rest) ?? [];
  if (name !== undefined) return proposeNames(ask, name, isDay);
  if (relation !== undefined) return words(ask, relation, ['after', 'before'], '');
  return unit === undefined ? proposeUnit(ask, rest, '65 days after') : words(ask, unit, units, '');
}

function isDay({ type }: FieldDeclaration): boolean {
  return type.name === 'date' || type.name === 'when';
}

/** Every name that can be asked for, in the place of the one that is typed; behind a whole one that is a day also the time it may lie back. */
export function proposeNames(
  ask: CompletionAsk,
  typed: string,
  isMeant?: (field: FieldDeclaration) => boolean,
): Proposal[] {
  const { schema } = ask.subject;
  const range = typedRange(ask, typed.length, wordBehind(ask));
  const names = allNames(schema).flatMap((name): Proposal[] => {
    const field = fieldNamed(schema, name);
    if (!field || (isMeant && !isMeant(field))) return [];
    return [
      { label: name, kind: CompletionItemKind.Field, documentation: () => describeField(field), insert: [name], range },
    ];
  });
  return [...proposeTime(ask, typed), ...names];
}

function fieldNamed(schema: Schema, name: string): FieldDeclaration | undefined {
  const target = resolveName(schema, name);
  return target && 'field' in target ? target.field : undefined;
}

function proposeTime(ask: CompletionAsk, typed: string): Proposal[] {
  const field = /\s$/.test(typed) ? fieldNamed(ask.subject.schema, typed) : undefined;
  if (!field || !isDay(field) || /^within\b/i.test(ask.after.trimStart())) return [];
  return [
    {
      label: 'within 60 days',
      kind: CompletionItemKind.Keyword,
      documentation: () => 'How long before the day on the letter it may lie.',
      insert: ['within ', { text: '60' }, ' ', { text: 'days', choices: units }],
      range: typedRange(ask, 0),
    },
  ];
}
