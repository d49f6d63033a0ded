import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLmn } from '../support/tokens.js';
import { anyText, fragmentFile } from '../support/fragments.js';
import { damages, linesOf, shippedFiles } from '../support/damage.js';
import { parse, workspaceOf } from '../support/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';

const files = shippedFiles();
const workspace = workspaceOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
workspace.set(
  parse(
    'file:///t.lmn',
    'template t\nfield (text)\n---\n[field] {[urgency]}\n\n## History #history\n- [symptom]: [symptom severity]',
  ),
);

function readsAll(text: string): void {
  const { parserErrors, lexerErrors, uncovered } = readLmn(text);
  expect([parserErrors, lexerErrors]).toEqual([[], []]);
  expect(uncovered).toBe('');
  readSubjects(parse('file:///x.lmn', text), workspace);
}

/** A line of a shipped file: what is damaged stands among twenty lines on each side, below the file's first one. */
const line = fc.constantFrom(
  ...files.flatMap(({ text }) => {
    const lines = linesOf(text).map((one) => one.text);
    return lines.map((_, index) => ({ lines, index }));
  }),
);

describe('any text is read: no throw, no syntax error, no character lost', () => {
  test('of any characters', () => fc.assert(fc.property(anyText, readsAll), { numRuns: 300 }));
  test('of what means something to the language', () =>
    fc.assert(fc.property(fragmentFile, readsAll), { numRuns: 600 }));

  test.each(files.map(({ path, text }) => [path, text] as const))('%s cut anywhere', (_, text) => {
    const step = Math.max(1, Math.floor(text.length / (text.length > 10_000 ? 6 : 20)));
    for (let at = 0; at < text.length; at += step) readsAll(text.slice(0, at));
  });

  test.each(Object.entries(damages))('a shipped file with a line %s', (_, damage) => {
    fc.assert(
      fc.property(line, fc.nat({ max: 80 }), ({ lines, index }, at) => {
        const one = lines[index] ?? '';
        const around = lines.slice(Math.max(1, index - 20), index);
        const damaged = damage(one, Math.min(at, one.length));
        readsAll(
          [...(index > 0 ? [lines[0]] : []), ...around, damaged, ...lines.slice(index + 1, index + 20)].join('\n'),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('a shipped file with lines taken out, doubled or swapped', () => {
    const file = fc.constantFrom(...files.map(({ text }) => text.split('\n')));
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), fc.constantFrom('out', 'twice', 'swapped'), (all, a, b, how) => {
        const [i, j] = [a % all.length, b % all.length];
        const lines = [...all];
        if (how === 'out') lines.splice(i, 1);
        else if (how === 'twice') lines.splice(i, 0, lines[i] ?? '');
        else [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
        readsAll(lines.join('\n'));
      }),
      { numRuns: 80 },
    );
  });
});

test.each(['', '\n', '\r', '\ufeff', '\0', ' ', '//', '[', '{', '##', '---', '"', ':', '@', '('])(
  '%j is read',
  (text) => {
    readsAll(text);
    readsAll(`case\n${text}`);
    readsAll(`case\n---\n${text}`);
    readsAll(`vocabulary v\n${text}`);
    readsAll(`policy p\n${text}`);
  },
);
