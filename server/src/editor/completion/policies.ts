import { CompletionItemKind } from 'vscode-languageserver';
import { allNames, resolveName } from '../../language/name-resolution.js';
import { policyFieldNames, policyNames } from '../../language/policy-file.js';
import { roles } from '../../language/reserved-names.js';
import type { RequirementWords, Word } from '../../language/source-file.js';
import { rangeOf } from '../../language/span.js';
import { type CompletionAsk, entriesAt, isOnLine, typedRange } from './ask.js';
import { blankLine } from './blanks.js';
import { describeField, describeRecord } from './documentation.js';
import { literal } from '../markdown.js';
import { nameSlot } from './head.js';
import type { Insertion, Proposal } from './proposal.js';

const units = ['days', 'weeks', 'months', 'years'];
const reason = { text: 'Section, and what it says.', isSample: true };

interface Line {
  readonly label: string;
  readonly help: string;
  readonly insert: Insertion;
}

const lines: readonly Line[] = [
  {
    label: 'require field',
    help: 'A fact that the case must give; a date may have to lie within so many days.',
    insert: ['require field ', { text: 'insurance member id', isSample: true }, ': ', reason],
  },
  {
    label: 'require section',
    help: 'A component that the letter must have, by its role.',
    insert: [
      'require section ',
      { text: 'evidence', choices: ['evidence', ...roles.filter((role) => role !== 'evidence')] },
      ': ',
      reason,
    ],
  },
  {
    label: 'require 2 evidence',
    help: 'So many of a record that may be given several times.',
    insert: ['require ', { text: '2' }, ' ', { text: 'evidence' }, ': ', reason],
  },
  {
    label: 'require enclosure',
    help: 'A document that goes with the letter: an enclosure whose name has these words.',
    insert: ['require enclosure "', { text: 'Progress notes', isSample: true }, '": ', reason],
  },
  {
    label: 'recommend section',
    help: 'What the payer would like to see, but does not insist on.',
    insert: [
      'recommend section ',
      { text: 'consequences', choices: ['consequences', ...roles.filter((role) => role !== 'consequences')] },
      ': ',
      reason,
    ],
  },
  { label: 'limit pages', help: 'How long the letter may be.', insert: ['limit ', { text: '2' }, ' pages: ', reason] },
];

/** What may stand in a line of a policy, word by word; after its colon are the payer's own words. */
export function proposePolicyWords(ask: CompletionAsk): Proposal[] {
  const { before } = ask;
  if (before.includes(':')) return [];
  const read = entriesAt(ask).here?.requirement;
  const { verb, count, what } = wordsBefore(ask, read);
  if (!verb) return /^\s/.test(before) ? [] : [...proposeLines(ask), ...proposeFacts(ask)];
  const typed = typedBehind(ask, what ?? count ?? verb);
  if (verb.text.toLowerCase() === 'limit')
    return words(ask, typed, count === undefined ? ['2 pages'] : ['pages'], 'How long the letter may be.');
  switch (what?.text.toLowerCase()) {
    case 'field':
      return proposeFieldWords(ask, read, typed);
    case 'section':
      return words(ask, typed, roles, 'A role: what a section does for the reviewer.');
    case 'enclosure':
      return typed === ''
        ? words(ask, typed, ['"Progress notes"'], 'Words of the name of an enclosure, in quotation marks.')
        : [];
    default:
      return count === undefined
        ? [...words(ask, typed, ['field', 'section', 'enclosure'], ''), ...proposeCounted(ask, typed, '2 ')]
        : proposeCounted(ask, typed, '');
  }
}

/** The words of the line that end before the cursor, with a space between. */
function wordsBefore({ offset }: CompletionAsk, read: RequirementWords | undefined): Partial<RequirementWords> {
  const before = Object.entries(read ?? {}).filter(([, word]: [string, Word]) => rangeOf(word).end < offset);
  return Object.fromEntries(before);
}

/** What stands between a word of the line and the cursor, without the space behind the word. */
function typedBehind({ subject, offset }: CompletionAsk, word: Word): string {
  return subject.file.text.slice(rangeOf(word).end, offset).trimStart();
}

/** Plain words, in the place of the typed one. */
function words(ask: CompletionAsk, typed: string, names: readonly string[], help: string): Proposal[] {
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
    return words(ask, ask.before, ['require', 'recommend', 'limit'], '');
  return lines.map(({ label, help, insert }) => ({
    label,
    kind: CompletionItemKind.Keyword,
    documentation: () => literal(help),
    insert,
    range: slot.range,
  }));
}

/** What a policy says of itself, and has not said yet. */
function proposeFacts(ask: CompletionAsk): Proposal[] {
  const { subject, line, today } = ask;
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  const facts = subject.head?.facts ?? [];
  const given = new Set(
    facts.flatMap((fact) => (isOnLine(rangeOf(fact.name).start, line) ? [] : (fact.declaration?.norm ?? []))),
  );
  const names = policyNames(subject.schema.vocabulary);
  return policyFieldNames.flatMap((name): Proposal[] => {
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

/** `insurance member id`, or behind a date `within 60 days`. */
function proposeFieldWords(ask: CompletionAsk, read: RequirementWords | undefined, typed: string): Proposal[] {
  const { schema } = ask.subject;
  const { subject, timed, within } = wordsBefore(ask, read);
  if (timed) {
    const choices = within ? units : ['60 days', '90 days', '12 months'];
    return words(ask, typedBehind(ask, within ?? timed), choices, 'Counted back from the day on the letter.');
  }
  const named = subject && !read?.timed ? resolveName(schema, subject.text) : undefined;
  const isDay =
    named !== undefined && 'field' in named && (named.field.type.name === 'date' || named.field.type.name === 'when');
  const time: Proposal[] = isDay
    ? [
        {
          label: 'within 60 days',
          kind: CompletionItemKind.Keyword,
          documentation: () => 'How long before the day on the letter it may lie.',
          insert: ['within ', { text: '60' }, ' ', { text: 'days', choices: units }],
          range: typedRange(ask, 0),
        },
      ]
    : [];
  const range = typedRange(ask, typed.length, wordBehind(ask));
  const fields = allNames(schema).flatMap((name): Proposal[] => {
    const target = resolveName(schema, name);
    if (!target || !('field' in target) || target.field.derived) return [];
    const { field } = target;
    return [
      { label: name, kind: CompletionItemKind.Field, documentation: () => describeField(field), insert: [name], range },
    ];
  });
  return [...time, ...fields];
}

function proposeCounted(ask: CompletionAsk, typed: string, before: string): Proposal[] {
  const range = typedRange(ask, typed.length, wordBehind(ask));
  return ask.subject.schema.vocabulary.records
    .filter((record) => record.many)
    .map((record) => ({
      label: before + record.name,
      kind: CompletionItemKind.Class,
      documentation: () => describeRecord(record),
      insert: [before + record.name],
      range,
    }));
}
