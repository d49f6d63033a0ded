import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire section history: What was tried and what happened before.';

export const component: Rule = {
  id: 'component',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter has the parts that its kind asks for: what was tried, how the patient is now, why this treatment.',
  why: 'A reviewer looks for each of them, and what is not found counts as not shown. A section is known by its role, such as `#history`, or by its heading.',
  bad: {
    'case.lmn': 'case\nfor: review\ndate: 2026-11-21\n---\n## Condition #condition\nThe pain is severe.',
    'review.lmn': kind,
  },
  good: {
    'case.lmn': 'case\nfor: review\ndate: 2026-11-21\n---\n## History #history\nTwo drugs did not help.',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'component', 'require', report);
    reportCriteria(file, 'component', 'recommend', report);
  },
};
