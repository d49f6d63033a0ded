import { describe, expect, test } from 'vitest';
import { wrongCondition } from '../../server/src/rules/wrong-condition.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const template = (prose: string, flags = '') => `template t
ground (pregnancy | RN | RN or LPN${flags}): x
due date (date): x
---
${prose}`;

test.each([
  '{when [ground] is <|pregnant|>: A}',
  '{when [ground] is RN or <|LVN|>: A}',
  '- {when [ground] is <|pregnant|>, RN: A}',
  '## B {when [ground] is <|x|>: C}\nD',
  '{when <|[due date]|> is pregnancy: A}',
  '{when <|[patient name]|> is RN: A}',
  '{when <|[ground]|> is: A}',
  '{when [ground] is <|pregnancy A|>}',
])('%s', (prose) => {
  finds(wrongCondition, template(prose));
});

test.each([
  '{when [ground] is pregnancy: A}',
  '{when [ground] is RN or LPN or pregnancy: A}',
  '{When [ground] is known, A}',
  '{when [grund] is RN: A}',
  '\\{when [ground] is x: A}',
])('not in %s', (prose) => {
  finds(wrongCondition, template(prose));
});

describe('fixes', () => {
  test.each([
    ['{when [ground] is pregnanci: A}', '{when [ground] is pregnancy: A}'],
    ['{when [ground] is RN or LPN A}', '{when [ground] is RN or LPN: A}'],
  ])('%s becomes %s', (prose, mended) => {
    const [finding] = findingsOf(wrongCondition, template(prose)).findings;
    expect(finding && fixed(template(prose), finding)).toBe(template(mended));
  });
});

describe('words for every choice', () => {
  const all = '{when [ground] is pregnancy: A}{when [ground] is RN or RN or LPN: B}';

  test('of a field that need not be given', () => {
    const text = template(all).replace('ground (', '<|ground|> (');
    const [finding] = finds(wrongCondition, text);
    expect(finding?.severity).toBe('warning');
    expect(finding && fixed(template(all), finding)).toBe(template(all, ', required'));
  });

  test('not of one that must, nor where a choice has none', () => {
    finds(wrongCondition, template(all, ', required'));
    finds(wrongCondition, template('{when [ground] is pregnancy or RN: A}'));
  });
});

test('tells of the lack in the letter of a case', () => {
  const [finding] = findingsOf(wrongCondition, 'case\n---\n{when [urgency] is soon: A}').findings;
  expect(finding?.lacks.map(({ kind }) => kind)).toEqual(['condition']);
});
