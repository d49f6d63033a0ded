import { CompletionItemKind } from 'vscode-languageserver';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import type { Schema } from '../../language/name-resolution.js';
import { blockNames, pronounNames } from '../../language/reserved-names.js';
import type { SectionSubject } from '../../letter/written-sections.js';
import type { CompletionAsk } from './ask.js';
import type { BracketSlot } from './brackets.js';
import { isConditionBracket } from './conditions.js';
import { describeField, describeRecord, paragraphs } from './documentation.js';
import { byRank, lastRank, needsOf } from './order.js';
import type { Proposal } from './proposal.js';
import { remember } from '../../remember.js';
import { templateSections } from '../../letter/file-context.js';
import { wordsOf } from '../../letter/template-section.js';

/** What a bracket may name. */
interface Name {
  readonly name: string;
  readonly kind: CompletionItemKind;
  readonly detail: string;
  readonly filter: string;
  readonly describe: () => string;
  readonly field?: FieldDeclaration;
  readonly record?: RecordDeclaration;
  readonly isOwn: boolean;
}

export const blockHelp: Readonly<Record<string, string>> = {
  signature: 'The signature: picture or line, name, credentials and NPI, of the provider and of each co-signer.',
  enclosures: 'The list of enclosures.',
  references: 'The numbered list of what the letter cites.',
  criteria: "The payer's criteria, each with what meets it and where that stands.",
  letterhead: "The practice's letterhead: its own text, else its name, address, phone and fax.",
};

/** Names after `[`, those that the case gives first, then what the template declares and prints; a missing closing bracket is put in. */
export function proposePlaceholders(ask: CompletionAsk, slot: BracketSlot): Proposal[] {
  if (/^write\s*:/i.test(slot.typed)) return [];
  const { subject } = ask;
  const { letter, head } = subject;
  const { printed } = needsOf(subject);
  const facts = new Set(
    head?.facts.flatMap(({ declaration, values }) => (values.some((value) => value.given) ? [declaration] : [])),
  );
  const isGiven = ({ field, record }: Name): boolean => {
    if (!letter || !field) return false;
    return record ? letter.facts.recordsOf(record).some((one) => one.values.has(field)) : facts.has(field);
  };
  const inCondition = isConditionBracket(ask.before.slice(0, ask.before.length - slot.typed.length));
  const named = namesOf(subject.schema);
  const names = byRank(inCondition ? named.filter(({ field }) => field?.type.choices) : named, (name) => {
    if (isGiven(name)) return 0;
    if (name.isOwn) return 1;
    if (name.field && printed.has(name.field)) return 2;
    return name.field || !letter ? lastRank : 3;
  });
  const range = { start: slot.start, end: slot.end };
  const close = slot.isClosed ? '' : ']';
  const special = (inCondition ? [] : specialBrackets(ask)).map((one) => ({
    ...one,
    range,
    insert: [...one.insert, close],
  }));
  const proposals = names.map((name): Proposal => ({
    label: name.name,
    kind: name.kind,
    detail: isGiven(name) ? `${name.detail}, given` : name.detail,
    documentation: name.describe,
    filter: name.filter,
    insert: [name.name + close + (inCondition && !slot.isClosed ? ' is ' : '')],
    range,
  }));
  return [...special, ...proposals];
}

/** `[template text]` where a section replaces the template's or the base's; `[write: …]` in templates, whose sections cases can write. */
function specialBrackets(ask: CompletionAsk): Omit<Proposal, 'range'>[] {
  const section = sectionAt(ask);
  const hasText = section?.prose.brackets.some((bracket) => bracket.kind === 'template text');
  if (ask.subject.file.kind === 'template' && section?.section) {
    const under = templateSections(ask.subject).get(section.section);
    return [
      ...(under && wordsOf(under) && !hasText ? [templateText("the base's words")] : []),
      {
        label: 'write: …',
        kind: CompletionItemKind.Snippet,
        detail: 'help',
        documentation: () =>
          'What the writer should say here, in their own words. Until a case does, the letter has a gap with these words.',
        filter: 'write:',
        insert: ['write: ', { text: 'what to say here', isSample: true }],
      },
    ];
  }
  return section?.resolved?.templateSection && !hasText ? [templateText("the template's words")] : [];
}

function templateText(detail: string): Omit<Proposal, 'range'> {
  return {
    label: 'template text',
    kind: CompletionItemKind.Keyword,
    detail,
    documentation: () => 'Prints the text that this section has without yours here, above or below your own words.',
    insert: ['template text'],
  };
}

/** The section whose prose the cursor is in. */
function sectionAt({ subject, offset }: CompletionAsk): SectionSubject | undefined {
  return subject.sections.findLast(({ prose }) => prose.piece.start + prose.start <= offset);
}

/** Every name in reach, made once for each vocabulary and template. */
const namesOf = remember(({ vocabulary, template }: Schema): readonly Name[] => {
  const own = [...(template?.byName.values() ?? [])].map((field) => fieldName(field, undefined, true));
  const letter = vocabulary.letter.fields.map((field) => fieldName(field, undefined, false));
  const records = vocabulary.records.flatMap((record) => [
    recordName(record),
    ...record.fields.map((field) => fieldName(field, record, false)),
  ]);
  return [...own, ...letter, ...[...pronounNames].map(pronoun), ...[...blockNames].map(block), ...records];
});

function fieldName(field: FieldDeclaration, record: RecordDeclaration | undefined, isOwn: boolean): Name {
  const before = record ? `${record.name} ` : '';
  return {
    name: before + field.name,
    kind: CompletionItemKind.Field,
    detail: record ? record.name : isOwn ? 'this template' : 'letter',
    filter: [before + field.name, ...field.also].join(' '),
    describe: () => describeField(field),
    field,
    ...(record && { record }),
    isOwn,
  };
}

/** A record's name alone stands for its first field. */
function recordName(record: RecordDeclaration): Name {
  const [field] = record.fields;
  return {
    name: record.name,
    kind: CompletionItemKind.Class,
    detail: field ? `its ${field.name}` : 'record',
    filter: [record.name, ...record.also].join(' '),
    describe: () => paragraphs(describeRecord(record)),
    ...(field && { field }),
    record,
    isOwn: false,
  };
}

function pronoun(name: string): Name {
  const describe = () =>
    "The patient's pronoun, as the case gives it. Behind they any verb may stand, and prints as the pronoun asks: [they need]. At a sentence's start it gets a capital.";
  return { name, kind: CompletionItemKind.Text, detail: 'pronoun', filter: name, describe, isOwn: false };
}

function block(name: string): Name {
  return {
    name,
    kind: CompletionItemKind.Module,
    detail: 'block',
    filter: name,
    describe: () => blockHelp[name] ?? '',
    isOwn: false,
  };
}
