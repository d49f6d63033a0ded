import { canonicalIcd10 } from '../../knowledge/codes.js';
import { rangeOf } from '../../language/span.js';
import { valueText } from '../../language/values.js';
import type { FileSubject } from '../../letter/subjects.js';
import { listFor } from '../code-lists.js';
import { literal } from '../markdown.js';

/** What a hover can list before it hides the text that it is about. */
const mostChildren = 12;

/** A diagnosis code beneath the pointer: what it means, and the codes beneath it. Undefined where there is none, or no list. */
export function describeCode(
  subject: FileSubject,
  offset: number,
): { readonly paragraphs: string[]; readonly range: { readonly start: number; readonly end: number } } | undefined {
  const fields = [...(subject.head?.records ?? []).flatMap((record) => record.fields), ...(subject.head?.facts ?? [])];
  for (const field of fields) {
    if (field.declaration?.type.name !== 'icd-10') continue;
    for (const value of field.values) {
      const range = rangeOf(value.where);
      if (!value.given || offset < range.start || offset > range.end) continue;
      const code = canonicalIcd10(valueText(value, ' '));
      const list = listFor(subject);
      const entry = code === undefined ? undefined : list?.find(code);
      if (!entry || !list) return undefined;
      const children = list.childrenOf(entry.code, mostChildren + 1);
      const lines = children
        .slice(0, mostChildren)
        .map((child) => `- ${literal(child.code)}${child.description === '' ? '' : `: ${literal(child.description)}`}`);
      const more = children.length > mostChildren ? ['- …'] : [];
      return {
        range,
        paragraphs: [
          `**${literal(entry.code)}**${entry.description === '' ? '' : ` ${literal(entry.description)}`}`,
          ...(entry.billable ? [] : ['A category: a claim needs one of the longer codes beneath it.']),
          ...(lines.length > 0 ? [[...lines, ...more].join('\n')] : []),
          `ICD-10-CM, fiscal year ${String(list.year)}`,
        ],
      };
    }
  }
  return undefined;
}
