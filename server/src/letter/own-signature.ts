import { resolveName } from '../language/name-resolution.js';
import type { Span } from '../language/span.js';
import { type Filling, type Place, repeatedRecord } from './filling.js';
import type { Block, Inline, Signer } from './letter.js';
import { splitAtBreaks } from './letter-blocks.js';
import { isThere } from './print-name.js';
import type { ProseInline } from './prose-tree.js';
import { valueRuns } from './runs.js';

/** A signature that its own placeholder asks for, `[patient signature]`; the lines beneath it are still to come. */
export interface OwnSignature {
  readonly source: Span;
  readonly signers: readonly Signer[];
}

/**
 * What a bracket stands for that asks for a signature to be drawn: a picture, or a line for a pen, for each record that there is. Undefined for any other bracket.
 * `isOptional`: in braces, where nobody signs without the record.
 */
export function ownSignature(
  { bracket, start, end }: Extract<ProseInline, { kind: 'bracket' }>,
  isOptional: boolean,
  place: Place,
  filling: Filling,
): OwnSignature | 'nobody signs' | undefined {
  const target = bracket.kind === 'placeholder' ? resolveName(filling.schema, bracket.name.text) : undefined;
  if (bracket.kind !== 'placeholder' || !target || !('field' in target)) return undefined;
  const { field } = target;
  if (!field.byHand || field.type.name !== 'image') return undefined;
  const given = !isOptional || isThere(target, place, filling);
  filling.uses.push({ name: bracket.name, target, given, optional: isOptional, repeated: false });
  if (!given) return 'nobody signs';
  const source: Span = { piece: place.piece, start, end };
  const record = target.kind === 'record field' ? target.record : undefined;
  const one = record && repeatedRecord(record, place.repeated);
  const records = record ? (one ? [one] : filling.facts.recordsOf(record)) : [];
  const values = record ? records.map((each) => each.values.get(field)?.[0]) : [filling.facts.valuesOf(field)[0]];
  const signers = values.map((value): Signer => {
    const run = value && valueRuns(value, field, filling.dates, false)[0];
    return { ...(run?.kind === 'text' && { picture: run }), field, lines: [] };
  });
  return { source, signers: signers.length > 0 ? signers : [{ field, lines: [] }] };
}

/** The signature with the words that stand beneath it: those of the last one who signs. */
export function signedWith({ source, signers }: OwnSignature, words: readonly Inline[]): Block {
  const last = signers.at(-1);
  const lines = words.length > 0 ? splitAtBreaks(words) : [];
  return { kind: 'signature', source, isOwn: true, signers: last ? [...signers.slice(0, -1), { ...last, lines }] : [] };
}
