import { nonAnswer } from '../knowledge/non-answers.js';
import { VALUE_TYPES } from '../knowledge/types.js';
import { type FactRecord, normalizeName, valueText } from '../letter/source.js';
import type { RecordSubject } from '../letter/subjects.js';
import type { ValueRule } from './checks/value-rule.js';
import { reportWrongValues } from './checks/wrong-values.js';

export const mbi: ValueRule = {
  id: 'mbi',
  group: 'facts',
  severity: 'error',
  subject: 'record',
  types: ['mbi'],
  summary: 'The number of a member of Original Medicare has the form of a Medicare Beneficiary Identifier.',
  why: 'Original Medicare finds nobody by any other number. It has eleven characters in a fixed order, without S, L, O, I, B and Z, which look like others. A Medicare Advantage or other plan gives numbers of its own, so the member ID is looked at only where the plan type is Medicare, or where it is called an MBI. Source: CMS, “Understanding the Medicare Beneficiary Identifier (MBI) Format”, whose specimen is 1EG4-TE5-MK73.',
  bad: 'insurance\n  payer: Blue Mesa Health Plan\n  mbi: 1SG4-TE5-MK73',
  good: 'insurance\n  payer: Blue Mesa Health Plan\n  plan type: Medicare\n  member id: 1EG4-TE5-MK73',
  check(subject, report) {
    const { record } = subject;
    const isOriginal = planTypeOf(subject) === 'medicare';
    const isCalled = record.fields.some((field) => field.declaration?.norm === memberId && calledMbi(field));
    reportWrongValues(
      subject,
      ({ type, norm }, text) => {
        if (type.name === 'mbi') return type;
        const isOne = norm === memberId && (isOriginal || isCalled) && nonAnswer(text) === undefined;
        return isOne ? VALUE_TYPES.get('mbi') : undefined;
      },
      report,
    );
  },
};

const memberId = 'member id';

/** By the choices of the vocabulary, where `Medicare` alone is Original Medicare. */
function planTypeOf({ record, merged }: RecordSubject): string | undefined {
  const field = record.declaration?.byName.get('plan type');
  if (!field) return undefined;
  const given = merged ? merged.values.get(field) : record.fields.find((one) => one.declaration === field)?.values;
  const [value] = given ?? [];
  return value?.given ? valueText(value).toLowerCase() : undefined;
}

/** `mbi: …`: it is said to be one, whatever the plan. */
function calledMbi({ name }: FactRecord['fields'][number]): boolean {
  return /^(?:mbi|medicare (?:number|id))$/.test(normalizeName(name.text));
}
