import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

export const kindRequires: Rule = {
  id: 'kind-requires',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter says everything that its kind asks for, as an appeal says what was denied.',
  why: 'Letters are denied less for their medicine than for what is missing: an appeal without the denial, a wheelchair without the evaluation. What a kind asks stands in its file, with the source; what is given must also print.',
  bad: {
    'case.lmn':
      'case\ndate: 2026-11-21\nfor: review\ndenial\n  date: 2026-11-02\n---\n## Request\nI ask you to change your decision.',
    'review.lmn':
      'kind review "Review of a decision"\nsource: an invented example\n\nrequire denial date: The notice that is answered.',
  },
  good: {
    'case.lmn':
      'case\ndate: 2026-11-21\nfor: review\ndenial\n  date: 2026-11-02\n---\n## Request\nI ask you to change your decision of [denial date].',
    'review.lmn':
      'kind review "Review of a decision"\nsource: an invented example\n\nrequire denial date: The notice that is answered.',
  },
  check(_letter, report, file) {
    reportCriteria(file, 'kind', 'require', report);
  },
};
