import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire words "approve"; "overturn": A plain request: what the payer should do.';

export const noRequest: Rule = {
  id: 'no-request',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter says plainly what the payer should do: approve, continue, overturn.',
  why: 'A reviewer decides on a request, and a letter that only describes is filed as a record. Told where the letter’s kind asks for the words: every kind that ships does.',
  bad: {
    'case.lmn': 'case\nfor: review\ndate: 2026-11-21\n---\n## Condition\nThe pain is severe.',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\n---\n## Condition\nThe pain is severe. Please approve the infusions.',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'no-request', 'require', report);
    reportCriteria(file, 'no-request', 'recommend', report);
  },
};
