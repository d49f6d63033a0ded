import { expect, test } from 'vitest';
import { icd10Code } from '../../server/src/rules/icd-10-code.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('every record that has a diagnosis code', () => {
  finds(
    icd10Code,
    'diagnosis: A\n  code: <|M54.16.2|>\nsecondary diagnosis: B\n  code: G89.4\ncomorbidity: C\n  icd-10: <|asthma|>\nsymptom: D\n  code: R11.0',
  );
});

test.each(['diagnosis: A\n  code:', 'diagnosis: A\n  code: [the code]', 'treatment requested: A\n  code: 64483'])(
  'not for %j',
  (text) => {
    finds(icd10Code, text);
  },
);

test('writes it alone and in capitals', () =>
  mends(icd10Code, 'diagnosis: A\n  code: ICD-10 m54.16', 'diagnosis: A\n  code: M54.16'));

test.each([
  ['diagnosis: M54.16 lumbar radiculopathy', 'diagnosis: lumbar radiculopathy\n  code: M54.16'],
  [
    'diagnosis: M54.16 - lumbar radiculopathy\n  onset: 2021',
    'diagnosis: lumbar radiculopathy\n  code: M54.16\n  onset: 2021',
  ],
  ['diagnosis: M54.16 pain\n    onset: 2021', 'diagnosis: pain\n    code: M54.16\n    onset: 2021'],
  ['diagnosis\n  name: lumbar radiculopathy (M54.16)\n', 'diagnosis\n  name: lumbar radiculopathy\n  code: M54.16\n'],
  ['comorbidity: asthma, [J45.40]\n  code: [code]', 'comorbidity: asthma\n  code: J45.40'],
  ['diagnosis: M54.16: pain\n  code: m54.16', 'diagnosis: pain\n  code: m54.16'],
])('parts the name and the code of %j', (before, after) => {
  mends(icd10Code, before, after);
});

test('two codes on a line that takes one: each may be kept', () => {
  for (const between of [', ', '; ', ' ', '/', ' and ']) {
    const [finding] = finds(icd10Code, `diagnosis: A\n  code: <|M54.16${between}M51.26|>`);
    expect(finding?.message).toContain('Every other diagnosis has a record of its own');
    expect(finding?.fixes.map(({ title, edits }) => [title, edits[0]?.text])).toEqual([
      ['Keep only the first', 'M54.16'],
      ['Keep only the second', 'M51.26'],
    ]);
  }
});

test('of two codes none is taken away', () => {
  const [finding] = finds(icd10Code, 'diagnosis: <|M54.16 lumbar radiculopathy|>\n  code: M51.26');
  expect(finding).toMatchObject({ severity: 'warning', fixes: [] });
});

test.each(['M54.16', 'm54.16'])('%j names no diagnosis', (code) => {
  const [finding] = finds(icd10Code, `diagnosis: <|${code}|>\n  code: M54.16`);
  expect(finding).toMatchObject({ severity: 'warning', fixes: [] });
});

test.each(['M54.XX', 'M54.1X', 's72.0x'])('%j is unfinished', (code) => {
  const [finding] = finds(icd10Code, `diagnosis: A\n  code: <|${code}|>`);
  expect(finding?.message).toContain('none ends in X');
});

test.each(['diagnosis: vitamin B12 deficiency', 'diagnosis: deficiency (B12)', 'prior treatment: A4.50 gel'])(
  'no code in %j',
  (text) => {
    finds(icd10Code, text);
  },
);
