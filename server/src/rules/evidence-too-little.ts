import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire 2 evidence: Reviewers decide on published evidence.';

export const evidenceTooLittle: Rule = {
  id: 'evidence-too-little',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'A letter cites as many published sources as its kind asks for.',
  why: 'An external reviewer decides on published evidence. Kinds that are judged otherwise, such as equipment, home health and savings accounts, do not ask for it.',
  bad: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nevidence @one\n  title: A trial\n---\n## Evidence\nOne trial supports it [@one].',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nevidence @one\n  title: A trial\nevidence @two\n  title: Another trial\n---\n## Evidence\nTwo trials support it [@one; @two].',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'evidence-too-little', 'require', report);
    reportCriteria(file, 'evidence-too-little', 'recommend', report);
  },
};
