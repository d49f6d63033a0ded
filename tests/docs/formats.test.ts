import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allLetterFormats, endingOf } from '../../server/src/letter-formats.js';

/** Lists of endings as the pages write them: code that follows code, with commas or "or" between; or what stands behind `# or` in a command. */
function listsOfEndings(text: string): string[][] {
  const listed = [...text.matchAll(/`[^`\n]*\.[a-z]+`(?:(?:, | or )`\.[a-z]+`)+/g)].map(([list]) => list);
  const behind = [...text.matchAll(/\S+\.[a-z]+ +# or (?:\.[a-z]+(?:, )?)+/g)].map(([list]) => list);
  return [...listed, ...behind].map((list) =>
    [...list.matchAll(/\.([a-z]+)(?=[`,\s]|$)/g)].map(([ending]) => ending).sort(),
  );
}

test.each(['README.md', 'docs/command-line.md'])('%s lists the endings of all formats', (page) => {
  const lists = listsOfEndings(readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8'));
  const all = allLetterFormats.map(endingOf).sort();
  expect(lists.filter((list) => list.length > 2)).not.toEqual([]);
  for (const list of lists) if (list.length > 2) expect(list).toEqual(all);
});
