import { describe, expect, test } from 'vitest';
import { dateOrder } from '../../server/src/rules/date-order.js';
import { finds } from '../support/finds.js';

const head = 'date: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1968-03-14\n';

describe('before birth', () => {
  test.each([
    'onset: <|1966|>',
    'onset: <|since 1960|>',
    'diagnosed: <|April 1967|>',
    'diagnosed: February 1968',
    'onset: 1968',
    'onset: March 1968',
    'onset: 1969',
  ])('%s', (line) => {
    finds(dateOrder, `${head}diagnosis: A\n  ${line}`);
  });

  test('what a fetus had found and done is no mistake, a symptom before birth is one', () => {
    finds(
      dateOrder,
      `${head}finding: Amniocentesis\n  date: October 1967\nprior treatment: Fetal surgery\n  start: January 1968\n  stop: January 1968\nsymptom: pain\n  since: <|January 1968|>`,
    );
  });
});

test.each([
  ['1911-11-21', '1911-11-21'],
  ['1910-11-22', '1910-11-22'],
  ['1910-11-21', '<|1910-11-21|>'],
])('a patient of more than 115 years has a wrong birth date: %s', (_, birth) => {
  finds(dateOrder, `date: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: ${birth}\n`);
});

describe("after the letter's date", () => {
  test.each([
    'last visit: <|2026-11-22|>',
    'treatment requested: A\n  order date: <|2026-12-22|>',
    'evidence\n  title: A\n  year: <|2029|>',
    'evidence\n  title: A\n  year: <|20|>',
    'evidence\n  title: A\n  year: <|3021|>',
    'evidence\n  title: A\n  year: <|20211|>',
    'evidence\n  title: A\n  year: 2027',
    'last visit: 2026-11-21',
    'start of care: <|2026-12-01|>',
    'face-to-face visit: <|2027-01-01|>',
    'finding: MRI\n  date: <|2027|>',
    'finding: MRI\n  date: 2026',
    'finding: MRI\n  date: August 2026 to November 2026',
    'finding: Diary\n  date: <|August 2026 to December 2026|>',
    'symptom: A\n  since: <|since 2027|>',
    'prior treatment: A\n  stop: <|December 2026|>',
    'current treatment: A\n  start: <|2027|>',
    'denial\n  date: <|2026-12-01|>',
    'evidence @a\n  title: Pain\n  accessed: <|2026-11-30|>',
    'treatment requested: A\n  start: 2026-12-01',
  ])('%s', (line) => {
    finds(dateOrder, `${head}${line}`);
  });

  test('a birth', () => {
    finds(dateOrder, 'date: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: <|2027-03-14|>');
  });
});

describe('one before the other', () => {
  test.each([
    'prior treatment: A\n  start: August 2025\n  stop: <|June 2025|>',
    'prior treatment: A\n  start: June 2025\n  stop: June 2025',
    'prior treatment: A\n  start: August 2025\n  stop: 2025',
    'required step: A\n  start: 2025\n  stop: <|2024|>',
    'outcome measure: A\n  baseline date: May 2026\n  current date: <|May 2025|>',
    'denial\n  date: 2026-10-02\n  received: <|2026-10-01|>',
    'prior authorization: 1\n  start: 2026-06-01\n  expires: <|2026-05-01|>',
    'first appeal\n  date: 2026-06-01\n  decision date: <|2026-05-01|>',
    'last visit: <|2025-01-01|>\nstart of care: 2025-02-01',
  ])('%s', (text) => {
    finds(dateOrder, `${head}${text}`);
  });

  test('an illness that begins under care is rare, no more', () => {
    const [finding] = finds(dateOrder, `${head}start of care: <|2019-05-01|>\ndiagnosis: A\n  onset: 2020`);
    expect(finding?.severity).toBe('warning');
  });

  test.each(['home-health', 'pdn'])('care that is asked for before it starts: %s', (kind) => {
    finds(dateOrder, `${head}for: ${kind}\nlast visit: 2026-11-09\nstart of care: 2026-12-01`);
  });
});

test('says which dates, and never when', () => {
  const [finding] = finds(dateOrder, `${head}last visit: <|2026-11-22|>`);
  expect(finding?.message).toBe("This is after the letter's date, which cannot be. Check both dates.");
  expect(finding?.related.map((one) => one.message)).toEqual(['date']);
});

test('one wrong date that contradicts many is reported alone', () => {
  const text =
    'date: <|2016-11-21|>\nlast visit: 2026-11-09\nfinding: A\n  date: 2026\nfinding: B\n  date: 2025\nprior treatment: C\n  start: 2025';
  const [finding] = finds(dateOrder, text);
  expect(finding?.message).toBe("4 dates of this case lie after the letter's date. Check this one first.");
  expect(finding?.related).toHaveLength(4);
});

test.each([
  'last visit: 2026-11-22',
  'date: 2026-11-21\nlast visit: November 2026',
  'date: 2026-02-30\nlast visit: 2026-11-22',
  'date: 2026-11-21\nlast visit: [the day]',
])('what cannot be compared is not: %j', (text) => {
  finds(dateOrder, text);
});

test('a date of the address book is told at the date that it contradicts', () => {
  const book = { 'v.lmn': 'vocabulary v\nevidence @a\n  title: Pain\n  accessed: 2026-12-01' };
  const [finding] = finds(dateOrder, 'date: <|2026-11-21|>\nevidence @a', book);
  expect(finding?.message).toContain('evidence accessed');
});

test('a policy that ends before it begins', () => {
  finds(dateOrder, 'policy p\neffective: 2026-01-01\nuntil: <|2025-12-31|>');
  finds(dateOrder, 'policy p\neffective: 2026-01-01\nuntil: 2026-01-01');
});

describe("a clinic's own record", () => {
  const others = {
    'v.lmn':
      'vocabulary v\nrecord wound (many)\n  found (when, past, after birth)\n  closed (when, past, after found)\nrecord old drug (many, like prior treatment)',
  };
  test.each([
    'wound\n  found: <|1967|>',
    'wound\n  found: <|2027|>',
    'wound\n  found: June 2025\n  closed: <|May 2025|>',
    'wound\n  found: May 2025\n  closed: June 2025',
    'old drug: A\n  start: August 2025\n  stop: <|June 2025|>',
    'old drug: A\n  start: <|2028|>',
  ])('%s', (lines) => {
    finds(dateOrder, `${head}${lines}`, others);
  });
});
