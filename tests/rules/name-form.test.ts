import { expect, test } from 'vitest';
import { nameForm } from '../../server/src/rules/name-form.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each(['Doe, Jane', 'Doe, Jane A.', 'ALVAREZ, MARIA', "O'Neil, Ann-Marie", 'de la Cruz, Ana'])('%j', (name) => {
  finds(nameForm, `patient\n  name: <|${name}|>`);
});

test.each(['jane doe', 'ana maria de-la-cruz'])('%j has no capitals', (name) => {
  finds(nameForm, `patient\n  name: <|${name}|>`);
});

test.each([
  'patient\n  name: Jane Doe, Jr.',
  'provider\n  name: Dana Whitfield, MD',
  'provider\n  name: Dana Whitfield, FNP-C',
  'provider\n  name: Dana Whitfield, MD, PhD',
  'representative: Medical Director, Utilization Review',
  'patient\n  name: Jane Doe',
  'patient\n  name: JANE DOE',
  'provider\n  name: bell',
  'patient\n  name: Ana de la Cruz',
  'diagnosis: Pain, chronic',
  'patient\n  address: Doe, Jane',
])('not in %j', (text) => {
  finds(nameForm, text);
});

test('writes capitals when asked', () => {
  const { text, findings } = findingsOf(nameForm, 'patient\n  name: jane mary-ann doe');
  expect(fixed(text, findings[0]!)).toContain('name: Jane Mary-Ann Doe');
});

test('writes the surname last when asked, and is information', () => {
  const { text, findings } = findingsOf(nameForm, 'patient\n  name: Doe, Jane A.');
  expect(findings[0]).toMatchObject({ severity: 'info', fixes: [{ automatic: false }] });
  expect(fixed(text, findings[0]!)).toContain('name: Jane A. Doe');
});
