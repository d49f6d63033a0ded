import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire every denial reason: Each reason is answered.\n  answer: given';

export const denialUnanswered: Rule = {
  id: 'denial-unanswered',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'An appeal answers each reason of the denial.',
  why: 'A reason that the appeal passes over stands, and one is enough to deny again. Whether there is an answer is counted, not how it is worded.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\ndenial reason: "not medically necessary"\n---\n## Request\nYou wrote [denial reason]{: [denial reason answer]}.',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\ndenial reason: "not medically necessary"\n  answer: Two drugs did not help.\n---\n## Request\nYou wrote [denial reason]{: [denial reason answer]}.',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'denial-unanswered', 'require', report);
    reportCriteria(file, 'denial-unanswered', 'recommend', report);
  },
};
