import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

export const kindRecommends: Rule = {
  id: 'kind-recommends',
  group: 'content',
  severity: 'info',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter says what makes letters of its kind stronger.',
  why: 'A reviewer does not insist on it, but looks for it. It is information only: whoever writes the letter knows whether it fits.',
  bad: {
    'case.lmn':
      'case\ndate: 2026-11-21\nfor: review\nreference number: SAMPLE-17\n---\n## Request\nI ask you to decide again.',
    'review.lmn':
      'kind review "Review of a decision"\nsource: an invented example\n\nrecommend reference number: So that the file is found.',
  },
  good: {
    'case.lmn':
      'case\ndate: 2026-11-21\nfor: review\nreference number: SAMPLE-17\n---\n## Request\nI ask you to decide again on request [reference number].',
    'review.lmn':
      'kind review "Review of a decision"\nsource: an invented example\n\nrecommend reference number: So that the file is found.',
  },
  check(_letter, report, file) {
    reportCriteria(file, 'kind', 'recommend', report);
  },
};
