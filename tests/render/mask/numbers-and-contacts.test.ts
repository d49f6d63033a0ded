import { describe, expect, test } from 'vitest';
import { LetterMask } from '../../../server/src/render/mask/letter-mask.js';
import { renderText } from '../../../server/src/render/text.js';
import { letterOf } from '../support/letter-of.js';
import { masked } from './masked-letter.js';

describe('numbers', () => {
  test.each([
    [
      'insurance\n  member id: SAM-0000 123',
      'SAM-0000 123, sam0000123, SAM 0000 123, SAM00001234',
      '‹insurance member id›, ‹insurance member id›, ‹insurance member id›, SAM00001234',
    ],
    [
      'insurance\n  group number: 100',
      'Group [insurance group number], 100 mg',
      'Group ‹insurance group number›, 100 mg',
    ],
    [
      'insurance\n  policy number: none',
      '[insurance policy number]; none left',
      '‹insurance policy number›; none left',
    ],
    ['secondary insurance\n  member id: AB12', 'ab-12', '‹secondary insurance member id›'],
    ['reference number: BM-0000-4417', 'case BM 0000 4417', 'case ‹reference number›'],
    ['prior authorization: PA-0000-331', 'PA0000331', '‹prior authorization number›'],
    [
      'denial: x\n  claim number: CLM-1\n  authorization number: AU-22',
      'CLM-1, AU22',
      '‹denial claim number›, ‹denial authorization number›',
    ],
    ['first appeal\n  reference number: APL-9', 'apl 9', '‹first appeal reference number›'],
    [
      'participant: John Doe\n  employer: Acme Works\n  account ending: 0042',
      'Doe of ACME works, 0042',
      '‹participant name› of ‹participant employer›, ‹participant account ending›',
    ],
    ['insurance\n  subscriber: self', 'self-care', 'self-care'],
    [
      'patient: Ana Lu\n  sex: male\n  weight: 172 lb',
      '[patient sex]: a male of 172 lb',
      '‹patient sex›: a male of ‹patient weight›',
    ],
  ])('%s', (head, prose, expected) => {
    expect(masked(prose, head)).toBe(expected);
  });
});

describe('contacts', () => {
  const head = `patient: Ana Lu
  phone: 505-555-0170
  address: 12 Elm Street, Apt 4
    Santa Fe, NM 87501
practice
  name: Rio Clinic
  phone: 505-555-0140
  address: 9 Example Plaza
    Taos, NM 87571`;

  test('a phone number with any separators, with and without the area code', () => {
    expect(masked('(505) 555-0170, +1 505.555.0170, 5055550170, 555-0170, 505-555-0171', head)).toBe(
      '‹patient phone›, ‹patient phone›, ‹patient phone›, ‹patient phone›, 505-555-0171',
    );
  });

  test('an address by its lines, its city and its ZIP code', () => {
    expect(masked('at 12 elm street, in Santa Fe (87501-0001), NM; Santa Fe, NM 87501', head)).toBe(
      'at ‹patient address›, in ‹patient address› (‹patient address›), NM; ‹patient address›',
    );
  });

  test('a city that is the practice’s too stays', () => {
    const near = head.replace('Taos, NM 87571', 'Santa Fe, NM 87501');
    expect(masked('12 Elm Street in Santa Fe\n\n[practice address]', near)).toBe(
      '‹patient address› in Santa Fe  9 Example Plaza Santa Fe, NM 87501',
    );
  });

  test('those of the practice stay', () => {
    expect(masked('[practice phone], 505-555-0140', head)).toBe('505-555-0140, 505-555-0140');
  });

  test('fields of one’s own by their type and name', () => {
    const vocabulary = `vocabulary ours
record dispensary
  name (text): Its name.
  phone (phone): Its number.
  email (email): Its address.
  opened (when): Since when.
record patient
  mrn (text): Chart.
  nickname (text): Called.
  children (number): How many.
record chart
  account number (text): Number.`;
    const template = `template our-template
mail (email): Where to.
moved (date): When.
home (address): Where.
picture (image): Which.
words (text): What.
---
[mail], [moved], [home], [picture], [words]`;
    const letter = letterOf(
      `case our-template
mail: ana@example.org
moved: 2026-05-04
home: 1 Far Street
picture: a.png
words: ana@example.org moved to 1 far street on May 4
patient: Ana Lu
  mrn: 77-881
  nickname: Nana Bo
  children: 2
dispensary: Corner
  phone: 505-555-0100
  email: rx@example.org
  opened: May 2020
chart
  account number: AC 12-34
---
## More
[patient mrn] 77881, Nana, [patient children] of 2 children; Corner, 505.555.0100, RX@example.org, 5/2020, AC1234`,
      { 'v.lmn': vocabulary, 't.lmn': template },
    );
    const text = renderText(new LetterMask().of(letter)).replace(/\s+/g, ' ');
    expect(text).toContain('‹mail›, ‹moved›, ‹home›, ‹picture›, ‹mail› moved to ‹home› on ‹date›');
    expect(text).toContain(
      '‹patient mrn› ‹patient mrn›, ‹patient nickname›, ‹patient children› of 2 children; Corner, ‹dispensary phone›, ‹dispensary email›, ‹date›, ‹chart account number›',
    );
  });
});
