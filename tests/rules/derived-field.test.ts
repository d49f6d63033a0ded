import { describe, expect, test } from 'vitest';
import { derivedField } from '../../server/src/rules/derived-field.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('what the program computes', () => {
  finds(derivedField, 'patient\n  name: Jane Doe\n  <|age|>: 58\nevidence @a\n  <|citation|>: 1\n  title: Pain');
  finds(derivedField, 'template t\nevidence\n  title: Pain\n  <|count|>: 2');
  finds(derivedField, 'family history: breast cancer\n  age: 42');
});

describe('a computed fact that is typed', () => {
  const message = (text: string) => findingsOf(derivedField, text).findings[0]?.message;
  test.each([
    [
      'as it is',
      'case\ndate: 2026-11-21\nstart of care: 2025-05-12\nduration of care: 18 Months',
      'The program computes this by itself. Take the line out.',
    ],
    [
      'otherwise',
      'case\ndate: 2026-11-21\nstart of care: 2025-05-12\nduration of care: 12 months',
      'This is not what the program computes: time from start of care to date. Take the line out, or correct what it is computed from.',
    ],
    [
      'without what it is computed from',
      'case\ndate: 2026-11-21\ntime in care: 12 months',
      'The program computes this by itself: time from start of care to date. Give these, and take the line out.',
    ],
    [
      'in one of several records',
      'case\nprior treatment: A\n  start: 2024\n  stop: 2025\n  length: 1 year\nprior treatment: B',
      'The program computes this by itself. Take the line out.',
    ],
  ])('%s', (_, text, expected) => expect(message(text)).toBe(expected));
});

test('takes the line out, with what continues it', () => {
  mends(derivedField, 'patient\n  age: 58\n  name: Jane Doe', 'patient\n  name: Jane Doe');
  mends(
    derivedField,
    'patient\n  name: Jane Doe\n  age: 58\n    years\nurgency: standard',
    'patient\n  name: Jane Doe\nurgency: standard',
  );
  mends(derivedField, 'patient\n  name: Jane Doe\n  age:', 'patient\n  name: Jane Doe\n');
});
