import { expect, test } from 'vitest';
import { unknownRecord } from '../../server/src/rules/unknown-record.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const book = {
  'clinic.lmn': 'vocabulary clinic\nprovider @whitfield\n  name: Dana Whitfield\nevidence @cohen2021\n  title: Pain',
};

test('a record that nobody declares, once, whatever stands beneath it', () => {
  const [finding] = finds(unknownRecord, '<|pateint|>\n  name: Jane Doe\n  date of birth: 1968-03-14\n  what: ever');
  expect(finding?.message).toBe('No record or fact has this name. Did you mean "patient"?');
});

test('is known by its fields where its name says nothing', () => {
  const [finding] = finds(unknownRecord, '<|Jane|>\n  date of birth: 1968-03-14\n  pronouns: she');
  expect(finding?.message).toContain('"patient"');
});

test('a line of words', () => {
  finds(unknownRecord, 'patient: Jane Doe\n<|zzzz qqqq|>');
});

test.each(['patients: Jane Doe', 'Patient: Jane Doe', "patient's", 'primary diagnosis: back pain'])(
  'other names count: %s',
  (text) => {
    finds(unknownRecord, text.startsWith('patients') ? 'prior treatments: Gabapentin' : text);
  },
);

test('a name and its value without a colon between them', () => {
  mends(unknownRecord, 'prior treatment Gabapentin 300 mg', 'prior treatment: Gabapentin 300 mg');
  mends(unknownRecord, 'date 2026-11-21', 'date: 2026-11-21');
});

test('never offers to throw a value away', () => {
  const [finding] = finds(unknownRecord, '<|diagnossis lumbar radiculopathy|>');
  expect(finding?.fixes).toEqual([]);
});

test('a key that the address book does not have', () => {
  expect(finds(unknownRecord, 'provider @<|whitfeld|>', book)[0]?.message).toBe(
    'The address book has no provider of this key. Did you mean "@whitfield"?',
  );
  finds(unknownRecord, 'provider @<|zzzz|>\n  phone: 505-555-0142', book);
  finds(unknownRecord, 'provider @Whitfield\nevidence @cohen2021', book);
});

test('evidence may bring a key of its own, with its lines', () => {
  finds(unknownRecord, 'evidence @own2024\n  title: A study', book);
  finds(unknownRecord, 'evidence @<|cohen2012|>', book);
});

test('an entry of the address book', () => {
  finds(unknownRecord, 'vocabulary v\n<|provder|> @lee\n  name: Lee Okafor');
});

test('what a policy counts', () => {
  mends(unknownRecord, 'policy p\nrequire 2 evidense', 'policy p\nrequire 2 evidence');
  finds(unknownRecord, 'policy p\nrequire 2 evidence\nrequire 3 prior treatments');
});

test("another template's field, still empty, is none of its business", () => {
  finds(unknownRecord, 'case\nbody parts', { 't.lmn': 'template t\nbody parts (text): Where.\n---\n[body parts]' });
});

test('writes the nearest name', () => {
  mends(unknownRecord, 'diagnossis\n  code: M54.16', 'diagnosis\n  code: M54.16');
  mends(unknownRecord, 'provider @whitfeld', 'provider @whitfield', book);
});

test('asks for no colon where a key stands', () => {
  const [finding] = finds(unknownRecord, 'case\n<|providr|> @whitfield\n');
  expect(finding?.message).toContain('Did you mean "provider"?');
});
