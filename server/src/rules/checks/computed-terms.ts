import { computedCircle } from '../../letter/computed-facts.js';
import {
  allNames,
  type FieldDeclaration,
  MEASURES,
  type Operand,
  operandsOf,
  placeholderOf,
  type RecordDeclaration,
  recordOfTarget,
  type Schema,
} from '../../letter/source.js';
import type { WrittenDeclaration } from '../../letter/subjects.js';
import { nearest } from '../../spelling/nearest.js';
import { anyOf, writeFixes } from '../../fixes/write-fixes.js';
import type { Report } from '../../lint/rule.js';

/** `time from NAME to NAME` and the like: names that are known, of dates or numbers, given once, and no circle. */
export function checkComputed({ field, terms, record }: WrittenDeclaration, schema: Schema, report: Report): void {
  const { computed } = terms;
  // Declared twice, the later declaration computes nothing.
  if (!computed || !field?.computed || field.computed.whole.start !== computed.whole.start) return;
  const operands = operandsOf(field, record, schema);
  if (operands.length === 0) {
    const what = computed.measure === 'sum' ? 'what is to be added up' : 'from what to what';
    report(computed.whole, `Say ${what}, such as: ${MEASURES[computed.measure].example}`);
    return;
  }
  for (const operand of operands) checkOperand(operand, field, record, schema, report);
  const circle = computedCircle(field, record, schema);
  if (circle) report(computed.whole, 'This is computed from itself in the end. Name another fact in one of the two.');
}

function checkOperand(
  { written, target }: Operand,
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
  schema: Schema,
  report: Report,
): void {
  const isSum = field.computed?.measure === 'sum';
  const kind = field.computed?.measure === 'change' || isSum ? 'number' : 'date';
  if (!target) {
    const own = (record?.fields ?? []).filter((one) => one !== field && fits(one, kind)).map(({ name }) => name);
    const near = nearest(written.text, [...own, ...allNames(schema)]);
    const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : `Write the name of a ${kind}.`;
    report(written, `No field has this name. ${choice}`, writeFixes(written, near));
    return;
  }
  const { field: operand } = target;
  if (operand === field) return; // a circle
  if (!fits(operand, kind)) {
    const example = MEASURES[field.computed?.measure ?? 'time'].example;
    report(written, `This is no ${kind}, so nothing can be computed from it. Write, for example: ${example}`);
    return;
  }
  const of = recordOfTarget(target);
  if (isSum) return;
  if (of?.many && of !== record) {
    report(
      written,
      `There may be several of this ${of.name}: beneath "record ${of.name}" this would be computed for each of them.`,
    );
  } else if (operand.many)
    report(written, `${capital(placeholderOf(operand))} may have several values; name a field that has one.`);
}

/** What a date or a number may be typed as. Text may hold a number with its unit: `8 of 10`. */
function fits({ type, computed }: FieldDeclaration, kind: 'date' | 'number'): boolean {
  if (kind === 'date') return type.name === 'date' || type.name === 'when';
  return type.name === 'number' || type.name === 'money' || type.name === 'text' || computed !== undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
