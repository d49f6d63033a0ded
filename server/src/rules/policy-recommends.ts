import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

export const policyRecommends: Rule = {
  id: 'policy-recommends',
  group: 'content',
  severity: 'info',
  subject: 'letter',
  needs: 'workspace',
  summary: "A letter has what its payer's policies recommend.",
  why: 'What a policy recommends speeds the review up, and often decides where a requirement is met only narrowly.',
  bad: {
    'case.lmn': 'case\ndate: 2026-11-21\ninsurance: Blue Mesa Health Plan\n---\n## Condition\nThe pain is severe.',
    'policy.lmn':
      'policy mesa-mp-104\npayer: Blue Mesa Health Plan\n\nrecommend field last visit within 60 days: 3.2: An office visit in the 60 days before the request.',
  },
  good: {
    'case.lmn':
      'case\ndate: 2026-11-21\nlast visit: 2026-10-09\ninsurance: Blue Mesa Health Plan\n---\n## Condition\nI last saw the patient on [last visit].',
    'policy.lmn':
      'policy mesa-mp-104\npayer: Blue Mesa Health Plan\n\nrecommend field last visit within 60 days: 3.2: An office visit in the 60 days before the request.',
  },
  check(_letter, report, file) {
    reportCriteria(file, 'policy', 'recommend', report);
  },
};
