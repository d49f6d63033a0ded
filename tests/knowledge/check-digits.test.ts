import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  luhnDigit,
  passesDeaCheck,
  passesLoincCheck,
  passesLuhn,
  passesNpiCheck,
} from '../../server/src/knowledge/check-digits.js';

test('the Luhn digit of 7992739871 is 3', () => expect(luhnDigit('7992739871')).toBe(3));

test.each(['', 'x', '12a', ' 1'])('%j has no check digit', (text) => {
  expect(luhnDigit(text)).toBeUndefined();
  expect(passesLuhn(text)).toBe(false);
});

test.each([
  ['1234567893', true],
  ['1558598797', true],
  ['1234567890', false],
  ['123456789', false],
])('NPI %s passes: %s', (npi, passes) => expect(passesNpiCheck(npi)).toBe(passes));

test.each([
  ['5836727', true],
  ['5184279', true],
  ['4523763', false],
  ['583672', false],
])('DEA digits %s pass: %s', (digits, passes) => expect(passesDeaCheck(digits)).toBe(passes));

test.each([
  ['4548-4', true],
  ['2160-0', true],
  ['12345-5', true],
  ['11491-6', true],
  ['6649-9', true],
  ['4548-5', false],
  ['45484', false],
  ['-4', false],
])('LOINC %s passes: %s', (code, passes) => expect(passesLoincCheck(code)).toBe(passes));

describe('any digits', () => {
  const digits = fc.stringMatching(/^\d{1,20}$/);

  test('pass with their check digit and with no other', () =>
    fc.assert(
      fc.property(digits, (text) => {
        const passing = '0123456789'.split('').filter((last) => passesLuhn(text + last));
        expect(passing).toEqual([String(luhnDigit(text))]);
      }),
    ));

  test('no longer pass when one of them is mistyped', () =>
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
        const at = place % text.length;
        const wrong = text.slice(0, at) + String((Number(text.charAt(at)) + shift) % 10) + text.slice(at + 1);
        expect(passesLuhn(wrong + String(luhnDigit(text)))).toBe(false);
      }),
    ));
});
