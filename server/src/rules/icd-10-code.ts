import { reportWrongValues } from './checks/wrong-values.js';
import type { Rule } from '../lint/rule.js';

export const icd10Code: Rule = {
  id: 'icd-10-code',
  group: 'facts',
  severity: 'error',
  subject: 'record',
  summary: 'Every diagnosis code has the form of an ICD-10-CM code.',
  why: 'A request with a code that cannot exist is sent back before anybody reads it. Source: ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.2: three to seven characters, a letter first.',
  bad: 'diagnosis: lumbar radiculopathy\n  code: M5416X9Z',
  good: 'diagnosis: lumbar radiculopathy\n  code: M54.16',
  check(record, report) {
    reportWrongValues(record, (type) => type === 'icd-10', report);
  },
};
