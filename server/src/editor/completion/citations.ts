import { CompletionItemKind } from 'vscode-languageserver';
import type { Head } from '../../language/head.js';
import { valueText } from '../../language/values.js';
import { citables, Facts, type MergedRecord, valuesByName } from '../../letter/facts.js';
import type { Inline } from '../../letter/letter.js';
import { referenceContent } from '../../letter/resolve-letter.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { CompletionAsk } from './ask.js';
import type { BracketSlot } from './brackets.js';
import { paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import type { Proposal } from './proposal.js';
import { bookEntries } from '../../begin/new-records.js';

const nothing: Head = { records: [], facts: [], problems: [] };

/** A source that can be cited. */
interface Citable {
  readonly key: string;
  readonly inCase: boolean;
  readonly describe: () => string;
}

/** Keys after `[@`, those of the case's own sources first; a missing closing bracket is put in. */
export function proposeCitations(ask: CompletionAsk, slot: BracketSlot): Proposal[] {
  const last = slot.typed.lastIndexOf(';');
  const typed = slot.typed.slice(last + 1).trimStart();
  if (!typed.startsWith('@') && typed !== '') return [];
  const behind = /^[\p{L}\p{N}_.-]*/u.exec(ask.after)?.[0].length ?? 0;
  const cited = new Set((last < 0 ? '' : slot.typed.slice(0, last)).toLowerCase().split(/[;@\s]+/));
  const range = { start: ask.offset - typed.length, end: ask.offset + behind };
  return citablesOf(ask.subject)
    .filter(({ key }) => !cited.has(key.toLowerCase()))
    .map(({ key, inCase, describe }) => ({
      label: `@${key}`,
      kind: CompletionItemKind.Reference,
      ...(inCase && { detail: 'given in this file' }),
      documentation: describe,
      insert: [slot.isClosed ? `@${key}` : `@${key}]`],
      range,
    }));
}

/** Sources with keys: those that the file gives itself, then those of the address book. */
function citablesOf({ schema, head, letter }: FileSubject): Citable[] {
  const facts = letter?.facts ?? new Facts(schema, head ?? nothing);
  const records = citables(schema);
  const own = records.flatMap((record) => facts.recordsOf(record).flatMap(({ key }) => (key ? [key.text] : [])));
  const book = records.flatMap((record) => bookEntries(schema, record).map((entry) => entry.key.text));
  const keys = new Map([...own, ...book].map((key) => [key.toLowerCase(), key]));
  const inCase = new Set(own.map((key) => key.toLowerCase()));
  return [...keys].map(([folded, key]) => ({
    key,
    inCase: inCase.has(folded),
    describe: () => describeSource(facts.cited(key)),
  }));
}

/** The source as the reference list prints it, and what it showed. */
function describeSource(record: MergedRecord | undefined): string {
  if (!record) return '';
  const conclusion = valuesByName(record, 'conclusion')[0];
  return paragraphs(literal(textOf(referenceContent(record))), conclusion && literal(valueText(conclusion, ' ')));
}

function textOf(content: readonly Inline[]): string {
  return content
    .map((node) => (node.kind === 'text' ? node.text : 'content' in node ? textOf(node.content) : ''))
    .join('');
}
