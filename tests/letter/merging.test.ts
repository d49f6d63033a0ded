import { describe, expect, test } from 'vitest';
import { letterOf, printed, printedWhole } from '../support/printed.js';

const book = {
  'clinic.lmn': `vocabulary clinic
provider @whitfield
  name: Dana Whitfield
  npi: 1234567893
  board certifications: pain; sleep
insurance @blue
  payer: Blue Mesa
  address: Box 1
    Town
evidence @a
  title: Alpha
evidence @b
  title: Beta`,
};

describe('the address book', () => {
  test.each([
    ['prints what it says', 'provider @whitfield', '[provider] [provider npi]', 'Dana Whitfield 1234567893'],
    [
      'lines beneath win, field by field',
      'provider @whitfield\n  name: D. W.',
      '[provider] [provider npi]',
      'D. W. 1234567893',
    ],
    [
      'a `many` field is replaced as a whole',
      'provider @whitfield\n  board certifications: x',
      '[provider board certifications]',
      'x',
    ],
    ['a value of several lines', 'insurance @blue', '[insurance address]', 'Box 1\nTown'],
    ['an address within a line', 'insurance @blue', 'to [insurance address]', 'to Box 1, Town'],
    [
      'an address whose lines end in commas',
      'insurance\n  address: Box 1,\n    Town',
      'to [insurance address]',
      'to Box 1, Town',
    ],
    ['citing is enough', '', 'x [@a]', 'x ^1'],
    ['citing what the case also lists is one source', 'evidence @a', 'x [@a] [evidence citation]', 'x ^1 ^1'],
    ['the case’s words for a cited source', 'evidence @a\n  title: Own', '- [evidence]', '- Own'],
  ])('%s', (_, head, body, result) => expect(printed(`case\n${head}\n---\n${body}`, book)).toBe(result));
});

describe('a template’s records', () => {
  const template = (head: string, body: string) => ({ ...book, 't.lmn': `template t\n${head}\n---\n${body}` });
  const say = (templateHead: string, caseHead: string, body: string) =>
    printed(`case t\n${caseHead}`, template(templateHead, body));

  test.each([
    ['stand where the case is silent', 'treatment requested: erenumab', '', '[treatment requested]', 'Erenumab'],
    [
      'merge field by field, the case winning',
      'treatment requested: erenumab\n  dose: 70 mg',
      'treatment requested\n  dose: 140 mg',
      '[treatment requested] [treatment requested dose]',
      'Erenumab 140 mg',
    ],
    [
      'an empty field of the case does not win',
      'treatment requested\n  dose: 70 mg',
      'treatment requested\n  dose: [dose]',
      '[treatment requested dose]',
      '70 mg',
    ],
    ['of `many` come first', 'symptom: a', 'symptom: b', '[symptom]', 'A and b'],
    ['use the address book', 'provider @whitfield', '', '[provider]', 'Dana Whitfield'],
    [
      'and the case wins over it',
      'provider @whitfield',
      'provider\n  name: Me',
      '[provider] [provider npi]',
      'Me 1234567893',
    ],
    ['facts of the letter as well', 'urgency: standard', '', '[urgency]', 'Standard'],
    ['the case’s fact wins', 'urgency: standard', 'urgency: expedited', '[urgency]', 'Expedited'],
    [
      'a source that both name by its key is one',
      'evidence @a\nevidence @b',
      'evidence @a\n  title: Own',
      '[evidence]',
      'Own and Beta',
    ],
  ])('%s', (_, templateHead, caseHead, body, result) => expect(say(templateHead, caseHead, body)).toBe(result));

  test('are cited', () => {
    const text = printedWhole('case t\nevidence @b', template('evidence @a', '- [evidence] [evidence citation]'));
    expect(text).toContain('- Alpha ^1\n- Beta ^2');
    expect(text).toContain('References\n1. Alpha.\n2. Beta.');
  });
});

describe('types print', () => {
  const say = (name: string, value: string, more = '') =>
    printed(`case t\n${more}\nx: ${value}\n---\n[x]`, { 't.lmn': `template t\nx (${name})` });
  test.each([
    ['date', '2026-03-14', 'March 14, 2026'],
    ['date', '03/14/2026', 'March 14, 2026'],
    ['date', 'Mar 14, 2026', 'March 14, 2026'],
    ['date', '2026-02-30', '2026-02-30'],
    ['date', 'soon', 'soon'],
    ['when', '2026-03', 'March 2026'],
    ['when', '2019', '2019'],
    ['when', 'March 2024 to May 2025', 'March 2024 to May 2025'],
    ['when', 'since 2026-03-14', 'since March 14, 2026'],
    ['number', '1,200', '1,200'],
    ['money', '$1,250.00', '$1,250.00'],
    ['phone', '505-555-0142', '505-555-0142'],
    ['icd-10', 'm54.16', 'm54.16'],
    ['yes | no', 'Yes', 'Yes'],
    ['text', '2026-03-14', '2026-03-14'],
  ])('%s %s as %s', (type, value, result) => expect(say(type, value)).toBe(result));

  test.each([
    ['long', 'March 14, 2026'],
    ['us', '03/14/2026'],
    ['ISO', '2026-03-14'],
    ['nonsense', 'March 14, 2026'],
  ])('dates: %s', (style, result) => expect(say('date', 'March 14, 2026', `dates: ${style}`)).toBe(result));

  test('dates of a template’s head', () => {
    expect(printed('case t\ndate: 2026-03-14', { 't.lmn': 'template t\ndates: iso\n---\n[date]' })).toBe('2026-03-14');
    expect(printed('case t\ndates: us\ndate: 2026-03-14', { 't.lmn': 'template t\ndates: iso\n---\n[date]' })).toBe(
      '03/14/2026',
    );
  });
});

test('a merged record keeps where each of its lines came from', () => {
  const letter = letterOf('case t\nprovider @whitfield\n  name: Me', {
    ...book,
    't.lmn': 'template t\nprovider\n  phone: 505-555-0142\n---\nx',
  });
  const [provider] = letter.facts.allRecords();
  expect(provider?.origin).toBe('case');
  expect(provider?.layers.map((layer) => layer.name.piece.uri)).toEqual([
    'file:///x.lmn',
    'file:///clinic.lmn',
    'file:///t.lmn',
  ]);
});
