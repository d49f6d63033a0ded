import { expect, test } from 'vitest';
import { wrongValue } from '../../server/src/rules/wrong-value.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';

const template = { 't.lmn': 'template t\nresponse (positively | stably)\nstart (date)\n---\n[response], [start]' };

test.each([
  'date: <|2026-02-30|>',
  'urgency: <|soon|>',
  'patient\n  date of birth: <|14/03/1968|>',
  'patient\n  pronouns: <|ze|>',
  'insurance\n  fax: <|555-0161|>',
  'provider\n  email: <|whitfield at example.org|>',
  'provider\n  years of experience: <|many|>',
  'practice\n  website: <|clinic|>',
  'treatment requested: X\n  code: 6448\n  cost: <|a lot|>',
  'prior treatment: X\n  start: <|last year|>',
  'case t\nresponse: <|badly|>\nstart: <|2026|>',
])('%j', (text) => {
  finds(wrongValue, text, template);
});

test('a path that leads out of the workspace', () => {
  for (const path of [
    '../logo.png',
    'C:\\logo.png',
    '/logo.png',
    'https://example.org/logo.png',
    'pictures/../../logo.png',
    'logo.svg',
  ]) {
    finds(wrongValue, `practice: Mesa\n  logo: <|${path}|>`);
  }
  finds(wrongValue, 'practice: Mesa\n  logo: pictures/logo.png');
});

test('a value of several lines is one value', () => {
  finds(wrongValue, 'patient\n  date of birth: <|March 14,\n    or so|>');
  finds(wrongValue, 'insurance\n  address: PO Box 4410\n    Albuquerque');
});

test('in templates, policies and the address book', () => {
  const kinds = { 'k.lmn': 'kind continuation\nrequire date' };
  finds(wrongValue, 'template t\nfor: <|renewal|>\ndates: long\n---\nText.', kinds);
  finds(wrongValue, 'policy p\nfor: other than continuation', kinds);
  finds(wrongValue, 'case\nfor: <|core|>', { 'c.lmn': 'kind core\nrequire date', ...kinds });
  finds(wrongValue, 'policy p\nfor: continuation; <|renewal|>\ncodes: 64483; x\neffective: <|2026|>', kinds);
  finds(wrongValue, 'vocabulary v\nprovider @lee\n  phone: <|12|>');
  finds(wrongValue, 'case\nprovider @lee', { 'v.lmn': 'vocabulary v\nprovider @lee\n  phone: 12' });
});

test.each([
  'date:',
  'date: [today]',
  'urgency: Expedited',
  'provider\n  npi: 1',
  'diagnosis: X\n  code: 1',
  'zzqq: 1',
  'patient\n  date of birth: 3/14/1968',
])('not for %j', (text) => {
  finds(wrongValue, text);
});

test('names the choices, and never the value', () => {
  expect(finds(wrongValue, 'urgency: <|as soon as possible|>')[0]?.message).toBe(
    'This is not one of the choices. Write one of: standard, expedited',
  );
});

test.each([
  ['patient\n  date of birth: 14/03/1968', 'patient\n  date of birth: 03/14/1968'],
  ['urgency: expidited', 'urgency: expedited'],
  ['insurance\n  fax: Fax: 505-555-0161', 'insurance\n  fax: 505-555-0161'],
])('writes the one value that can be meant: %j', (before, after) => mends(wrongValue, before, after));

test('a menu does not show the value', () => {
  const [finding] = finds(wrongValue, 'patient\n  date of birth: <|14/03/1968|>');
  expect(finding?.fixes[0]?.title).toBe('Write it in the right form');
});

test('a choice is only written without asking where no other word can be meant', () => {
  const offered = (outcome: string) =>
    findingsOf(wrongValue, `prior treatment: X\n  outcome: ${outcome}`).findings[0]?.fixes.map(
      ({ title, preferred }) => [title, preferred],
    );
  expect(offered('efective')?.every(([, preferred]) => preferred === false)).toBe(true);
  expect(offered('effective')).toEqual([
    ['Write "ineffective"', false],
    ['Write "partially effective"', false],
    ['Write "not tolerated"', false],
    ['Write "contraindicated"', false],
  ]);
  expect(offered('inefective')?.[0]).toEqual(['Write "ineffective"', true]);
});

test.each([
  ['patient\n  sex: F', 'female'],
  ['patient\n  sex: m', 'male'],
  ['patient\n  pronouns: she/they', 'she'],
  ['patient\n  pronouns: Her', 'she'],
  ['urgency: STAT', 'expedited'],
  ['urgency: routine', 'standard'],
  ['diagnosis: X\n  side: both', 'bilateral'],
  ['diagnosis: X\n  side: L', 'left'],
  ['prior treatment: X\n  outcome: intolerance', 'not tolerated'],
  ['prior treatment: X\n  outcome: failed', 'ineffective'],
  ['treatment requested: X\n  kind: drug', 'medication'],
])('offers first what is meant, and takes nothing without asking: %j', (text, choice) => {
  const [first] = findingsOf(wrongValue, text).findings[0]?.fixes ?? [];
  expect(first).toMatchObject({ title: `Write "${choice}"`, preferred: false });
});

test.each([
  ['provider\n  phone: ', '505-555-0142, 505-555-0143', ['505-555-0142', '505-555-0143']],
  ['provider\n  email: ', 'a@example.org; b@example.org', ['a@example.org', 'b@example.org']],
  ['last visit: ', '2026-03-14 or 2026-03-15', ['2026-03-14', '2026-03-15']],
])('of several values for a line that takes one, each may be kept: %j %s', (line, written, kept) => {
  const [finding] = finds(wrongValue, `${line}<|${written}|>`);
  expect(finding?.message).toBe('Several values stand here, and this line takes one: keep one of them.');
  expect(finding?.fixes.map(({ title, edits }) => [title, edits[0]?.text])).toEqual(
    kept.map((text, index) => [`Keep only the ${['first', 'second', 'third'][index]!}`, text]),
  );
  expect(finding?.fixes.every(({ automatic, preferred }) => !automatic && !preferred)).toBe(true);
});

test('a ratio and two choices are not several values', () => {
  for (const text of ['provider\n  years of experience: <|8/10|>', 'patient\n  sex: <|male, female|>'])
    expect(finds(wrongValue, text)[0]?.message).not.toContain('Several');
});

test('a key behind a colon, and a field on the line of its record', () => {
  mends(wrongValue, 'provider: @whitfield\n  phone: 505-555-0142', 'provider @whitfield\n  phone: 505-555-0142');
  mends(wrongValue, 'patient: name: Jane Doe', 'patient\n  name: Jane Doe');
  mends(wrongValue, 'patient: DOB: 1968-03-14', 'patient\n  DOB: 1968-03-14');
  finds(wrongValue, 'provider\n  name: <|@whitfield|>\nreference number: <|@whitfield|>');
  finds(wrongValue, 'finding: MRI: lumbar spine\nprovider: Dana @ Mesa\nprovider @lee');
});

test.each([
  ['03/14/68', ['03/14/1968', '03/14/2068']],
  ['3/14/21', ['3/14/2021', '3/14/1921']],
  ['2/29/00', ['2/29/2000']],
  ['13/13/21', []],
])('a year of two digits in %s may be of two centuries: neither is chosen', (date, whole) => {
  const text = `patient\n  name: A\n  date of birth: ${date}`;
  const [finding] = findingsOf(wrongValue, text).findings;
  expect(finding?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(whole);
  expect(
    finding?.fixes.every(({ preferred, automatic, title }) => !preferred && !automatic && !title.includes('68')),
  ).toBe(true);
});
