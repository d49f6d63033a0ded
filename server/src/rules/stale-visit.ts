import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire last visit within 12 months: A visit in the last year.';

export const staleVisit: Rule = {
  id: 'stale-visit',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'The last visit is as recent as the letter’s kind asks.',
  why: 'A letter that rests on an old visit says little of how the patient is now. Only visits are meant: an old picture or a gene does not change.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nlast visit: 2025-03-02\n---\n## Condition\nI last saw the patient on [last visit].',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nlast visit: 2026-10-02\n---\n## Condition\nI last saw the patient on [last visit].',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'stale-visit', 'require', report);
    reportCriteria(file, 'stale-visit', 'recommend', report);
  },
};
