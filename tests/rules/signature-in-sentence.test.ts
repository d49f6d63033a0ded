import { expect, test } from 'vitest';
import { signatureInSentence } from '../../server/src/rules/signature-in-sentence.js';
import { finds, fixed } from '../support/finds.js';

test.each([
  'case\n---\nI, <|[patient signature]|>, agree.',
  'template t\n---\n## Consent\nI agree. <|[patient signature]|>',
  'template t\n---\n## Signed <|[patient signature]|>\nText.',
])('in %j', (text) => {
  finds(signatureInSentence, text);
});

test.each([
  'case\n---\n[patient signature]\n[patient name]',
  'case\n---\n{[patient signature]}\n**[provider signature]**\n- [co-signer signature]',
  'case\n---\nPatient’s signature: [patient signature]',
  'case\n---\n| Signed | On |\n| --- | --- |\n| [patient signature] | [patient signed on] |',
  'case\n---\nSigned on [patient signed on] by hand. [signature]',
])('not in %j', (text) => {
  finds(signatureInSentence, text);
});

test('puts it on a line of its own', () => {
  const [finding] = finds(signatureInSentence, 'case\n---\nI, <|[patient signature]|>  , agree.');
  expect(finding && fixed('case\n---\nI, [patient signature]  , agree.', finding)).toBe(
    'case\n---\nI,\n[patient signature]\n, agree.',
  );
});
