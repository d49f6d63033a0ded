import { asks, normalizeName } from '../letter/source.js';
import { findBlanks } from '../knowledge/blanks.js';
import { nonAnswer } from '../knowledge/non-answers.js';
import type { Report, Rule } from '../lint/rule.js';
import type { FactField, FactValue, FieldDeclaration, RecordDeclaration } from '../letter/source.js';
import type { RecordSubject } from '../letter/subjects.js';

export const emptyAnswer: Rule = {
  id: 'empty-answer',
  group: 'facts',
  severity: 'error',
  subject: 'record',
  summary:
    'A value says something: it is not N/A, unknown, pending, see attached, the field’s own name, or a question mark.',
  why: 'The letter prints a value as it stands. “Member ID: N/A” or “prior treatment: none: ineffective” tells a reviewer that nobody looked, and counts as given everywhere else. What is not known is left empty until it is; what does not apply is left out; and why nothing was tried has a fact of its own.',
  bad: 'insurance\n  payer: Blue Mesa Health Plan\n  member id: N/A',
  good: 'insurance\n  payer: Blue Mesa Health Plan\n  member id: SAMPLE0000123',
  check(subject, report) {
    const { declaration } = subject.record;
    for (const field of subject.record.fields) if (isOurs(field)) reportField(field, declaration, subject, report);
  },
};

/** Of any other type such a value is wrong already. */
function isOurs({ declaration }: FactField): boolean {
  return declaration !== undefined && ['text', 'address'].includes(declaration.type.name);
}

function reportField(
  { declaration: field, values }: FactField,
  record: RecordDeclaration | undefined,
  { fileKind }: RecordSubject,
  report: Report,
): void {
  if (!field || asks(fileKind)) return;
  for (const value of values) {
    const { text } = value.where;
    const kind = value.given
      ? (nonAnswer(text) ?? (repeatsName(text, field, record) ? 'words' : undefined))
      : undefined;
    // What is to be filled in (`___`, `***`) is a blank, and said to be one.
    if (kind === undefined || findBlanks(text).length > 0) continue;
    const isNeeded = field.required || field.identifying || record?.fields[0] === field;
    if (kind === 'none' && !(isNeeded && !canBeNone(record))) continue;
    report(value.where, messageFor(field, record, kind === 'none'), {
      severity: kind === 'mark' || isNeeded ? 'error' : 'warning',
      otherFixes: [leaveEmpty(value)],
    });
  }
}

/** The prompt of a form that was left standing: *name: Patient name*; a number of one digit repeated where something is identified. */
function repeatsName(text: string, field: FieldDeclaration, record: RecordDeclaration | undefined): boolean {
  if (field.identifying && /^([0-9x])\1{3,}$/i.test(text.trim())) return true;
  const written = normalizeName(text);
  return written === field.norm || (record !== undefined && written === `${record.norm} ${field.norm}`);
}

/** Records of which there may truly be none, and a reviewer wants to read it. */
function canBeNone(record: RecordDeclaration | undefined): boolean {
  return record?.norm === 'allergy';
}

function messageFor(field: FieldDeclaration, record: RecordDeclaration | undefined, isNone: boolean): string {
  if (record?.norm === 'prior treatment' && record.fields[0] === field)
    return 'This names no treatment. Take the record out, and say why under "reason for no prior treatment".';
  if (record?.many && record.fields[0] === field && isNone)
    return 'This prints as if it were one. Where there is none, take the record out.';
  if (field.required || field.identifying)
    return 'This is no answer, and would print. Leave it empty until it is known.';
  return 'This is no answer, and would print. Write the fact, or take the line out where none applies.';
}

function leaveEmpty({ where }: FactValue) {
  return { title: 'Leave it empty for now', edits: [{ where, text: '' }] };
}
