import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire treatment requested quantity: How much.\nrequire treatment requested duration: For how long.';

export const requestIncomplete: Rule = {
  id: 'request-incomplete',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'What is requested has the code, quantity, schedule and duration that its kind asks for.',
  why: 'A payer approves so many units of a code over so many months. Without them the request is returned, or approved for less. Of tests and operations no frequency or duration is asked.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\ntreatment requested: iron infusions\n---\n## Request\nPlease approve [treatment requested].',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\ntreatment requested: iron infusions\n  quantity: 6\n  duration: 12 weeks\n---\n## Request\nPlease approve [treatment requested], [treatment requested quantity] over [treatment requested duration].',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'request-incomplete', 'require', report);
    reportCriteria(file, 'request-incomplete', 'recommend', report);
  },
};
