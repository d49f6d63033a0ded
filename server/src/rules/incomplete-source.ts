import type { Rule } from '../lint/rule.js';
import type { RecordSubject } from '../letter/subjects.js';

/** By any of these a reviewer finds a source. */
const findable = ['journal', 'publisher', 'pmid', 'doi', 'nct', 'url', 'organization'];

export const incompleteSource: Rule = {
  id: 'incomplete-source',
  group: 'facts',
  severity: 'warning',
  subject: 'record',
  summary: 'A source says where it can be found: its journal or publisher, or a DOI, PMID, NCT number or address.',
  why: 'A reviewer who cannot look a source up takes it for none. A reference list in the AMA style has authors, title, journal and year; a DOI or PMID alone already leads to them.',
  bad: 'evidence @cohen2021\n  title: Chronic pain: an update on burden, best practices, and new advances',
  good: 'evidence @cohen2021\n  title: Chronic pain: an update on burden, best practices, and new advances\n  doi: 10.1016/S0140-6736(21)00393-7',
  check(subject, report) {
    const { record } = subject;
    if (!record.declaration?.byName.get('citation')?.derived) return;
    const given = givenIn(subject);
    const [first] = record.declaration.fields;
    const isNamed = given.has('title') || (first !== undefined && given.has(first.norm));
    if (!isNamed || findable.some((name) => given.has(name))) return;
    const asked = findable.filter((name) => record.declaration?.byName.has(name)).join(', ');
    report(record.name, `A reviewer cannot find this source. Give one of: ${asked}`);
  },
};

/** The fields that are given, in the address book too. */
function givenIn({ record, merged }: RecordSubject): ReadonlySet<string> {
  if (merged) return new Set([...merged.values.keys()].map(({ norm }) => norm));
  const given = record.fields.filter(({ values }) => values.some((value) => value.given));
  return new Set(given.flatMap(({ declaration }) => declaration?.norm ?? []));
}
