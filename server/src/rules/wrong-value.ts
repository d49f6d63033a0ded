import { reportMisplaced } from './checks/misplaced-values.js';
import { reportWrongValues } from './checks/wrong-values.js';
import type { Rule } from '../lint/rule.js';

export const wrongValue: Rule = {
  id: 'wrong-value',
  group: 'structure',
  severity: 'error',
  subject: 'record',
  summary: "Every value is what its field asks for: a real day, a whole phone number, one of the field's choices.",
  why: 'The letter prints a value as it stands: what is no date cannot be counted from, and a fax number without its area code reaches nobody.',
  bad: 'patient\n  name: Jane Doe\n  date of birth: 02/30/1968',
  good: 'patient\n  name: Jane Doe\n  date of birth: 02/29/1968',
  check(record, report) {
    reportMisplaced(record, report);
    reportWrongValues(record, ({ type }) => (type.isCode ? undefined : type), report);
  },
};
