import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalHcpcs, canonicalIcd10 } from '../../server/src/knowledge/codes.js';
import { SHAPES } from '../../server/src/knowledge/shapes.js';
import { checkShape } from './check-shape.js';

describe.each<[string, string[]]>([
  ['npi', ['1234567893', '1558598797', ' 1234567893 ']],
  ['icd-10', ['M54.50', 'M5450', 'G89.4', 'U07.1', 'C4A.9', 'G35.A', 'QA0.0101', 'S72.001A', 'R10', 'E11.9']],
  [
    'hcpcs',
    [
      'E0601',
      'J1745',
      'K0861',
      '99213',
      '0042T',
      '0001U',
      '97110-GP',
      'CPT 64483',
      'HCPCS J1745',
      'D7941',
      'CDT D7941',
      'revenue code 1001',
      'Revenue 0905',
      '0SR9019',
      'ICD-10-PCS 0SR9019',
      'DRG 470',
      'L3000-RT-KX',
      'E0601 RR',
    ],
  ],
  ['cpt', ['99213', '0042T', '0001U']],
  [
    'ndc',
    [
      '0002-1433-80',
      '00074-4339-02',
      '50242-040-62',
      '12345-1234-1',
      '123456-123-12',
      '123456-1234-1',
      '123456-1234-12',
    ],
  ],
  ['ndc', ['00002143380', '000002143380']],
  ['dea', ['AP5836727', 'AJ5184279']],
  ['mbi', ['1EG4-TE5-MK73', '1EG4TE5MK73']],
  ['loinc', ['4548-4', '2160-0', '12345-5', '11491-6']],
  ['taxonomy', ['207Q00000X', '2084P0800X']],
])('%s', (id, values) => {
  test.each(values)('takes %j', (value) => expect(checkShape(id, value)).toBeUndefined());
});

describe.each<[string, string[]]>([
  ['npi', ['3234567893', '123456789', '12345678931', 'NPI', '', '１２３４５６７８９３']],
  ['icd-10', ['E1', '11.9', 'E11.99999', 'M5.450', 'low back pain', '']],
  [
    'hcpcs',
    [
      'E060',
      '9921',
      'F1234',
      'I1234',
      'N1234',
      'O1234',
      'W1234',
      '99213-',
      '99213-G',
      'infusion',
      '1001',
      'revenue 10',
      'CDT 7941',
      'default',
      'CPT D7941',
    ],
  ],
  ['cpt', ['9921', '99213X', 'J1745']],
  ['ndc', ['1234-567-89', '1234-5678-9', '12-34', '']],
  ['dea', ['AP58367', '1P5836727']],
  ['mbi', ['1SG4TE5MK73', '0EG4TE5MK73', '1EG4TE5MK7']],
  ['loinc', ['4548', '4548-', '12345678-1']],
  ['taxonomy', ['207Q00000', '207Q000000']],
])('%s', (id, values) => {
  test.each(values)('refuses %j', (value) => {
    expect(checkShape(id, value)).toMatchObject({ kind: 'shape' });
    expect(checkShape(id, value)?.fix).toBeUndefined();
  });
});

test.each([
  ['npi', '1234567890'],
  ['npi', '1234567983'],
  ['dea', 'AB4523763'],
  ['loinc', '4548-5'],
])('%s: the check digit of %s is wrong', (id, value) =>
  expect(checkShape(id, value)).toMatchObject({ kind: 'check-digit' }),
);

test('ten digits without hyphens are an ambiguous NDC', () =>
  expect(checkShape('ndc', '0002143380')).toMatchObject({ kind: 'ambiguous' }));

test.each([
  ['npi', '123-456-7893', '1234567893'],
  ['npi', 'NPI: 1234567893', '1234567893'],
  ['npi', 'NPI no. 1234 567 893', '1234567893'],
  ['icd-10', 'm54.16', 'M54.16'],
  ['icd-10', 'M54. 16', 'M54.16'],
  ['icd-10', 'ICD-10-CM: M54.16', 'M54.16'],
  ['icd-10', 'icd-10 code m54.16', 'M54.16'],
  ['hcpcs', 'j1745', 'J1745'],
  ['hcpcs', 'hcpcs: j1745', 'HCPCS J1745'],
  ['hcpcs', 'CPT code 99213', 'CPT 99213'],
  ['hcpcs', '97110 \u2013 gp', '97110-GP'],
  ['ndc', 'NDC 0002\u20131433\u201380', '0002-1433-80'],
  ['dea', 'ap5836727', 'AP5836727'],
  ['mbi', '1eg4 te5 mk73', '1EG4TE5MK73'],
  ['loinc', 'LOINC 4548\u20104', '4548-4'],
  ['taxonomy', '207q00000x', '207Q00000X'],
])('%s: %j is put right as %s', (id, value, fix) => expect(checkShape(id, value)?.fix).toBe(fix));

test.each([
  ['icd-10', 'M54.16, G89.4', 'Only one ICD-10 code'],
  ['icd-10', 'M54.16 Radiculopathy', 'Only the ICD-10 code'],
  ['icd-10', '724.2', 'old ICD-9'],
  ['icd-10', 'S72.001-', 'unfinished'],
  ['hcpcs', '55513-843-01', 'National Drug Code'],
  ['hcpcs', 'J1745; 96413', 'Only one code'],
  ['hcpcs', 'J1745 infliximab', 'Only the code'],
])('%s: says of %j what is wrong', (id, value, words) => {
  expect(checkShape(id, value)?.message).toContain(words);
  expect(checkShape(id, value)?.fix).toBeUndefined();
});

test.each([
  ['m5416', 'M54.16'],
  ['M54.16', 'M54.16'],
  ['R10', 'R10'],
  ['qa00101', 'QA0.0101'],
  ['none', undefined],
])('the canonical ICD-10 code of %s is %s', (text, code) => expect(canonicalIcd10(text)).toBe(code));

test.each([
  ['j1745', 'J1745'],
  ['97110-GP', '97110'],
  ['97110-GPX', undefined],
  ['CPT 97110', '97110'],
  ['D7941', undefined],
])('the canonical HCPCS code of %s is %s', (text, code) => expect(canonicalHcpcs(text)).toBe(code));

describe('every shape', () => {
  const shapes = [...SHAPES.values()];

  test.each(shapes)('$id takes its own example', ({ example, check }) => expect(check(example)).toBeUndefined());

  test.each(shapes)('$id says what to write, with a right example in it', ({ example, check }) => {
    const message = check('?!')?.message ?? '';
    const words = message.split(/[\s,;]+/).map((word) => word.replace(/\.$/, ''));
    expect(message).toMatch(/\.$/);
    expect(
      words.some((word) => check(word) === undefined),
      example,
    ).toBe(true);
  });

  test.each(shapes)('$id takes any text, does not repeat it, and fixes it for good', ({ check }) =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9 .:#/@()-]{8,30}$/)), (text) => {
        const problem = check(text);
        if (problem === undefined) return;
        if (text.trim().length > 7) expect(problem.message).not.toContain(text.trim());
        if (problem.fix !== undefined) expect(check(problem.fix)).toBeUndefined();
      }),
    ),
  );

  test.each(shapes)('$id refuses a text of 100,000 characters', ({ check }) => {
    for (const unit of ['1', 'A1.', '-', ' ', '@a.', '(']) {
      expect(check(`1${unit.repeat(100_000)}1`)).toMatchObject({ kind: 'shape' });
    }
  });
});
