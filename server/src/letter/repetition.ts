import { resolveName } from '../language/name-resolution.js';
import { type Filling, repeatedRecord, repeatsValueOf, type Repeated } from './filling.js';
import type { ProseBlock, ProseInline } from './prose-tree.js';

type ProseHeading = Extract<ProseBlock, { kind: 'heading' }>;

/** A heading within a section with what stands beneath it up to the next one; without a heading what stands before the first. */
export interface ProsePart {
  readonly heading?: ProseHeading;
  readonly beneath: readonly ProseBlock[];
}

/** Blocks by their headings, in the order of the text. */
export function partsOf(blocks: readonly ProseBlock[]): readonly ProsePart[] {
  const parts: { heading?: ProseHeading; beneath: ProseBlock[] }[] = [{ beneath: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push({ heading: block, beneath: [] });
    else parts.at(-1)?.beneath.push(block);
  }
  return parts;
}

/** What begins with a placeholder of a `many` record or field, be it an item, a row or a part, is filled once for each of them; once where there is none. */
export function repetitions(
  content: readonly ProseInline[],
  filling: Filling,
  repeated: Repeated | undefined,
): readonly (Repeated | undefined)[] {
  const once = [repeated];
  const name = beginningName(content);
  const target = name === undefined ? undefined : resolveName(filling.schema, name);
  if (!target || target.kind === 'block' || target.kind === 'pronoun') return once;
  const { field } = target;
  const within = repeated && { within: repeated };
  const record = target.kind === 'record field' ? target.record : undefined;
  const one = record && repeatedRecord(record, repeated);
  if (record?.many && !one) {
    const records = filling.facts.recordsOf(record);
    return records.length > 0 ? records.map((each) => ({ kind: 'record', record: each, ...within })) : once;
  }
  if (!field.many || repeatsValueOf(field, repeated)) return once;
  const values = record
    ? ((one ?? filling.facts.recordsOf(record)[0])?.values.get(field) ?? [])
    : filling.facts.valuesOf(field);
  return values.length > 0 ? values.map((value) => ({ kind: 'value', field, value, ...within })) : once;
}

/** The name in the placeholder that content begins with, emphasis not counted. */
export function beginningName(content: readonly ProseInline[]): string | undefined {
  const first = content[0];
  if (first?.kind === 'strong' || first?.kind === 'emphasis') return beginningName(first.content);
  return first?.kind === 'bracket' && first.bracket.kind === 'placeholder' ? first.bracket.name.text : undefined;
}
