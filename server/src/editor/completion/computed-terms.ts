import { CompletionItemKind } from 'vscode-languageserver';
import { longestTerm, MEASURES } from '../../language/computed.js';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { allFields, placeholderOf } from '../../language/name-resolution.js';
import { normalizeName } from '../../language/names.js';
import { literal } from '../markdown.js';
import { type CompletionAsk, entriesAt, lineOf, typedRange } from './ask.js';
import { describeField, paragraphs } from './documentation.js';
import type { Proposal } from './proposal.js';

const begins = /^(?:(?:(time|days|weeks|months|years)|(change))\s+from|(sum)\s+of)\s+/i;

/** True for a term that stands in the place of a type. */
export function beginsComputed(term: string): boolean {
  return begins.test(term);
}

/** `time from`, `change from`, `sum of`: what may stand in the place of a type. */
export function computedProposals(range: Proposal['range']): Proposal[] {
  return Object.values(MEASURES).map((measure) => ({
    label: measure.begins,
    kind: CompletionItemKind.TypeParameter,
    detail: 'computed',
    documentation: () => paragraphs(literal(measure.help), `e.g. ${literal(measure.example)}`),
    insert: [`${measure.begins} `],
    range,
  }));
}

/** The names behind `time from`, `to` and `sum of`: dates or numbers, those of the same record first. Undefined outside of such a term. */
export function proposeOperands(ask: CompletionAsk, typed: string, behind: string): Proposal[] | undefined {
  const found = typed.length > longestTerm ? null : begins.exec(typed);
  if (!found) return undefined;
  const isSum = found[3] !== undefined;
  const rest = typed.slice(found[0].length);
  const first = isSum ? undefined : /^(\S.*?)\sto(?:\s+|$)/is.exec(rest);
  const written = first ? rest.slice(first[0].length) : rest;
  const hasEnd = first !== null || /(?:^|\s)to\s/i.test(behind);
  const isOfKind = isSum || found[2] !== undefined ? isNumber : isDate;
  const taken = normalizeName(first?.[1] ?? '');
  const fields = fieldsFor(ask, isSum).filter(({ name, field }) => isOfKind(field) && normalizeName(name) !== taken);
  const after = first ? behind : behind.slice(0, / to\s/i.exec(behind)?.index ?? behind.length);
  return fields.map(({ name, field }) => ({
    label: name,
    kind: CompletionItemKind.Field,
    detail: isOfKind === isDate ? 'date' : 'number',
    documentation: () => describeField(field),
    insert: [isSum || hasEnd ? name : `${name} to `],
    range: typedRange(ask, written.length, after.length),
  }));
}

/** Fields of the record that the cursor's line belongs to, under their own names; then all others. A record that repeats has but sums outside of it. */
function fieldsFor(ask: CompletionAsk, isSum: boolean): { readonly name: string; readonly field: FieldDeclaration }[] {
  const { here, above } = entriesAt(ask);
  const entry = here ?? above;
  const { schema, file } = ask.subject;
  const { vocabulary } = schema;
  const norm = file.kind === 'vocabulary' && entry?.label ? normalizeName(entry.label.text) : '';
  const own: RecordDeclaration | undefined = vocabulary.byName.get(norm);
  const line = entry && lineOf(entry, ask);
  const declared = normalizeName((line?.label ?? (file.kind === 'template' ? entry?.label : undefined))?.text ?? '');
  const ofOwn = (own?.fields ?? [])
    .filter((field) => field.norm !== declared)
    .map((field) => ({ name: field.name, field }));
  const others = allFields(schema)
    .filter(({ record, field }) => record !== own && (isSum || (!record?.many && !field.many)))
    .filter(({ record, field }) => record !== undefined || field.norm !== declared)
    .map(({ field }) => ({ name: placeholderOf(field), field }));
  return [...ofOwn, ...others];
}

function isDate({ type }: FieldDeclaration): boolean {
  return type.name === 'date' || type.name === 'when';
}

function isNumber({ type, computed }: FieldDeclaration): boolean {
  return type.name === 'number' || type.name === 'money' || type.name === 'text' || computed !== undefined;
}
