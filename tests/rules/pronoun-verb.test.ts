import { expect, test } from 'vitest';
import { pronounVerb } from '../../server/src/rules/pronoun-verb.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  '<|[They] need|> this treatment.',
  'It is clear that <|[they] live|> alone.',
  'If <|[they] stops|>, the pain returns.',
  '<|[They] is|> well, and **<|[they] walk|>** again.',
  '<|[They] are|> well.',
  '- <|[they] have|> pain',
])('%j', (prose) => {
  finds(pronounVerb, `template t\n---\n${prose}`);
  finds(pronounVerb, `case\npatient\n  pronouns: she\n---\n${prose}`);
});

test.each([
  '[They need] this treatment.',
  '[They] can walk, [they] also need help, and [they] and [their] mother came.',
  '[They] walked, and [they] went.',
  'Should [they] need more, I ask that [they] receive it. It is necessary that [they] have it.',
  'I treat [them] need or no need, and [their] needs.',
  '[They] need/want it.',
])('not in %j', (prose) => {
  finds(pronounVerb, `template t\n---\n${prose}`);
});

test('a patient who is "they" reads the plain form right, and the other one wrong', () => {
  finds(pronounVerb, 'case\npatient\n  pronouns: they\n---\n[They] need it, and <|[they] needs|> it.');
});

test('the fix writes the verb inside the brackets, in its plain form', () => {
  const text = 'template t\n---\n[They] carries it.';
  const [finding] = findingsOf(pronounVerb, text).findings;
  expect(finding && fixed(text, finding)).toBe('template t\n---\n[They carry] it.');
});
