import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire treatment requested start at most 1 day after prior authorization expires: No gap.';

export const authorizationGap: Rule = {
  id: 'authorization-gap',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A renewal begins no later than the day after the old approval ends, and is asked for before that.',
  why: 'What is given between two approvals is often not paid, and a late renewal is treated as a new request.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nprior authorization: PA-0000-1\n  expires: 2026-11-30\ntreatment requested: iron infusions\n  start: 2026-12-15\n---\n## Request\nPlease continue [treatment requested] from [treatment requested start]; [prior authorization] ends on [prior authorization expires].',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nprior authorization: PA-0000-1\n  expires: 2026-11-30\ntreatment requested: iron infusions\n  start: 2026-12-01\n---\n## Request\nPlease continue [treatment requested] from [treatment requested start]; [prior authorization] ends on [prior authorization expires].',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'authorization-gap', 'require', report);
    reportCriteria(file, 'authorization-gap', 'recommend', report);
  },
};
