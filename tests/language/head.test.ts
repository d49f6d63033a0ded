import { describe, expect, test } from 'vitest';
import { headText } from '../support/head-text.js';
import { printed } from '../support/printed.js';

function reads(
  cases: readonly [title: string, head: string, result: string][],
  others: Readonly<Record<string, string>> = {},
): void {
  test.each(cases)('%s', (_, head, result) => expect(headText(head, others)).toBe(result));
}

describe('a line is `name: value`, `name`, or text', () => {
  reads([
    ['a fact of the letter', 'date: 2026-11-21', 'date = 2026-11-21'],
    ['with space around it', 'date  :   2026-11-21  ', 'date = 2026-11-21'],
    ['without space', 'date:2026-11-21', 'date = 2026-11-21'],
    ['the first colon ends the name', 'subject: RE: appeal: now', 'subject = RE: appeal: now'],
    ['a record', 'patient', 'patient'],
    ['a record with a colon', 'patient:', 'patient'],
    ['a record with its first field', 'prior treatment: Gabapentin', 'prior treatment\n  name = Gabapentin'],
    ['a record with fields', 'patient\n  name: Ana\n  pronouns: she', 'patient\n  name = Ana\n  pronouns = she'],
    [
      'a record and its first field once more',
      'diagnosis: a\n  name: b',
      'diagnosis\n  name = a\n! duplicate field: name',
    ],
    ['in capitals', 'PATIENT\n  Name: Ana', 'patient\n  name = Ana'],
    ['another name of a field', 'patient\n  DOB: 1968-01-01', 'patient\n  date of birth = 1968-01-01'],
    ['another name of a record', 'insurer\n  company: Blue', 'insurance\n  payer = Blue'],
    ['a plural', 'symptoms: pain', 'symptom\n  name = pain'],
    [
      'with a curly possessive',
      'patient\n  patient’s name: x',
      'patient\n  ?patient’s name = x\n! unknown field: patient’s name',
    ],
    ['text', '?? what', '! stray line: ?? what'],
    ['text with lines beneath it', '?? what\n  name: x', '! stray line: ?? what\n! stray line: name: x'],
    ['an unknown fact', 'colour: red', '?colour = red\n! unknown field: colour'],
    ['an unknown record', 'pateint\n  name: Ana', '?pateint\n  ?name = Ana\n! unknown record: pateint'],
    [
      'an unknown record with its first field',
      'colour: red\n  shade: dark',
      '?colour\n  ?colour = red\n  ?shade = dark\n! unknown record: colour',
    ],
    ['an unknown field', 'patient\n  shoe size: 42', 'patient\n  ?shoe size = 42\n! unknown field: shoe size'],
    ['a declared field without its record', 'pronouns: she', '?pronouns = she\n! unknown field: pronouns'],
  ]);
});

describe('a continued value', () => {
  reads([
    ['of a field', 'insurance\n  address: Box 1\n    Town', 'insurance\n  address = Box 1 ⏎ Town'],
    [
      'that begins on the next line',
      'insurance\n  address:\n    Box 1\n    Town',
      'insurance\n  address = Box 1 ⏎ Town',
    ],
    ['of a fact', 'subject: one\n  two', 'subject = one ⏎ two'],
    [
      'of a record’s first field',
      'diagnosis: one\n  two\n  code: M54.16',
      'diagnosis\n  name = one ⏎ two\n  code = M54.16',
    ],
    ['with a blank line in it', 'insurance\n  address: a\n\n    b', 'insurance\n  address = a ⏎  ⏎ b'],
    ['with two blank lines in it', 'insurance\n  address: a\n\n  \n    b', 'insurance\n  address = a ⏎  ⏎  ⏎ b'],
    ['with a comment in it', 'insurance\n  address: a\n    // c\n    b', 'insurance\n  address = a ⏎ b'],
    [
      'with a name and a colon in it',
      'insurance\n  address: a\n    PO Box: 12\n    b',
      'insurance\n  address = a ⏎ PO Box: 12 ⏎ b',
    ],
    ['ends at a field of the record', 'insurance\n  address: a\n    fax: 1', 'insurance\n  address = a\n  fax = 1'],
    ['with deeper lines', 'insurance\n  address: a\n      b\n    c\n        d', 'insurance\n  address = a ⏎ b ⏎ c ⏎ d'],
    [
      'of an unknown field',
      'patient\n  shoe: a\n    b\n  name: Ana',
      'patient\n  ?shoe = a ⏎ b\n  name = Ana\n! unknown field: shoe',
    ],
    ['not deep enough', 'patient\n  name: Ana\n  Ruiz, MD', 'patient\n  name = Ana\n! stray line: Ruiz, MD'],
    [
      'a misspelt field at the fields’ column is none',
      'patient\n  name: Ana\n  dabe of birth: x',
      'patient\n  name = Ana\n  ?dabe of birth = x\n! unknown field: dabe of birth',
    ],
    ['of a `;` list', 'provider\n  board certifications: a;\n    b; c', 'provider\n  board certifications = a | b | c'],
  ]);
});

describe('indentation', () => {
  reads([
    ['by a tab', 'patient\n\tname: Ana', 'patient\n  name = Ana'],
    [
      'by a tab and by four spaces alike',
      'insurance\n\taddress: a\n        b\n\t\tc',
      'insurance\n  address = a ⏎ b ⏎ c',
    ],
    ['a tab reaches the next multiple of four', 'insurance\n  address: a\n  \tb', 'insurance\n  address = a ⏎ b'],
    ['by one space', 'patient\n name: Ana\n pronouns: she', 'patient\n  name = Ana\n  pronouns = she'],
    ['by a non-breaking space', 'patient\n\u00a0\u00a0name: Ana', 'patient\n  name = Ana'],
    ['of different depth', 'patient\n    name: Ana\n  pronouns: she', 'patient\n  name = Ana\n  pronouns = she'],
    [
      'that is lost',
      'patient\n  name: Ana\npronouns: she',
      'patient\n  name = Ana\n  pronouns = she\n! indentation: pronouns',
    ],
    [
      'that is lost twice',
      'provider\nphone: 1\nfax: 2',
      'provider\n  phone = 1\n  fax = 2\n! indentation: phone\n! indentation: fax',
    ],
    [
      'that is lost with a continued value',
      'insurance\naddress: a\n  b',
      'insurance\n  address = a ⏎ b\n! indentation: address',
    ],
    [
      'that is lost below a fact of the letter',
      'patient\n  name: Ana\nurgency: standard\npronouns: she',
      'urgency = standard\npatient\n  name = Ana\n  pronouns = she\n! indentation: pronouns',
    ],
    [
      'a fact of the letter is none that lost it',
      'patient\n  name: Ana\nsubject: x',
      'subject = x\npatient\n  name = Ana',
    ],
    [
      'a record is none that lost it',
      'appeal\n  rebuttal: x\ndenial\n  date: 2026-01-01',
      'appeal\n  rebuttal = x\ndenial\n  date = 2026-01-01',
    ],
    [
      'a fact of the letter that is indented is no fact',
      'patient\n  name: Ana\n  urgency: standard',
      'patient\n  name = Ana\n  ?urgency = standard\n! unknown field: urgency',
    ],
    ['before any record', '  date: 2026-11-21\n  ??', 'date = 2026-11-21\n! stray line: ??'],
  ]);
});

describe('several values', () => {
  reads([
    ['are parted by `;`', 'provider\n  board certifications: a; b ;c', 'provider\n  board certifications = a | b | c'],
    [
      'or given again',
      'provider\n  board certifications: a\n  board certifications: b; c',
      'provider\n  board certifications = a | b | c',
    ],
    [
      'not in parentheses',
      'provider\n  board certifications: a (x; y); b',
      'provider\n  board certifications = a (x; y) | b',
    ],
    [
      'not in parentheses within others',
      'provider\n  board certifications: a (x (y; z); w); b',
      'provider\n  board certifications = a (x (y; z); w) | b',
    ],
    [
      'not in quotation marks',
      'denial\n  stated reasons: "a; b"; “c; d”; e',
      'denial\n  stated reasons = "a; b" | “c; d” | e',
    ],
    [
      'an apostrophe is no quotation mark',
      "denial\n  stated reasons: patient's; doctor's",
      "denial\n  stated reasons = patient's | doctor's",
    ],
    ['empty ones do not count', 'denial\n  stated reasons: ; a;; b;', 'denial\n  stated reasons = a | b'],
    ['none at all', 'denial\n  stated reasons: ;;', 'denial\n  stated reasons = ∅'],
    ['a parenthesis that nobody closes', 'denial\n  stated reasons: a (b; c', 'denial\n  stated reasons = a (b; c'],
    ['one that nobody opened', 'denial\n  stated reasons: a) b; c', 'denial\n  stated reasons = a) b | c'],
    ['some still to be written', 'denial\n  stated reasons: a; [the second]', 'denial\n  stated reasons = a | ∅'],
    ['a bracket with a `;` in it', 'denial\n  stated reasons: [a; b]', 'denial\n  stated reasons = ∅'],
    ['a field that is not `many` keeps them', 'subject: a; b', 'subject = a; b'],
  ]);
});

describe('a value', () => {
  reads([
    ['is not given when empty', 'patient\n  name:', 'patient\n  name = ∅'],
    ['is not given when there is only the name', 'patient\n  name', 'patient\n  name = ∅'],
    ['is not given wholly in brackets', 'patient\n  name: [full legal name]', 'patient\n  name = ∅'],
    ['is not given in brackets over two lines', 'patient\n  name: [full\n    legal name]', 'patient\n  name = ∅'],
    ['is given with words beside the brackets', 'patient\n  name: Ana [Maria]', 'patient\n  name = Ana [Maria]'],
    ['is given with two brackets', 'patient\n  name: [a] [b]', 'patient\n  name = [a] [b]'],
    ['keeps Markdown, escapes and slashes', 'subject: **a** \\[b\\] // c', 'subject = **a** \\[b\\] // c'],
    ['keeps an at sign and a hash', 'subject: @a #b ## c', 'subject = @a #b ## c'],
    ['may be a long line of dashes behind a name', 'subject: ---', 'subject = ---'],
  ]);
});

describe('comments', () => {
  reads([
    ['at the margin', '// a\ndate: 2026-11-21\n//b', 'date = 2026-11-21'],
    ['indented', 'patient\n  // name: x\n  name: Ana', 'patient\n  name = Ana'],
    ['not behind a value', 'subject: a // b', 'subject = a // b'],
    ['not in an address on the web', 'practice\n  website: https://x.org', 'practice\n  website = https://x.org'],
  ]);
});

describe('repeating', () => {
  reads([
    ['a record that may repeat', 'symptom: a\nsymptom: b', 'symptom\n  name = a\nsymptom\n  name = b'],
    [
      'one that may not',
      'patient\n  name: a\npatient\n  name: b',
      'patient\n  name = a\npatient\n  name = b\n! duplicate record: patient',
    ],
    ['a field that may not', 'patient\n  name: a\n  name: b', 'patient\n  name = a\n! duplicate field: name'],
    ['a fact that may not', 'urgency: a\nurgency: b', 'urgency = a\nurgency = b\n! duplicate field: urgency'],
    ['a fact that may', 'payer policy: a\npayer policy: b', 'payer policy = a\npayer policy = b'],
    ['a derived field', 'patient\n  age: 58', 'patient\n  age = 58\n! derived field: age'],
  ]);

  test('prints the first of those that may not repeat', () => {
    expect(
      printed(
        'case\npatient\n  name: a\n  name: b\npatient\n  name: c\nurgency: standard\nurgency: expedited\n---\n[patient name] [urgency]',
      ),
    ).toBe('a standard');
  });
  test('prints all of those that may', () => {
    expect(
      printed('case t\nparts: a\nparts: b; c\n---', { 't.lmn': 'template t\nparts (text, many)\n---\n[parts]' }),
    ).toBe('A, b, and c');
  });
});

describe('keys', () => {
  const book = {
    'v.lmn':
      'vocabulary v\nprovider @whitfield\n  name: Dana Whitfield\n  npi: 1234567893\nprovider @Odd-Key.2\n  name: Odd',
  };
  reads(
    [
      ['use a record of the address book', 'provider @whitfield', 'provider @whitfield'],
      ['with fields', 'provider @whitfield\n  phone: 1', 'provider @whitfield\n  phone = 1'],
      ['with a colon', 'provider @whitfield:', 'provider @whitfield'],
      ['with a space', 'provider @ whitfield', 'provider'],
      ['with a colon and a value', 'provider @whitfield: x', 'provider @whitfield\n  name = x'],
      ['of a record that nobody declares', 'docter @whitfield', '?docter @whitfield\n! unknown record: docter'],
    ],
    book,
  );

  test.each([
    ['prints what the book says', 'provider @whitfield', 'Dana Whitfield 1234567893'],
    ['in any case', 'provider @Whitfield', 'Dana Whitfield 1234567893'],
    ['lines beneath it win', 'provider @whitfield\n  npi: 1', 'Dana Whitfield 1'],
    ['a line still to be written does not', 'provider @whitfield\n  npi: [number]', 'Dana Whitfield 1234567893'],
    ['with a dot and a dash', 'provider @odd-key.2', 'Odd ‹provider npi›'],
    ['that is not there', 'provider @nobody', '‹provider name› ‹provider npi›'],
  ])('%s', (_, head, result) =>
    expect(printed(`case\n${head}\n---\n[provider name] [provider npi]`, book)).toBe(result),
  );
});

describe('a template’s fields', () => {
  const template = {
    't.lmn': 'template t\nbody parts (text, many, also "regions"): Where.\nresponse (positively | stably)\n---\nx',
  };
  reads(
    [
      [
        'stand at the margin of a case',
        'case t\nbody parts: a; b\nresponse: stably',
        'body parts = a | b\nresponse = stably',
      ],
      ['by another name', 'case t\nregions: a', 'body parts = a'],
      ['are unknown without it', 'case\nbody parts: a', '?body parts = a\n! unknown field: body parts'],
    ],
    template,
  );
});
