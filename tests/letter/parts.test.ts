import { describe, expect, test } from 'vitest';
import { printed } from '../support/printed.js';

const files = {
  'v.lmn': 'vocabulary v\nrecord goal (many)\n  name (text, required)\n  by (when)\n  barrier (text, many)',
  't.lmn': 'template t\n---\n## Goals\n### [goal]\nBy [goal by].\n\n## Else\n### [goal]\nBy [goal by].',
};
const goals =
  'goal: Walks alone\n  by: May 2027\n  barrier: stairs; rain\ngoal: Eats alone\n  by: June 2027\n  barrier: spoon';
const letter = (body: string, head = goals) => printed(`case\n${head}\n---\n${body}`, files);

describe('a part for each record', () => {
  test.each<[string, string, string]>([
    [
      'heading and what stands beneath',
      '### [goal]\nBy [goal by].\n- [goal barrier]',
      '### Walks alone\n\nBy May 2027.\n\n- stairs\n- rain\n\n### Eats alone\n\nBy June 2027.\n\n- spoon',
    ],
    [
      'up to the next heading, of whatever size',
      'Before.\n#### [goal]\nBy [goal by].\n### After\n[goal by]',
      'Before.\n\n#### Walks alone\n\nBy May 2027.\n\n#### Eats alone\n\nBy June 2027.\n\n### After\n\nMay 2027 and June 2027',
    ],
    [
      'all in one where it does not begin with the blank',
      '### Goal: [goal]\nx',
      '### Goal: Walks alone and Eats alone\n\nx',
    ],
    ['in bold', '### **[goal]**\n[goal by]', '### Walks alone\n\nMay 2027\n\n### Eats alone\n\nJune 2027'],
    [
      'rows over its values',
      '### [goal]\n| a | b |\n| --- | --- |\n| [goal barrier] | [goal by] |',
      '### Walks alone\n\na | b\nstairs | May 2027\nrain | May 2027\n\n### Eats alone\n\na | b\nspoon | June 2027',
    ],
    ['in a quotation', '> ### [goal]\n> [goal by]', '> ### Walks alone\n> May 2027\n> ### Eats alone\n> June 2027'],
  ])('%s', (_, body, text) => expect(letter(body.replace(', in all [goal count]', ''))).toBe(text));

  test('once, with a gap, where there is none', () =>
    expect(letter('### [goal]\nBy [goal by].', '')).toBe('### ‹goal name›\n\nBy ‹goal by›.'));

  test('a value of a field with several', () =>
    expect(letter('### [denial stated reasons]\nNo.', 'denial\n  stated reasons: "A"; "B"')).toBe(
      '### "A"\n\nNo.\n\n### "B"\n\nNo.',
    ));

  test('what a case writes behind the template’s text prints once', () =>
    expect(printed(`case t\n${goals}\n---\n## Goals\n[template text]\n\nMine.`, files).split('Mine.')[0]).toMatch(
      /By June 2027\.\n\n$/,
    ));

  test('items over another record keep the part’s own facts', () =>
    expect(letter('### [goal]\n- [symptom] by [goal by]', `${goals}\nsymptom: a\nsymptom: b`)).toBe(
      '### Walks alone\n\n- a by May 2027\n- b by May 2027\n\n### Eats alone\n\n- a by June 2027\n- b by June 2027',
    ));
});
