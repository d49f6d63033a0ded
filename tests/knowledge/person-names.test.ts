import { expect, test } from 'vitest';
import { firstNameFirst } from '../../server/src/knowledge/person-names.js';

test.each([
  ['Alvarez, Maria', 'Maria Alvarez'],
  ['ALVAREZ, MARIA J.', 'MARIA J. ALVAREZ'],
  ['de la Cruz, Ana', 'Ana de la Cruz'],
  ["O'Neil,Siobhán", "Siobhán O'Neil"],
  ['Smith-Jones , Lee', 'Lee Smith-Jones'],
])('%s is %s', (written, name) => expect(firstNameFirst(written)).toBe(name));

test.each([
  'Maria Alvarez',
  'Maria Alvarez, MD',
  'Dana Whitfield, M.D.',
  'Martin King, Jr.',
  'Alvarez, Maria, RN',
  'Alvarez, 4',
  'The patient, who is well',
  ', Maria',
  '',
])('%j stays', (written) => expect(firstNameFirst(written)).toBeUndefined());
