import { describe, expect, test } from 'vitest';
import { missingField } from '../../server/src/rules/missing-field.js';
import { unusedField } from '../../server/src/rules/unused-field.js';
import { renderText } from '../../server/src/render/text.js';
import { finds } from '../support/finds.js';
import { letterOf } from '../render/support/letter-of.js';

const template = `template visit
---
Dear reader,

## Earlier Treatments #history
Tried before:

- [prior treatment]: [prior treatment outcome]

## None #untitled #optional
Nothing was tried, because [reason for no prior treatment].

## Request
Please approve.
`;
const others = { 't.lmn': template };
const reason = 'reason for no prior treatment: nothing else is approved\n';
const treatment = 'prior treatment: Naproxen\n  outcome: ineffective\n';

function letterWith(head: string) {
  const letter = letterOf(`case visit\n${head}`, others);
  return {
    text: renderText(letter),
    lacks: letter.lacks.flatMap((lack) => (lack.kind === 'fact' && lack.of ? [lack.of.name] : [])),
  };
}

describe('a fact that stands in for records', () => {
  test('prints in their place, and nobody asks for them', () => {
    const { text, lacks } = letterWith(reason);
    expect(text).toContain('Nothing was tried, because nothing else is approved.');
    expect(text).not.toMatch(/Earlier|Tried before/);
    expect(lacks).not.toContain('prior treatment');
  });

  test('without it they are asked for, and it is said that it may be given', () => {
    const [finding] = finds(missingField, '<|case visit|>\n', others);
    expect(finding?.message).toContain('Where there is no prior treatment, give "reason for no prior treatment".');
    expect(letterWith('').text).toContain('Earlier Treatments');
    expect(letterWith('').lacks).toContain('prior treatment');
  });

  test('a line of a record that is still to be filled in is none', () => {
    const { text } = letterWith(`${reason}prior treatment: [name]\n`);
    expect(text).toContain('Nothing was tried');
    expect(text).not.toContain('Tried before');
  });

  test('where both are given the records print, and the other is told', () => {
    const { text } = letterWith(reason + treatment);
    expect(text).toContain('Naproxen: ineffective');
    expect(text).not.toContain('Nothing was tried');
    const [finding] = finds(
      unusedField,
      `case visit\n<|reason for no prior treatment|>: nothing else is approved\n${treatment}`,
      others,
    );
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('Take one of the two out');
  });

  test('a section that prints another fact keeps asking', () => {
    const asks = template.replace('Tried before:', 'Tried on [date]:');
    const letter = letterOf(`case visit\ndate: 2026-11-21\n${reason}`, { 't.lmn': asks });
    expect(renderText(letter)).toContain('Tried on November 21, 2026');
    expect(letter.lacks.length).toBeGreaterThan(0);
  });

  test('a section of the case is the case’s', () => {
    const text = renderText(letterOf(`case visit\n${reason}---\n## Earlier Treatments\nOur words.\n`, others));
    expect(text).toContain('Our words.');
  });

  test('a vocabulary of one’s own may declare one', () => {
    const vocabulary =
      'vocabulary v\nrecord letter\n  why alone (text, instead of helper): Why nobody helps.\nrecord helper (many)\n  name (text, required)';
    const own =
      'template visit\n---\n## Help\nHelped by [helper].\n\n## None #untitled #optional\nAlone, because [why alone].\n';
    const letter = letterOf('case visit\nwhy alone: nobody lives near', { 't.lmn': own, 'v.lmn': vocabulary });
    expect(renderText(letter)).toMatch(/^Alone, because nobody lives near\.\n\n_/);
  });
});
