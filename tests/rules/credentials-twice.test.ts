import { expect, test } from 'vitest';
import { credentialsTwice } from '../../server/src/rules/credentials-twice.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  ['Bo Li, MD', 'MD', 'Bo Li'],
  ['Dr. Bo Li, MD', 'MD', 'Bo Li'],
  ['Dr Bo Li', 'MD', 'Bo Li'],
  ['Bo Li, M.D.', 'MD, PhD', 'Bo Li'],
  ['Bo Li, MD, PhD', 'M.D., Ph.D.', 'Bo Li'],
  ['Bo Li Jr., MD', 'MD', 'Bo Li Jr.'],
  ['Ann Roe, FNP-C', 'FNP-C', 'Ann Roe'],
])('%s with %s', (name, credentials, plain) => {
  const text = `case\nprovider\n  name: ${name}\n  credentials: ${credentials}\n---\n`;
  const { findings } = findingsOf(credentialsTwice, text);
  expect(findings.map((finding) => fixed(text, finding))).toEqual([text.replace(name, plain)]);
});

test.each([
  ['Bo Li', 'MD'],
  ['Bo Li, Jr.', 'MD'],
  ['Dr. Ann Roe', 'FNP-C'],
  ['Bo Li, MD', 'PhD'],
  ['Bo Li, MD, FACP', 'MD'],
  ['[name]', 'MD'],
])('not in %s with %s', (name, credentials) => {
  finds(credentialsTwice, `case\nprovider\n  name: ${name}\n  credentials: ${credentials}\n---\n`);
});

test('nor without credentials, and none are wanted of a patient', () => {
  finds(credentialsTwice, 'case\nprovider\n  name: Bo Li, MD\npatient: Dr. Bo Li\n---\n');
});

test('the address book may hold the credentials', () => {
  const clinic = { 'v.lmn': 'vocabulary v\nprovider @li\n  credentials: MD' };
  finds(credentialsTwice, 'case\nprovider @li\n  name: <|Bo Li, MD|>\n---\n', clinic);
});
