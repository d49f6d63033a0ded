import { describe, expect, test } from 'vitest';
import { ambiguousName } from '../../server/src/rules/ambiguous-name.js';
import { finds } from '../support/finds.js';

describe("a template's field", () => {
  test.each([
    ['<|date|> (date)', 'date'],
    ['<|Urgency|> (text)', 'urgency'],
    ['<|patient name|> (text)', 'patient name'],
    ['<|provider|> (text)', 'provider name'],
    ['<|site|> (text, also "diagnosis code")', 'diagnosis code'],
    ['<|case number|> (text)', 'reference number'],
  ])('that could be another fact: %s', (declaration, other) => {
    const [finding] = finds(ambiguousName, `template t\n${declaration}\n---\nText.`);
    expect(finding?.message).toBe(`A bracket with this name could also mean "${other}". Choose another name.`);
  });

  test('two of one template', () => {
    finds(
      ambiguousName,
      'template t\nsite (text, also "place")\n<|spot|> (text, also "Place")\n<|place|> (text)\n---\nText.',
    );
  });

  test.each(['signature', 'They have', 'references'])('a name that the letter needs: %s', (name) => {
    finds(ambiguousName, `template t\n<|${name}|> (text)\n---\nText.`);
  });

  test('not else', () => {
    finds(ambiguousName, 'template t\nsite (text, also "place")\nbody parts (text, many)\nname (text)\n---\nText.');
  });
});

describe("a vocabulary's field", () => {
  test.each([
    'record letter\n  <|patient name|> (text)',
    'record letter\n  <|plan|> (text, also "insurance plan")',
    'record <|clinic|>\n  team (text)',
    'record infusion (many, also "drip")\n  drug (text)\nrecord <|drip|>\n  site (text)',
    'record infusion\n  drug (text, also "agent")\n  <|substance|> (text, also "agent")',
    'record patient\n  <|secondary name|> (text, also "name")',
    'record <|closing|> (also "signature")\n  text (text)',
    'record letter\n  <|they are|> (text)\n  <|closing|> (text, also "references")',
    'record <|signature|>\n  text (text)',
    'record letter\n  <|they are|> (text)',
  ])('%j', (text) => {
    finds(ambiguousName, `vocabulary v\n${text}`);
  });

  test('not else', () => {
    finds(
      ambiguousName,
      'vocabulary v\nrecord infusion (many)\n  drug (text)\n  name (text)\nrecord patient\n  nickname (text)\nrecord letter\n  tone (text)',
    );
  });
});

test('what ships under another name, declared anew', () => {
  const [finding] = finds(ambiguousName, 'vocabulary v\nrecord patient\n  <|dob|> (date): Our own.');
  expect(finding?.message).toBe(
    '"patient dob" could also mean "patient date of birth", which has that as another name. Take this line out, or choose another name.',
  );
  finds(ambiguousName, 'vocabulary v\nrecord patient\n  date of birth (date, also "dob"): Our own.');
});

test('shows what else it could mean', () => {
  const [finding] = finds(ambiguousName, 'template t "T"\n\n<|patient name|> (text)\n---\n## A\nx\n');
  expect(finding?.related[0]?.message).toBe('what else it could mean');
});
