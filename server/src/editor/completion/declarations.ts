import { CompletionItemKind } from 'vscode-languageserver';
import { VALUE_TYPES } from '../../knowledge/types.js';
import type { RecordDeclaration } from '../../language/declarations.js';
import { type LifeEvent, lifeEvents } from '../../language/reserved-names.js';
import { normalizeName } from '../../language/names.js';
import { type FlagName, FLAGS, flagsOf, namingFlag } from '../../language/terms.js';
import { typedRange, type CompletionAsk, entriesAt, lineOf } from './ask.js';
import { describeField, describeRecord, paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import { beginsComputed, computedProposals, proposeOperands } from './computed-terms.js';
import { nameSlot } from './head.js';
import { byRank } from './order.js';
import { blankLine } from '../../begin/blanks.js';
import type { Insertion } from '../../begin/insertion.js';
import type { Proposal } from './proposal.js';
import { bookEntries } from '../../begin/new-records.js';
import { proposeKey } from './records.js';

/** True where the cursor is inside a declaration's parentheses: an open one before any colon. */
export function isInTerms(before: string): boolean {
  const open = before.indexOf('(');
  const colon = before.indexOf(':');
  return open >= 0 && (colon < 0 || open < colon) && !before.includes(')', open) && !before.slice(open).includes(':');
}

/** The part between commas that the cursor is in, and the others. */
interface TermSlot {
  readonly typed: string;
  readonly behind: string;
  readonly others: readonly string[];
}

function readTermSlot({ before, after }: CompletionAsk): TermSlot | undefined {
  const inner = before.slice(before.indexOf('(') + 1);
  if ((inner.match(/["“”]/g)?.length ?? 0) % 2 === 1) return undefined;
  const end = after.search(/[):]/);
  const left = inner.split(',');
  const right = (end < 0 ? after : after.slice(0, end)).split(',');
  const typed = (left.pop() ?? '').trimStart();
  const behind = (right.shift() ?? '').trimEnd();
  return { typed, behind, others: [...left, ...right].map((term) => term.trim().toLowerCase()) };
}

/** Types and flags inside the parentheses: one type, each flag once, and the names behind a flag; nothing among choices. */
export function proposeTerms(ask: CompletionAsk): Proposal[] {
  const { before, subject } = ask;
  const slot = readTermSlot(ask);
  if (!slot || /^also\s/i.test(slot.typed) || `${slot.typed}${slot.behind}`.includes('|')) return [];
  const { typed, behind, others } = slot;
  const isVocabulary = subject.file.kind === 'vocabulary';
  const declared = !isVocabulary ? 'template field' : /^\s/.test(before) ? 'field' : 'record';
  const named = namingFlag.exec(typed);
  if (named) return proposeNamed(ask, named[1]?.toLowerCase() ?? '', typed.slice(named[0].length), behind);
  const operands = declared === 'record' ? undefined : proposeOperands(ask, typed, behind);
  if (operands) return operands;
  if (/\s/.test(behind)) return [];
  const hasType =
    declared === 'record' || others.some((term) => VALUE_TYPES.has(term) || term.includes('|') || beginsComputed(term));
  const range = typedRange(ask, typed.length, behind.length);
  const types = hasType ? [] : [...VALUE_TYPES.values()];
  return [
    ...types.map((type): Proposal => ({
      label: type.name,
      kind: CompletionItemKind.TypeParameter,
      detail: 'type',
      documentation: () => paragraphs(literal(type.description), `e.g. ${literal(type.example)}`),
      insert: [type.name],
      range,
    })),
    ...(hasType ? [] : computedProposals(range)),
    ...flagsOf(declared)
      .filter((flag) => 'takes' in FLAGS[flag] || !others.includes(flag))
      .map((flag): Proposal => ({
        label: flag,
        kind: CompletionItemKind.Keyword,
        detail: 'flag',
        documentation: () => literal(FLAGS[flag].help),
        insert: insertFlag(flag),
        range,
      })),
  ];
}

function insertFlag(flag: FlagName): Insertion {
  const { [flag]: known } = FLAGS;
  if (!('takes' in known)) return [flag];
  return known.takes === 'quoted' ? [`${flag} "`, { text: 'other name', isSample: true }, '"'] : [`${flag} `];
}

/** What stands behind `like` and `instead of`: a record; behind `after`: a date of the same record, or the patient's birth. */
function proposeNamed(ask: CompletionAsk, flag: string, typed: string, behind: string): Proposal[] {
  const { vocabulary } = ask.subject.schema;
  const { here, above } = entriesAt(ask);
  const entry = here ?? above;
  const own = entry?.label && normalizeName(entry.label.text);
  const line = entry && lineOf(entry, ask);
  const range = typedRange(ask, typed.length, behind.length);
  if (flag !== 'after') {
    return vocabulary.records
      .filter(({ norm }) => norm !== own)
      .map((record) => ({
        label: record.name,
        kind: CompletionItemKind.Class,
        detail: 'record',
        documentation: () => describeRecord(record),
        insert: [record.name],
        range,
      }));
  }
  const record = own === 'letter' ? vocabulary.letter : own === undefined ? undefined : vocabulary.byName.get(own);
  const dates = (record?.fields ?? []).filter(
    ({ norm, type }) =>
      (type.name === 'date' || type.name === 'when') &&
      (line?.label === undefined || normalizeName(line.label.text) !== norm),
  );
  return [
    ...dates.map((field): Proposal => ({
      label: field.name,
      kind: CompletionItemKind.Field,
      detail: 'date of this record',
      documentation: () => describeField(field),
      insert: [field.name],
      range,
    })),
    ...lifeEvents.map((event): Proposal => ({
      label: event,
      kind: CompletionItemKind.Keyword,
      detail: lifeEventDetails[event],
      documentation: () =>
        event === 'birth'
          ? 'It cannot be before the day the patient was born.'
          : 'It cannot be before the pregnancy: what is found before the birth lies in it.',
      insert: [event],
      range,
    })),
  ];
}

const lifeEventDetails: Readonly<Record<LifeEvent, string>> = {
  birth: "the patient's date of birth",
  conception: 'up to 43 weeks before that date',
};

/** A new field, in a template's head or beneath a vocabulary's `record`. */
export function proposeDeclaration(ask: CompletionAsk): Proposal[] {
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  if (slot.rest !== 'nothing' || (here?.lines.length ?? 0) > 0) return [];
  return [
    {
      label: 'new field',
      kind: CompletionItemKind.Snippet,
      detail: 'declare a field',
      documentation: () =>
        'A blank of this template: its name, its type, and what to write, for the person who fills it in.',
      insert: [
        { text: 'name of the field', isSample: true },
        ' (',
        { text: 'text' },
        '): ',
        { text: 'What to write.', isSample: true },
      ],
      range: slot.range,
    },
  ];
}

/** What practices state once for all cases; a patient's facts do not belong there. */
const usual = [
  'provider',
  'practice',
  'insurance',
  'evidence',
  'guideline',
  'co-signer',
  'representative',
  'laboratory',
  'plan administrator',
];

function usualRank({ norm }: RecordDeclaration): number {
  return usual.includes(norm) ? usual.indexOf(norm) : usual.length;
}

/** What may stand at a vocabulary's margin: declarations, and entries of the address book. */
export function proposeVocabularyEntries(ask: CompletionAsk): Proposal[] {
  const { subject, today } = ask;
  const { here } = entriesAt(ask);
  const slot = nameSlot(ask, here);
  const isBare = slot.rest !== 'nothing' || (here?.lines.length ?? 0) > 0;
  const declare: Proposal = {
    label: 'record',
    kind: CompletionItemKind.Keyword,
    detail: 'declare a record',
    documentation: () =>
      'A new record, or more fields for one that is there: its name, what it is for, and its fields beneath it.',
    insert: isBare
      ? ['record ']
      : [
          'record ',
          { text: 'name', isSample: true },
          ': ',
          { text: 'What it is for.', isSample: true },
          '\n  ',
          { text: 'field', isSample: true },
          ' (',
          { text: 'text' },
          '): ',
          { text: 'What to write.', isSample: true },
        ],
    range: slot.range,
  };
  const records = subject.schema.vocabulary.records.filter((record) => record.norm !== 'patient');
  const entries = byRank(records, usualRank).map((record): Proposal => {
    const fields = record.fields.filter((field, index) => !field.derived && (field.required || index === 0));
    const lines = fields.flatMap((field): Insertion => ['\n  ', ...blankLine(field, today)]);
    return {
      label: `${record.name} @`,
      kind: CompletionItemKind.Class,
      detail: 'address book',
      documentation: () => describeRecord(record),
      insert: isBare ? [`${record.name} @`] : [`${record.name} @`, { text: 'key', isSample: true }, ...lines],
      range: slot.range,
    };
  });
  return [declare, ...entries];
}

/** The name of a record that is there already, after `record`: its fields are added to. */
export function proposeRecordNames(ask: CompletionAsk): Proposal[] {
  const typed = /^record\s+(.*)$/is.exec(ask.before)?.[1] ?? '';
  const behind = /^[^(:]*/.exec(ask.after)?.[0].trimEnd().length ?? 0;
  const { vocabulary } = ask.subject.schema;
  return [vocabulary.letter, ...vocabulary.records].map((record) => ({
    label: record.name,
    kind: CompletionItemKind.Class,
    detail: 'add fields to it',
    documentation: () => describeRecord(record),
    insert: [record.name],
    range: typedRange(ask, typed.length, behind),
  }));
}

/** Keys of the address book after `provider @`; of a record that may repeat, those that are not used yet. */
export function proposeKeys(ask: CompletionAsk): Proposal[] {
  const { before, after, subject } = ask;
  const typed = before.slice(before.lastIndexOf('@') + 1);
  const behind = /^[\p{L}\p{N}_.-]*/u.exec(after)?.[0].length ?? 0;
  const { here } = entriesAt(ask);
  const records = subject.head?.records ?? [];
  const record = here && records.find((one) => one.name.piece === here.piece)?.declaration;
  if (!record) return [];
  const others = records.filter((one) => one.name.piece !== here.piece && one.declaration === record);
  const used = new Set(others.flatMap((one) => one.key?.text.toLowerCase() ?? []));
  const range = typedRange(ask, typed.length, behind);
  return bookEntries(subject.schema, record)
    .filter((entry) => !used.has(entry.key.text.toLowerCase()))
    .map((entry) => proposeKey(entry, subject.schema, range, true));
}
