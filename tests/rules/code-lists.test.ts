import { expect, test } from 'vitest';
import { icd10NotBillable } from '../../server/src/rules/icd-10-not-billable.js';
import { icd10Unknown } from '../../server/src/rules/icd-10-unknown.js';
import { finds } from '../support/finds.js';

const lists = {
  'icd10cm_codes_2026.txt':
    'M5415 Radiculopathy, thoracolumbar\nM5416 Radiculopathy, lumbar\nS72001A Fracture\nS72001D Fracture\n',
};
const dated = (date: string, code: string) => `date: ${date}\ndiagnosis: back pain\n  code: ${code}`;

test('a category is told, with the codes beneath it', () => {
  const [finding] = finds(icd10NotBillable, dated('2026-03-02', '<|M54.1|>'), lists);
  expect(finding?.fixes.map(({ title }) => title)).toEqual([
    'Write M54.15: Radiculopathy, thoracolumbar',
    'Write M54.16: Radiculopathy, lumbar',
  ]);
  expect(finding?.fixes.every(({ automatic }) => !automatic)).toBe(true);
  const [deep] = finds(icd10NotBillable, dated('2026-03-02', '<|S72|>'), lists);
  expect(deep?.fixes).toHaveLength(2);
});

test('the list of the fiscal year in which the letter is dated holds, and no other', () => {
  finds(icd10NotBillable, dated('2025-10-01', '<|M54.1|>'), lists);
  finds(icd10NotBillable, dated('2025-09-30', 'M54.1'), lists);
  finds(icd10NotBillable, dated('2026-10-01', 'M54.1'), lists);
  finds(icd10Unknown, dated('2026-09-30', '<|M54.99|>'), lists);
  finds(icd10Unknown, dated('2026-10-01', 'M54.99'), lists);
});

test('without a list, a date or the form of a code nothing is told', () => {
  for (const rule of [icd10NotBillable, icd10Unknown]) {
    finds(rule, dated('2026-03-02', 'M54.1'));
    finds(rule, 'diagnosis: back pain\n  code: M54.99', lists);
    finds(rule, dated('2026-03-02', 'M54-16X'), lists);
    finds(rule, dated('2026-03-02', 'M54.16'), lists);
  }
});
