import { withoutCredentials } from '../knowledge/person-names.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { RecordSubject } from '../letter/subjects.js';
import type { Rule } from '../lint/rule.js';

export const credentialsTwice: Rule = {
  id: 'credentials-twice',
  group: 'facts',
  severity: 'warning',
  subject: 'record',
  summary: 'Credentials that have a line of their own do not stand in the name as well.',
  why: 'The signature prints the name with the credentials behind it: “Dr. Bo Li, MD, MD”. A doctor is Dr. before the name or has the degree behind it, never both (AMA Manual of Style, 11th edition, 2.3).',
  bad: 'provider\n  name: Dr. Bo Li, MD\n  credentials: MD',
  good: 'provider\n  name: Bo Li\n  credentials: MD',
  check(subject, report) {
    const name = subject.record.fields.find(({ declaration }) => declaration?.person && declaration.norm === 'name');
    const credentials = givenIn(subject, 'credentials');
    for (const { given, where } of name?.values ?? []) {
      const plain = given && credentials !== undefined ? withoutCredentials(where.text, credentials) : undefined;
      if (plain !== undefined)
        report(where, 'The credentials print twice: they have a line of their own, so take them out of the name.', {
          fix: { title: 'Write the name alone', edits: [{ where, text: plain }] },
        });
    }
  },
};

/** What is given here or in the address book. */
function givenIn({ record, merged }: RecordSubject, norm: string): string | undefined {
  const own = record.fields.find(({ declaration }) => declaration?.norm === norm)?.values;
  const field = merged?.declaration.byName.get(norm);
  const [value]: readonly FactValue[] = own ?? (field && merged?.values.get(field)) ?? [];
  return value?.given ? valueText(value, ' ') : undefined;
}
