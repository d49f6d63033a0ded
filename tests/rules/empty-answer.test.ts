import { expect, test } from 'vitest';
import { emptyAnswer } from '../../server/src/rules/empty-answer.js';
import { finds, findingsOf } from '../support/finds.js';

test.each([
  'N/A',
  'n/a',
  'NA',
  'none',
  'Unknown',
  'see attached',
  'pending',
  '-',
  '?',
  '???',
  '...',
  '…',
  '---',
  '(blank)',
  'See chart.',
  'not applicable',
  'to be determined',
])('a member ID of %j', (answer) => {
  finds(emptyAnswer, `insurance\n  payer: Blue Mesa\n  member id: <|${answer}|>`);
});

test.each([
  'patient: <|???|>',
  'provider: <|...|>',
  'prior treatment: <|none|>\n  outcome: ineffective',
  'symptom: <|none|>',
  'provider\n  name: Bo Li\n  credentials: <|N/A|>',
  'finding: MRI\n  result: <|pending|>',
  'treatment requested: X\n  duration: <|?|>',
  'vocabulary v\nprovider @lee\n  name: <|n/a|>',
  'patient\n  name: <|Patient Name|>',
  'patient\n  name: <|name|>',
  'patient\n  name: <|FIRST LAST|>',
  'patient\n  name: <|Test Patient|>',
  'insurance\n  member id: <|0000000000|>',
  'insurance\n  member id: <|see card|>',
  'treatment requested: <|drug name|>',
  'diagnosis: <|same as before|>',
  'evidence @a\n  title: <|Title|>',
])('in %j', (text) => {
  finds(emptyAnswer, text);
});

test.each([
  'allergy: none',
  'allergy: None known',
  'equipment evaluation: Robin Castle\n  financial ties: none',
  'genetic evaluation: seizures\n  prior testing: none',
  'current treatment: A walker\n  response: none',
  'patient: Na Li',
  'provider\n  name: Title Name-Smith\n  specialty: name finding',
  'insurance\n  member id: 0000000001',
  'patient: Nona Same',
  'finding: MRI\n  result: unknown primary tumor in the left lung',
  'symptom: pending a fall, dizziness',
  'insurance\n  member id: [number on the card]',
  'reference number:',
  'provider\n  phone: N/A',
  'symptom: ____',
])('not in %j', (text) => {
  finds(emptyAnswer, text);
});

test('stops a letter where the fact is needed or only marks stand, and warns elsewhere', () => {
  const severity = (text: string) => findingsOf(emptyAnswer, text).findings[0]?.severity;
  expect(severity('patient: unknown')).toBe('error');
  expect(severity('insurance\n  payer: Blue Mesa\n  group number: N/A')).toBe('error');
  expect(severity('treatment requested: X\n  duration: -')).toBe('error');
  expect(severity('treatment requested: X\n  duration: unknown')).toBe('warning');
});

test('says how it is said truly that nothing was tried', () =>
  expect(findingsOf(emptyAnswer, 'prior treatment: none').findings[0]?.message).toContain(
    '"reason for no prior treatment"',
  ));
