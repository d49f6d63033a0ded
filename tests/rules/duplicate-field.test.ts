import { expect, test } from 'vitest';
import { duplicateField } from '../../server/src/rules/duplicate-field.js';
import { finds } from '../support/finds.js';

test('a fact of a record, of the letter, of the template', () => {
  const text = 'patient\n  name: Jane Doe\n  DOB: 1968-03-14\n  <|full name|>: Jane R. Doe';
  const [finding] = finds(duplicateField, text);
  expect(finding?.related.map((one) => one.message)).toEqual(['given first here']);
  finds(duplicateField, 'date: 2026-11-21\npatient: Jane Doe\n<|date|>: 2026-11-22');
  finds(duplicateField, 'case t\nresponse: yes\n<|response|>: no', {
    't.lmn': 'template t\nresponse (yes | no)\n---\n[response]',
  });
});

test('also where the second one has lost its indentation', () => {
  finds(duplicateField, 'patient\n  name: Jane Doe\n<|name|>: Jane R. Doe');
});

test.each([
  'payer policy: a\npayer policy: b',
  'provider\n  name: Lee Okafor\n  board certifications: neurology\n  board certifications: pain medicine',
  'prior treatment: A\n  outcome: ineffective\nprior treatment: B\n  outcome: ineffective',
  'case t\nresponse: yes',
])('not where several may be given: %j', (text) => {
  finds(duplicateField, text, { 't.lmn': 'template t\nresponse (yes | no)\n---\n[response]' });
});

test('in the head of a template, a policy, an entry of the address book', () => {
  finds(duplicateField, 'template t\nfor: continuation\n<|for|>: appeal-1\n---\nText.');
  finds(duplicateField, 'policy p\npayer: Blue Mesa\n<|payer|>: Juniper');
  finds(duplicateField, 'vocabulary v\nprovider @lee\n  name: Lee Okafor\n  <|name|>: Lee Castle');
});

test('declared twice: the first declaration stands', () => {
  const [finding] = finds(
    duplicateField,
    'template t\nsite (text): Where.\n<|Site|> (text, many): Where else.\n---\n[site]',
  );
  expect(finding?.related).toHaveLength(1);
  finds(duplicateField, 'vocabulary v\nrecord patient\n  name (text)\n  <|name|> (text, required)');
  finds(duplicateField, 'vocabulary v\nrecord infusion\n  drug (text)\n  <|drug|> (text)');
  // One of a workspace's own takes the place of what ships.
  finds(duplicateField, 'vocabulary v\nrecord patient\n  name (text)\n  nickname (text)');
});
