import { describe, expect, test } from 'vitest';
import { letterOf } from '../support/letter-of.js';
import { printedText } from '../support/printed-text.js';
import { withoutSpace } from '../support/read-html.js';
import { draw } from './support/drawn.js';

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${String(at)}`).join(' ');
const columns = (count: number, cell: string) => `|${` ${cell} |`.repeat(count)}`;

describe('what no page can hold is parted, and nothing of it stands beyond the paper', () => {
  test.each([
    ['a name', `case\nprovider\n  name: ${words(900)}\n---\n[signature]`],
    ['two signers', `case\nprovider\n  name: ${words(600)}\nco-signer: ${words(500)}\n---\n[signature]`],
    ['a patient', `case\npatient\n  name: ${words(900)}\n---\n${'[patient name]\n\n'.repeat(9)}`],
    ['a header', `case\n---\n| ${words(900)} | b |\n| --- | --- |\n${'| a | b |\n'.repeat(60)}`],
    ['a cell', `case\n---\n| a | b |\n| --- | --- |\n| ${words(1500)} | b |`],
    ['columns', `case\n---\n${columns(70, 'name')}\n${columns(70, '---')}\n${columns(70, 'value')}`],
    ['a heading', `case\n---\n## ${words(500)}\nText`],
    ['a word', `case\n---\n${'x'.repeat(9000)}`],
    ['an enclosure', `case\nenclosure: ${words(1200)}\n---\n[enclosures]`],
    ['lists', `case\n---\n${Array.from({ length: 12 }, (_, at) => `${'  '.repeat(at)}- ${words(90)}`).join('\n')}`],
  ])('%s', async (_, text) => {
    const letter = letterOf(text);
    const drawn = await draw(letter);
    expect(withoutSpace(drawn.text)).toBe(withoutSpace(printedText(letter).text));
    for (const { x, right, y, text: line } of drawn.lines) {
      expect(x).toBeGreaterThanOrEqual(71.9);
      if (line.trim().length > 1) expect(right).toBeLessThanOrEqual(540.1);
      expect(y).toBeGreaterThan(72);
      expect(y).toBeLessThan(720);
    }
  });
});
