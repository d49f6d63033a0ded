import { removeLines } from '../fixes/head-edits.js';
import { headProblems } from '../analysis/head-problems.js';
import type { Rule } from '../lint/rule.js';
import type { FactField } from '../letter/source.js';

export const derivedField: Rule = {
  id: 'derived-field',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  summary: 'Nobody types what the program computes.',
  why: 'An age, a count or a citation that is typed is wrong as soon as what it is computed from changes; so it is never read.',
  bad: 'patient\n  date of birth: 1968-03-14\n  age: 58',
  good: 'patient\n  date of birth: 1968-03-14',
  check(file, report) {
    const fields = [...(file.head?.facts ?? []), ...file.records.flatMap(({ record }) => record.fields)];
    for (const { where } of headProblems(file, 'derived field')) {
      const given = fields.find((field) => field.name === where);
      const fix = {
        title: 'Take the line out',
        edits: [removeLines(where, lastOf(given) ?? where)],
        asks: true as const,
      };
      report(where, 'The program computes this by itself. Take the line out.', { fix });
    }
  },
};

function lastOf(field: FactField | undefined): FactField['name'] | undefined {
  return field?.values.at(-1)?.lines.at(-1);
}
