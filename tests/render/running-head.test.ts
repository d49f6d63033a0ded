import { describe, expect, test } from 'vitest';
import { type HeadPart, headParts, usualPaper } from '../../server/src/paper.js';
import { runningHead } from '../../server/src/render/running-head.js';
import { letterOf, sampleLetter } from './support/letter-of.js';

const letter = sampleLetter('samples/chronic-pain-continuation.lmn');

test.each<[readonly HeadPart[], string]>([
  [usualPaper.runningHead, 'Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123'],
  [['reference number', 'name'], 'Reference BM-0000-4417 · Elena Marquez'],
  [['birth date'], 'born April 9, 1968'],
  [[], ''],
])('%j', (parts, expected) => expect(runningHead(letter, parts)).toBe(expected));

test('a masked letter names fields in place of what identifies the patient', () => {
  const masked = runningHead(letter, headParts, { masked: true });
  expect(masked).toBe(
    '‹patient name› · born ‹patient date of birth› · Member ID ‹insurance member id› · Reference ‹reference number›',
  );
});

describe('what is not given', () => {
  const head = (text: string, parts = usualPaper.runningHead) =>
    runningHead(letterOf(`case\n${text}\n---\nHello`), parts);

  test('is left out', () => expect(head('patient\n  name: Ana Ruiz')).toBe('Ana Ruiz'));

  test('a member ID gives way to the reference number, once', () => {
    const text = 'reference number: R-1\npatient\n  name: Ana Ruiz';
    expect(head(text)).toBe('Ana Ruiz · Reference R-1');
    expect(head(text, headParts)).toBe('Ana Ruiz · Reference R-1');
  });
});
