import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../server/src/spelling/nearest.js';

const FIELDS = [
  'patient name',
  'patient date of birth',
  'insurance payer',
  'insurance member id',
  'diagnosis',
  'diagnosis code',
  'primary diagnosis',
  'provider name',
  'provider phone',
  'duration of treatment',
  'last visit',
];

test.each([
  ['paitent name', 'patient name'],
  ['Patient Nmae', 'patient name'],
  ['name of patient', 'patient name'],
  ['name patient', 'patient name'],
  ['patient  name', 'patient name'],
  ['diagnoses', 'diagnosis'],
  ['insurence payor', 'insurance payer'],
  ['patient date of', 'patient date of birth'],
  ['specific primary diagnosis', 'primary diagnosis'],
  ['patient first and last name', 'patient name'],
  ['insurance member id number', 'insurance member id'],
  ['treatment duration', 'duration of treatment'],
  ['visit, last', 'last visit'],
  ['zebra', undefined],
  ['x', undefined],
  ['', undefined],
])('%j is probably %j', (name, field) => {
  expect(nearest(name, FIELDS, 1)[0]).toBe(field);
});

test('gives the best first, and no more than asked for', () =>
  expect(nearest('diagnosis cod', FIELDS, 2)).toEqual(['diagnosis code', 'diagnosis']));

test('gives a candidate once', () => expect(nearest('diagnosi', ['diagnosis', 'diagnosis'])).toEqual(['diagnosis']));

test('equally good ones keep their order', () => {
  expect(nearest('faxe', ['faxa', 'faxb'])).toEqual(['faxa', 'faxb']);
  expect(nearest('faxe', ['faxb', 'faxa'])).toEqual(['faxb', 'faxa']);
});

test('short names are not near everything', () => expect(nearest('dob', ['age', 'sex', 'fax', 'to'])).toEqual([]));

test('an equal name comes first', () =>
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), fc.array(fc.string(), { maxLength: 20 }), (name, others) => {
      const rest = others.filter((other) => other.toLowerCase().trim() !== name);
      expect(nearest(name.toUpperCase(), [...rest, ...FIELDS])[0]).toBe(name);
    }),
  ));

test('gives only candidates, each once and at most the limit', () =>
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 20 }), fc.nat(5), (name, candidates, limit) => {
      const found = nearest(name, candidates, limit);
      expect(found.length).toBeLessThanOrEqual(limit);
      expect(new Set(found).size).toBe(found.length);
      for (const candidate of found) expect(candidates).toContain(candidate);
    }),
  ));

test('a text of 100,000 characters is near nothing', () => {
  expect(nearest('a'.repeat(100_000), FIELDS)).toEqual([]);
  expect(nearest('patient name', ['p'.repeat(100_000)])).toEqual([]);
});

test('words in another order, little ones aside, are nearer than other words of like letters', () => {
  expect(nearest('Name of Patient', ['recipient name', 'name of recipient', 'patient name'])[0]).toBe('patient name');
  expect(nearest('name of the patient', ['name of the parent', 'patient name'])[0]).toBe('patient name');
});
