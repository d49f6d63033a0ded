import { describe, expect, test } from 'vitest';
import { pagesAtLeast } from '../../server/src/render/estimate-pages.js';
import { samplePaths } from '../support/workspace.js';
import { draw } from './pdf/support/drawn.js';
import { goldenLetter, publicLetters } from './support/golden-letter.js';
import { letterOf, sampleLetter } from './support/letter-of.js';

/** Prose, a list and a table. */
function ofWords(count: number): string {
  const prose = (some: number) => Array.from({ length: some }, (_, at) => words[at % words.length]).join(' ');
  const rows = Array.from({ length: count / 100 }, () => `| ${prose(6)} | ${prose(12)} |`).join('\n');
  return `case\n---\n## History\n${prose(count / 2)}\n\n- ${prose(count / 10)}\n- ${prose(30)}\n\n| a | b |\n| --- | --- |\n${rows}\n\n## Request\n${prose(count / 2)}`;
}

const words = 'The patient has been seen every three months since injections began and walks for half an hour'.split(
  ' ',
);

const letters = [
  ...publicLetters.map((name) => [name, () => goldenLetter(name)] as const),
  ...[400, 900, 2600].map((count) => [`${String(count)} words`, () => letterOf(ofWords(count))] as const),
  ...samplePaths.map((path) => [path, () => sampleLetter(path)] as const),
];

describe('the estimate of a letter\u2019s length against the pages of its PDF', () => {
  test.each(letters)('%s', async (_, letterOf) => {
    const letter = letterOf();
    const { file } = await draw(letter);
    const { pages } = file;
    const least = pagesAtLeast(letter);
    expect(least).toBeLessThanOrEqual(pages);
    expect(least).toBeGreaterThanOrEqual(pages - 1);
  });
});
