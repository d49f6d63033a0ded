import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const short = 'Please approve 12 visits.';

export const length: Rule = {
  id: 'length',
  group: 'content',
  severity: 'info',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter is no longer than its kind or the payer\u2019s policy allows: `limit 3 pages`.',
  why: 'Who reads a hundred letters a day stops at the limit, and some administrators return what is longer. Pages are estimated here from the length of the texts on the usual paper, and only what is surely longer is told; the PDF counts them.',
  bad: {
    'case.lmn': `case\ndate: 2026-11-21\ninsurance: Blue Mesa Health Plan\n---\n## Request\n${`${short} `.repeat(250)}`,
    'policy.lmn': 'policy mesa-visits\npayer: Blue Mesa Health Plan\n\nlimit 1 page: 7: One page.',
  },
  good: {
    'case.lmn': `case\ndate: 2026-11-21\ninsurance: Blue Mesa Health Plan\n---\n## Request\n${short}`,
    'policy.lmn': 'policy mesa-visits\npayer: Blue Mesa Health Plan\n\nlimit 1 page: 7: One page.',
  },
  check(_letter, report, file) {
    reportCriteria(file, 'length', 'recommend', report);
  },
};
