import { codesGiven, listOn } from '../analysis/listed-codes.js';
import { type CodeEntry, type CodeList } from '../knowledge/code-list.js';
import type { Rule } from '../lint/rule.js';

const list = `00001 M54     0 Dorsalgia                                                    Dorsalgia
00002 M541    0 Radiculopathy                                                Radiculopathy
00003 M5415   1 Radiculopathy, thoracolumbar region                          Radiculopathy, thoracolumbar region
00004 M5416   1 Radiculopathy, lumbar region                                 Radiculopathy, lumbar region`;

export const icd10NotBillable: Rule = {
  id: 'icd-10-not-billable',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'A diagnosis code goes as deep as the list of its year does.',
  why: 'A category is returned as invalid: a code is to be used to the full number of characters that are there for it (ICD-10-CM Official Guidelines, section I.B.2). Told only with the list of the fiscal year, from October 1, in which the letter is dated: lmn codes add, or LMN: Add a Code List.',
  bad: {
    'x.lmn': 'case\ndate: 2026-03-02\ndiagnosis: lumbar radiculopathy\n  code: M54.1',
    'icd10cm-order-2026.txt': list,
  },
  good: {
    'x.lmn': 'case\ndate: 2026-03-02\ndiagnosis: lumbar radiculopathy\n  code: M54.16',
    'icd10cm-order-2026.txt': list,
  },
  check(letter, report, file) {
    const codes = listOn(letter, file);
    if (!codes) return;
    for (const { code, entry, where } of codesGiven(letter, codes, file.file.uri)) {
      if (!entry || entry.billable) continue;
      const otherFixes = billableBeneath(codes, code).map((child) => ({
        title: `Write ${child.code}${child.description === '' ? '' : `: ${child.description}`}`,
        edits: [{ where, text: child.code }],
      }));
      report(where, 'This code is a category. Write one of the longer codes beneath it.', { otherFixes });
    }
  },
};

/** More than a menu can show. */
const mostChildren = 20;

/** The codes right beneath it; where those are categories too, what is beneath them. */
function billableBeneath(codes: CodeList, code: string): CodeEntry[] {
  const found: CodeEntry[] = [];
  for (const child of codes.childrenOf(code)) {
    if (found.length >= mostChildren) break;
    found.push(...(child.billable ? [child] : billableBeneath(codes, child.code)));
  }
  return found.slice(0, mostChildren);
}
