import type { FactField, Head } from '../../server/src/language/head.js';
import { valueText } from '../../server/src/language/values.js';
import { caseOf } from './printed.js';

/**
 * The head of a case as text: `name = value` for a field under the name that declares it, `?` before one that nobody declares, ` ⏎ ` for a
 * line break in a value, ` | ` between several values, `∅` for one that is not given; then the problems, each `! kind: words`.
 */
export function headText(head: string, others: Readonly<Record<string, string>> = {}): string {
  const kindLine = /^\s*case\b/.test(head) ? '' : 'case\n';
  return describeHead(caseOf(kindLine + head, others).head);
}

function describeHead(head: Head): string {
  const records = head.records.flatMap((record) => [
    `${record.declaration?.name ?? `?${record.name.text}`}${record.key ? ` @${record.key.text}` : ''}`,
    ...record.fields.map((field) => `  ${fieldLine(field)}`),
  ]);
  const problems = [...head.problems, ...head.records.flatMap((record) => record.problems)];
  return [
    ...head.facts.map(fieldLine),
    ...records,
    ...problems.map((problem) => `! ${problem.kind}: ${problem.where.text}`),
  ].join('\n');
}

function fieldLine(field: FactField): string {
  const values = field.values.map((value) => (value.given ? valueText(value, ' ⏎ ') : '∅'));
  return `${field.declaration?.name ?? `?${field.name.text}`} = ${values.join(' | ')}`;
}
