import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrecommend evidence: A source of the last ten years.\n  year: within 10 years';

export const evidenceOld: Rule = {
  id: 'evidence-old',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'At least one of the sources is recent.',
  why: 'A reviewer asks whether practice has changed since. Ten years is what the kinds that ship ask for; a payer’s policy may say less.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nevidence @one\n  title: A trial\n  year: 2009\n---\n## Evidence\nOne trial supports it [@one].',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nevidence @one\n  title: A trial\n  year: 2023\n---\n## Evidence\nOne trial supports it [@one].',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'evidence-old', 'require', report);
    reportCriteria(file, 'evidence-old', 'recommend', report);
  },
};
