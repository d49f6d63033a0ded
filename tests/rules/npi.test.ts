import { expect, test } from 'vitest';
import { npi } from '../../server/src/rules/npi.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('shape and check digit', () => {
  finds(npi, 'provider\n  npi: <|1234567890|>\nco-signer\n  npi: <|12345|>\npractice: Mesa\n  npi: 1234567893');
});

test('in the address book, and there only', () => {
  const book = 'vocabulary v\nprovider @lee\n  npi: <|1234567890|>';
  finds(npi, book);
  finds(npi, 'case\nprovider @lee', { 'v.lmn': book.replaceAll(/<\||\|>/g, '') });
});

test.each(['provider\n  npi:', 'provider\n  npi: [ten digits]', 'prior treatment: 1234567890'])(
  'not for %j',
  (text) => {
    finds(npi, text);
  },
);

test('the message does not repeat the number', () => {
  expect(finds(npi, 'provider\n  npi: <|1234567890|>')[0]?.message).not.toContain('1234567890');
});

test('writes it without what stands around it', () =>
  mends(npi, 'provider\n  npi: NPI 1234567893', 'provider\n  npi: 1234567893'));
