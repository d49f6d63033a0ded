import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/rules/all-rules.js';
import { nearHeading } from '../../server/src/rules/near-heading.js';
import { nothingReplaced } from '../../server/src/rules/nothing-replaced.js';
import { unknownTag } from '../../server/src/rules/unknown-tag.js';
import { unknownTemplate } from '../../server/src/rules/unknown-template.js';
import { unknownWord } from '../../server/src/rules/unknown-word.js';
import { unusedField } from '../../server/src/rules/unused-field.js';
import { lint } from '../../server/src/lint/engine.js';
import { finds, fixed } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

const base = {
  'b.lmn':
    'template medical-letter\nsite (text): Where.\n---\n## Opening\nAt [site].\n\n## Evidence #evidence\nMore.\n\n## Empty',
};
const upon = (text: string) => `template t from medical-letter\n---\n${text}`;

/** What all rules say of a file: the ids of the rules. */
function said(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return lint(subjectOf(text, others), { rules: allRules }).map(({ rule }) => rule);
}

describe('what stands behind `from`', () => {
  test('no such template: the nearest name', () => {
    const [finding] = finds(unknownTemplate, 'template t from <|medical-leter|>\n---\n## S\nWords.', base);
    expect(finding?.message).toBe('There is no template of this name to stand on. Did you mean "medical-letter"?');
    mends(unknownTemplate, 'template t from medical-leter', 'template t from medical-letter', base);
  });
  test('no name: those that are there', () => {
    const text = 'template t from "A title"';
    const [finding] = finds(unknownTemplate, 'template t <|from|> "A title"', base);
    expect(finding?.message).toContain('There is: medical-letter');
    expect(finding && fixed(text, finding)).toBe('template t from medical-letter "A title"');
  });
  test('itself, and a circle, on each line of it', () => {
    finds(unknownTemplate, 'template t from <|t|>');
    const [finding] = finds(unknownTemplate, 'template t from <|u|>', {
      'u.lmn': 'template u from v',
      'v.lmn': 'template v from t',
    });
    expect(finding?.message).toContain('t from u from v from t');
    expect(finding && fixed('template t from u', finding)).toBe('template t');
  });
  test('a circle, or a name that is not there, further down is reported there', () => {
    finds(unknownTemplate, 'template t from u', { 'u.lmn': 'template u from v', 'v.lmn': 'template v from u' });
    finds(unknownTemplate, 'template t from u', { 'u.lmn': 'template u from v' });
  });
  test('a hundred are enough: of more, the one on top of them is told', () => {
    const chain = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `t${String(at)}.lmn`,
          `template t${String(at)}${at > 0 ? ` from t${String(at - 1)}` : ''}`,
        ]),
      );
    finds(unknownTemplate, 'template t from t98', chain(99));
    const [finding] = finds(unknownTemplate, 'template t from <|t99|>', chain(100));
    expect(finding?.message).toBe('Too many templates stand on each other. Take some of them out.');
    expect(finding && fixed('template t from t99', finding)).toBe('template t');
  });
  test.each([
    ['form', 'template t form medical-letter'],
    ['from:', 'template t from: medical-letter'],
  ])('the word itself: %s', (word, line) => {
    finds(unknownWord, line.replace(word, `<|${word}|>`), base);
    mends(unknownWord, line, 'template t from medical-letter', base);
  });
  test('no name before it', () => {
    const [finding] = finds(unknownWord, 'template <|from|> medical-letter', base);
    expect(finding && fixed('template from medical-letter', finding)).toBe('template x from medical-letter');
  });
  test('what follows from a base that is not there stays silent', () => {
    const text =
      'template t from medical-leter\nfindings: two\n---\n## Evidence\n[template text] at [the site].\n\n## Opening #omit';
    expect(said(text, base)).toEqual(['unknown-template']);
    expect(said('case t\nsite: here\n---\n## S\n[the site] [template text]', { ...base, 't.lmn': text })).not.toContain(
      'unknown-field',
    );
    expect(said('case t\n---\n## S\n[the site]', { ...base, 't.lmn': text })).not.toContain('unknown-placeholder');
  });
});

describe('headings', () => {
  test('nearly one of the base’s', () => {
    finds(nearHeading, upon('## <|Openning|>\nMine.'), base);
    mends(nearHeading, upon('## Openning\nMine.'), upon('## Opening\nMine.'), base);
  });
  test('a role and a word of one that prints too: its heading, or without it', () => {
    const text = upon('## Evidence for Continuing #evidence\nMine.');
    const [finding] = finds(nearHeading, upon('## <|Evidence for Continuing|> #evidence\nMine.'), base);
    expect(finding?.severity).toBe('info');
    expect(finding && fixed(text, finding)).toBe(upon('## Evidence #evidence\nMine.'));
    const without = finding && fixed(text, finding, 1);
    expect(without).toBe(upon('## Evidence #omit\n\n## Evidence for Continuing #evidence\nMine.'));
    finds(nearHeading, without ?? '', base);
  });
  test.each([
    '## What Was Shown #evidence\nMine.',
    '## Evidence for Continuing #treatment\nMine.',
    '## Evidence #omit\n\n## Evidence for Continuing #evidence\nMine.',
  ])('other ones are nothing: %j', (text) => {
    finds(nearHeading, upon(text), base);
  });
});

describe('tags and [template text]', () => {
  test('#omit is for what the base prints', () => {
    finds(unknownTag, upon('## Evidence #omit'), base);
    finds(unknownTag, 'template t\n---\n## Evidence <|#omit|>\nWords.');
    finds(nothingReplaced, upon('## Evidence #omit'), base);
    finds(nothingReplaced, upon('## Cost <|#omit|>'), base);
  });
  test.each([
    '| A |\n| --- |\n| <|[template text]|> |',
    '### <|[template text]|>\nMore.',
    'So **<|[template text]|>** it is.',
    '{<|[template text]|> [patient name]}',
    '- one\n\n  ### <|[template text]|>',
    '[template text]\n\n| A |\n| --- |\n| <|[template text]|> |',
  ])('[template text] stands on a line, not in %j', (words) => {
    const [finding] = finds(nothingReplaced, upon(`## Evidence\n${words}`), base);
    expect(finding?.message).toContain('cannot stand within other words');
  });

  test.each(['- [template text]', '> [template text]', 'So: [template text]'])('but may be %j', (words) => {
    finds(nothingReplaced, upon(`## Evidence\n${words}`), base);
  });

  test('of what the base has left out already there is nothing to leave out', () => {
    finds(nothingReplaced, 'template u from t\n---\n## Evidence <|#omit|>', {
      ...base,
      't.lmn': upon('## Evidence #omit'),
    });
  });
  test('words under #omit', () => {
    finds(nothingReplaced, upon('## Evidence <|#omit|>\nMine.'), base);
    finds(nothingReplaced, 'case medical-letter\n---\n## Evidence <|#omit|>\nMine.', base);
  });
  test('#beginning says where a section of one’s own prints', () => {
    finds(unknownTag, upon('## Reference #beginning\nMine.'), base);
    finds(unknownTag, upon('## Evidence <|#beginning|>\nMine.'), base);
  });
  test('[template text] without any', () => {
    finds(nothingReplaced, upon('## Evidence\n[template text] Mine.'), base);
    finds(nothingReplaced, upon('## Evidence\n[template text]\n\n<|[template text]|>'), base);
    finds(nothingReplaced, upon('## Empty\n<|[template text]|> Mine.'), base);
    finds(nothingReplaced, upon('## Cost\n<|[template text]|> Mine.'), base);
    finds(nothingReplaced, upon('<|[template text]|>\n\n## Cost\nMine.'), base);
    finds(nothingReplaced, 'template t\n---\n## Cost\n<|[template text]|> Mine.');
  });
});

test('a declaration may be for the base’s words', () => {
  finds(unusedField, 'template t from medical-letter\nsite (left | right)\n<|side|> (text)\n---', base);
});
