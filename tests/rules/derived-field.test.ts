import { test } from 'vitest';
import { derivedField } from '../../server/src/rules/derived-field.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('what the program computes', () => {
  finds(derivedField, 'patient\n  name: Jane Doe\n  <|age|>: 58\nevidence @a\n  <|citation|>: 1\n  title: Pain');
  finds(derivedField, 'template t\nevidence\n  title: Pain\n  <|count|>: 2');
  finds(derivedField, 'family history: breast cancer\n  age: 42');
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
