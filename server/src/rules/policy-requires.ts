import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

export const policyRequires: Rule = {
  id: 'policy-requires',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: "A letter meets every requirement of its payer's policies.",
  why: 'A reviewer goes through the policy clause by clause and denies the request at the first one that is not met. What meets a clause must stand in the letter: a fact that it does not print helps nobody.',
  bad: {
    'case.lmn':
      'case\ndate: 2026-11-21\nlast visit: 2026-01-09\ninsurance: Blue Mesa Health Plan\n---\n## Condition\nI last saw the patient on [last visit].',
    'policy.lmn':
      'policy mesa-mp-104\npayer: Blue Mesa Health Plan\n\nrequire field last visit within 60 days: 3.2: An office visit in the 60 days before the request.',
  },
  good: {
    'case.lmn':
      'case\ndate: 2026-11-21\nlast visit: 2026-10-09\ninsurance: Blue Mesa Health Plan\n---\n## Condition\nI last saw the patient on [last visit].',
    'policy.lmn':
      'policy mesa-mp-104\npayer: Blue Mesa Health Plan\n\nrequire field last visit within 60 days: 3.2: An office visit in the 60 days before the request.',
  },
  check(_letter, report, file) {
    reportCriteria(file, 'policy', 'require', report);
  },
};
