import { valueRule } from './checks/value-rule.js';

export const loinc = valueRule({
  id: 'loinc',
  group: 'facts',
  severity: 'error',
  types: ['loinc'],
  summary: 'Every LOINC code has its hyphen and the right check digit.',
  why: 'The code says which laboratory test a result is of; the digit behind the hyphen is computed from the others, so a slip can be seen. Fourteen old codes that were published with another digit are taken. Source: LOINC Users’ Guide, “Calculating Mod 10 Check Digits”.',
  bad: 'finding: hemoglobin A1c\n  result: 9.1 percent\n  loinc: 4548-5',
  good: 'finding: hemoglobin A1c\n  result: 9.1 percent\n  loinc: 4548-4',
});
