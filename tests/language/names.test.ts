import { describe, expect, test } from 'vitest';
import {
  endOfName,
  headingNorm,
  isNameStart,
  normalizeName,
  pluralsOf,
  wordsOf,
} from '../../server/src/language/names.js';
import { printed, prose } from '../support/printed.js';

describe('names are the same', () => {
  test.each<[string, string, string]>([
    ['in any case', 'Patient NAME', 'patient name'],
    ['with any space', '  patient \t name ', 'patient name'],
    ['with a non-breaking space', 'patient\u00a0name', 'patient name'],
    ['with a narrow or a wide space', 'patient\u202fname\u3000x', 'patient name x'],
    ['with a possessive', "patient's name", 'patient name'],
    ['with a curly one', 'patient’s name', 'patient name'],
    ['with the possessive of a plural', "patients' names", 'patients names'],
    ['with a possessive at the end', "the patient's", 'the patient'],
    ['composed or not', 'cafe\u0301', 'caf\u00e9'],
    ['with a hyphen of a word processor', 'face\u2011to\u2010face', 'face-to-face'],
  ])('%s', (_, a, b) => expect(normalizeName(a)).toBe(normalizeName(b)));

  test.each<[string, string]>([
    ['patients', 'patient'],
    ["d'accord", 'daccord'],
    ['a-b', 'a b'],
    ['µg', 'mg'],
  ])('%s is not %s', (a, b) => expect(normalizeName(a)).not.toBe(normalizeName(b)));

  test('in linear time, however many marks stand on a letter', () => {
    const marks = `a${'\u0301\u0316'.repeat(100_000)}`;
    // Its square would take longer than a test may.
    expect(normalizeName(marks)).toMatch(/^a/);
  });
});

describe('a name ends', () => {
  test.each<[string, string]>([
    ['patient name: x', 'patient name'],
    ['patient name   : x', 'patient name'],
    ['mg/dL % & a.b: x', 'mg/dL % & a.b'],
    ["O'Brien-Smith (x)", "O'Brien-Smith"],
    ['Größe, x', 'Größe'],
    ['日本語 名: x', '日本語 名'],
    ['𝒜𝒷 c@d', '𝒜𝒷 c'],
    ['a_b', 'a'],
    ['name\u00a0two: x', 'name\u00a0two'],
    ['10 mg: x', '10 mg'],
  ])('%s', (text, name) => {
    expect(isNameStart(text, 0)).toBe(true);
    expect(text.slice(0, endOfName(text, 0, text.length))).toBe(name);
  });

  test.each(['-a', "'a", '/a', '(a', '@a', '_a', ' a', ''])('%j begins none', (text) =>
    expect(isNameStart(text, 0)).toBe(false),
  );
});

test.each([
  ['Plan of Care:', 'plan of care'],
  ['Plan of Care.', 'plan of care'],
  ['3.2 Plan: What Is Next', '3.2 plan: what is next'],
])('a heading as headings are compared: %s', (title, norm) => expect(headingNorm(title)).toBe(norm));

test('the words of a name keep their places', () => {
  expect(wordsOf(' Patient’s \u00a0name')).toEqual([
    { text: 'Patient’s', start: 1, end: 10 },
    { text: 'name', start: 12, end: 16 },
  ]);
});

test.each([
  ['prior treatment', 'prior treatments'],
  ['comorbidity', 'comorbidities'],
  ['copy', 'copies'],
  ['diagnosis', 'diagnoses'],
  ['day', 'days'],
  ['box', 'boxes'],
])('%s also answers to %s', (name, plural) => expect(pluralsOf(name)).toContain(plural));

describe('placeholders find their field', () => {
  const head = `
date: 2026-11-21
reference number: X-1
patient
  name: Ana Ruiz
  date of birth: 1968-03-14
insurance
  payer: Blue Mesa
  member id: H1
prior treatment: Gabapentin
treatment requested: erenumab
  code: J3590`;

  test.each<[string, string]>([
    ['[patient name]', 'Ana Ruiz'],
    ['[Patient Name]', 'Ana Ruiz'],
    ['[PATIENT   NAME]', 'Ana Ruiz'],
    ['[ patient name ]', 'Ana Ruiz'],
    ["[patient's name]", 'Ana Ruiz'],
    ['[Patient’s Name]', 'Ana Ruiz'],
    ['[patient\u00a0name]', 'Ana Ruiz'],
    ['[patient]', 'Ana Ruiz'],
    ['[patient full name]', 'Ana Ruiz'],
    ['[patient dob]', 'March 14, 1968'],
    ['[insurer payer]', 'Blue Mesa'],
    ['[insurance company name]', 'Blue Mesa'],
    ['[insurance company]', 'Blue Mesa'],
    ['[insurance member number]', 'H1'],
    ['[date]', 'November 21, 2026'],
    ['[letter date]', 'November 21, 2026'],
    ['[case number]', 'X-1'],
    ['[prior treatments]', 'Gabapentin'],
    ['[treatment requested cpt code]', 'J3590'],
  ])('%s', (written, result) => expect(prose(written, head)).toBe(result));
});

describe('the order in which a name is found', () => {
  const names = {
    'v.lmn': `vocabulary v
record letter
  tray (text, also "plate"): x
record drug
  name (text)
  trial (text)
  plate (text)
record drug trial (many)
  name (text)
  site (text)
record cup (also "mug")
  name (text)
  mug (text)
record plate
  name (text)`,
    't.lmn': `template t
tray (text, also "bowl")
bowl drug (text)
---
`,
  };
  const head = `drug trial: DT
  site: Here
drug: D
  trial: second
  plate: DP
cup: C
  mug: M
plate: P`;
  const say = (written: string, template = '', more = '') =>
    printed(`case ${template}\n${head}\n${more}\n---\n${written}`, names);

  test('the template’s field before a fact of the letter', () => {
    expect(say('[tray]', 't', 'tray: T')).toBe('T');
    expect(say('[tray]', '', 'tray: L')).toBe('L');
  });
  test('the longest record name', () => {
    expect(say('[drug trial]')).toBe('DT');
    expect(say('[drug trial site]')).toBe('Here');
    expect(say('[drug plate]')).toBe('DP');
  });
  test('a record’s own name before another name of the letter’s', () => expect(say('[plate]')).toBe('P'));
  test('another name of a record', () => expect(say('[mug name]')).toBe('C'));
  test('another name of the template’s field', () => expect(say('[bowl]', 't', 'tray: T')).toBe('T'));
});
