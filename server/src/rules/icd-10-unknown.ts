import { codesGiven, listOn } from '../analysis/listed-codes.js';
import type { Rule } from '../lint/rule.js';

const list = `00001 M54     0 Dorsalgia                                                    Dorsalgia
00002 M545    0 Low back pain                                                Low back pain
00003 M5450   1 Low back pain, unspecified                                   Low back pain, unspecified`;

export const icd10Unknown: Rule = {
  id: 'icd-10-unknown',
  group: 'facts',
  severity: 'info',
  subject: 'letter',
  needs: 'template',
  summary: 'A diagnosis code is in the list of the year in which the letter is dated.',
  why: 'Codes come and go each October 1; one that is not in the list of its year is returned as invalid (CMS, ICD-10-CM, annual update). Told only with that list: lmn codes add, or LMN: Add a Code List. Codes that were added in April are in the April list only.',
  bad: { 'x.lmn': 'case\ndate: 2026-03-02\ndiagnosis: low back pain\n  code: M54.59', 'icd10cm-order-2026.txt': list },
  good: { 'x.lmn': 'case\ndate: 2026-03-02\ndiagnosis: low back pain\n  code: M54.50', 'icd10cm-order-2026.txt': list },
  check(letter, report, file) {
    const codes = listOn(letter, file);
    if (!codes) return;
    for (const { entry, where } of codesGiven(letter, codes, file.file.uri)) {
      if (entry) continue;
      report(where, `The list of fiscal year ${String(codes.year)} does not have this code. Check it.`);
    }
  },
};
