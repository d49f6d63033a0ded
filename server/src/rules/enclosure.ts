import type { Rule } from '../lint/rule.js';
import { reportCriteria } from './checks/criterion-findings.js';

const kind =
  'kind review "Review"\nsource: an invented example\n\nrequire enclosure "consent"; "release": The signed consent.';

export const enclosure: Rule = {
  id: 'enclosure',
  group: 'content',
  severity: 'error',
  subject: 'letter',
  needs: 'workspace',
  summary: 'The documents that the letter’s kind asks for are listed as enclosures.',
  why: 'A request without its records is pended until they come. An enclosure is known by words of its name.',
  bad: {
    'case.lmn': 'case\nfor: review\ndate: 2026-11-21\n---\n## Request\nPlease decide.',
    'review.lmn': kind,
  },
  good: {
    'case.lmn':
      'case\nfor: review\ndate: 2026-11-21\nenclosure: Signed consent\n---\n## Request\nPlease decide.\n\n[enclosures]',
    'review.lmn': kind,
  },
  check(_letter, report, file) {
    reportCriteria(file, 'enclosure', 'require', report);
    reportCriteria(file, 'enclosure', 'recommend', report);
  },
};
