import { describe, expect, test } from 'vitest';
import { unpairedFields } from '../../server/src/rules/unpaired-fields.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const head = 'template t\nplace (text, many)\n---\n';

describe('found', () => {
  test.each([
    '[prior treatment] was <|[prior treatment outcome]|>.',
    'She had [prior treatment]{ (<|[prior treatment reason]|>)} before.',
    '- Before that [prior treatment]: <|[prior treatment outcome]|>',
    '| a | b |\n| --- | --- |\n| all | [prior treatment], <|[prior treatment outcome]|> |',
    '> **[prior treatment]** for <|[prior treatment length]|>.',
    '## A\n### Goal: <|[symptom]|>\nText.',
    '## A\n### Treated [prior treatment] for <|[symptom]|>\nText.'.replace(
      '[prior treatment] for <|[symptom]|>',
      '<|[prior treatment]|> for [symptom]',
    ),
    '## <|[symptom]|>\nText.',
    '## <|[place]|> and more\nText.',
    '## A\n### [symptom]\n[prior treatment] was <|[prior treatment outcome]|>.',
  ])('%j', (text) => {
    finds(unpairedFields, head + text);
  });
});

describe('not found', () => {
  test.each([
    '- [prior treatment] was [prior treatment outcome].\n  It ended: [prior treatment stop].',
    '| a | b |\n| --- | --- |\n| [prior treatment] | [prior treatment outcome] |',
    '## A\n### [prior treatment]\nIt was [prior treatment outcome], from [prior treatment start].\n- [prior treatment reason] after [prior treatment length]',
    'She had [prior treatment]. All of it was [prior treatment outcome].',
    'She had [prior treatment] and has [symptom].',
    'She had [prior treatment count] treatments: [prior treatment].',
    '[diagnosis] ([diagnosis code]) at [place].',
    '## A [symptom]\nText.',
    'As shown: [evidence] [evidence citation].',
  ])('%j', (text) => {
    finds(unpairedFields, head + text);
  });
});

describe('mended', () => {
  test.each([
    ['## [symptom]\nText.', '### [symptom]\nText.'],
    ['## A\n### Goal: [symptom]\nText.', '## A\n### [symptom]\nText.'],
    ['[prior treatment] was [prior treatment outcome].', '- [prior treatment] was [prior treatment outcome].'],
  ])('%j', (before, after) => mends(unpairedFields, head + before, head + after));

  test('not where the sentence begins otherwise', () => {
    const [finding] = finds(unpairedFields, `${head}Then [prior treatment] was <|[prior treatment outcome]|>.`);
    expect(finding?.fixes).toEqual([]);
  });
});
