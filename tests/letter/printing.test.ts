import { describe, expect, test } from 'vitest';
import { printed, prose } from '../support/printed.js';

const symptom = (name: string) => `symptom: ${name}`;

describe('the article before a blank agrees with what it prints', () => {
  test.each<[string, string, string]>([
    ['a word', 'She had a [symptom].', 'She had an ache.'],
    ['in capitals', 'She had an [symptom].', 'She had a CT finding.'],
    ['in bold', 'She had a **[symptom]**.', 'She had an ache.'],
    ['at the beginning', 'A [symptom] came.', 'An ache came.'],
  ])('%s', (_, body, result) => {
    expect(prose(body, symptom(result.includes('CT') ? 'CT finding' : 'ache'))).toBe(result);
  });

  test.each<[string, string, string, string]>([
    ['words that the writer wrote', 'It took a hour.', '', 'It took a hour.'],
    ['a value with its own article', 'She had a [symptom].', symptom('a rash'), 'She had a a rash.'],
    ['what is no article', 'Vitamin A [symptom].', symptom('ache'), 'Vitamin A ache.'],
    ['a gap', 'She had a [symptom].', '', 'She had a ‹symptom name›.'],
  ])('but not before %s', (_, body, head, result) => expect(prose(body, head)).toBe(result));
});

test.each([
  ['they', 'Kit uses they/them pronouns.'],
  ['they/them', 'Kit uses they/them pronouns.'],
  ['she / her / hers', 'Kit uses she / her / hers pronouns.'],
])('pronouns %j print as a set, and as given where they are one', (given, result) => {
  const head = `patient: Kit\n  pronouns: ${given}`;
  expect(prose('Kit uses [patient pronouns] pronouns.', head)).toBe(result);
  const theirs = given.startsWith('they') ? 'Their own.' : 'Her own.';
  expect(prose('[Their] own.{when [patient pronouns] is he: No.}', head)).toBe(theirs);
  expect(prose('Kit.{when [patient pronouns] is they, she: Yes.}', head)).toBe('Kit. Yes.');
});

describe('a value begins a sentence with a capital', () => {
  test.each<[string, string, string]>([
    ['at a paragraph’s beginning', '[symptom] began.', 'Low back pain began.'],
    ['behind a full stop', 'It is so. [symptom] began.', 'It is so. Low back pain began.'],
    ['behind a question', 'Why? [symptom].', 'Why? Low back pain.'],
    ['in bold', '**[symptom]** began.', 'Low back pain began.'],
    ['in a heading', '### [symptom]', '### Low back pain'],
    ['in a quotation', '> [symptom] began.', '> Low back pain began.'],
    ['in optional text', 'So.{ [symptom] began.}', 'So. Low back pain began.'],
    ['the first of a series', '[symptom] and more.', 'Low back pain and more.'],
  ])('%s', (_, body, result) => expect(prose(body, symptom('low back pain'))).toBe(result));

  test.each<[string, string, string]>([
    ['in an item', '- [symptom]', '- low back pain'],
    ['in a paragraph of an item', '- one\n\n  [symptom]', '- one\n  low back pain'],
    ['in a cell', '| A |\n|---|\n| [symptom] |', 'A\nlow back pain'],
    ['behind an abbreviation', 'I, Dr. [symptom]', 'I, Dr. low back pain'],
    ['behind a line’s end', 'Symptom:\n[symptom]', 'Symptom:\nlow back pain'],
    ['within a sentence', 'Her [symptom] began.', 'Her low back pain began.'],
  ])('but not %s', (_, body, result) => expect(prose(body, symptom('low back pain'))).toBe(result));

  test.each([
    'pH of 7',
    'mRNA vaccine',
    'eGFR fell',
    'l-thyroxine',
    'www.example.org',
    'a1c rose',
    '3 attacks',
    'x',
    'β-thalassemia',
    'Low back pain',
  ])('and not of %j', (value) => expect(prose('[symptom] is so.', symptom(value))).toBe(`${value} is so.`));

  test('nor of names and numbers', () => {
    expect(prose('[patient name] is ill.', 'patient: van der berg')).toBe('van der berg is ill.');
    expect(prose('[practice name] asks.', 'practice: athenacare')).toBe('athenacare asks.');
    expect(prose('[reference number] is it.', 'reference number: abc')).toBe('abc is it.');
  });

  test('in an item a second sentence does', () => {
    expect(prose('- So. [symptom] began.', symptom('low back pain'))).toBe('- So. Low back pain began.');
  });
});

describe('a full stop is printed once', () => {
  test.each<[string, string, string, string]>([
    ['behind a name', 'I ask for [patient name].', 'patient: Joaquín Q. Jr.', 'I ask for Joaquín Q. Jr.'],
    ['behind a quotation', 'It said [symptom].', symptom('“No.”'), 'It said “No.”'],
    ['before other words', '[symptom]. It is so.', symptom('Pain etc.'), 'Pain etc. It is so.'],
    ['in a series', 'A risk of [symptom].', 'symptom: loss.\nsymptom: pain, etc.', 'A risk of loss; and pain, etc.'],
    ['not of an abbreviation', 'So [symptom].', 'symptom: Ann Jr.\nsymptom: Bo', 'So Ann Jr. and Bo.'],
    ['but three are three', 'So [symptom]...', symptom('on.'), 'So on....'],
    ['and an item keeps its own', '- [symptom]', 'symptom: One.\nsymptom: Two.', '- One.\n- Two.'],
  ])('%s', (_, body, head, result) => expect(prose(body, head)).toBe(result));
});

test('a choice prints as it was declared', () => {
  const template = { 't.lmn': 'template t\nresponse (positively | stably): R.\n---\nShe responded [response].' };
  expect(printed('case t\nresponse: POSITIVELY\n---', template)).toBe('She responded positively.');
});
