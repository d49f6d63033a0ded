import { describe, expect, test } from 'vitest';
import { shorthandIn } from '../../server/src/knowledge/chart-shorthand.js';
import { jargon } from '../../server/src/rules/jargon.js';
import { gradeLevel, syllablesIn } from '../../server/src/knowledge/readability.js';
import { readingLevel } from '../../server/src/rules/reading-level.js';
import { longSentence } from '../../server/src/rules/long-sentence.js';
import { lint } from '../../server/src/lint/engine.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

describe('jargon', () => {
  test.each([
    '<|Pt|> <|c/o|> pain <|w/|> walking, <|s/p|> fusion, <|h/o|> falls <|w/o|> injury.',
    'Seen for <|f/u|>; pain <|d/t|> stenosis. <|Hx|> of migraine, <|dx|> in 2019, <|tx|> failed.',
    'She takes naproxen 500 mg <|bid|> <|prn|> for 6 <|wks|>.',
    '- <|H/O|> stroke',
    'Pain <|w/|>walking',
  ])('%j', (prose) => {
    finds(jargon, `## History\n${prose}`);
  });

  test.each([
    'Send it c/o Dana Whitfield. PT and TX, 12 pt, 5 pts and/or both, he/she, 4/5 and 1/2.',
    'They made a bid for it. PO Box 4410, po box. The part helps. A patient, Hxb, ptosis.',
    'The notice says "pt c/o pain". That is n/a.',
    'https://example.org/w/o/c/o is the address.',
    'She was 45 yrs old.',
    'Mid-tx and post-op.',
  ])('not in %j', (prose) => {
    finds(jargon, `## History\n${prose}`);
  });

  test('values that print, but no names and addresses', () => {
    const head =
      'prior treatment: Gabapentin\n  reason: <|pt|> drowsy\ninsurance\n  payer: Pt Plan\n  address: c/o hx\n    w/ tx\n';
    finds(jargon, `${head}---\n## A\n[prior treatment reason], [insurance payer], [insurance address]`);
  });

  test.each([
    ['Pt walks.', 'Patient walks.'],
    ['pain s/p fusion', 'pain after fusion'],
    ['pain w/walking', 'pain with walking'],
    ['S/p fusion she fell.', 'After fusion she fell.'],
  ])('the words for %j', (before, after) => mends(jargon, `## A\n${before}\n`, `## A\n${after}\n`));

  test('of two meanings none is chosen', () => {
    const [finding] = finds(jargon, '## A\nIt was <|d/c|> in May.');
    expect(finding?.fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Write "discontinue"', false],
      ['Write "discharge"', false],
    ]);
  });

  test('every one of the list is found, and has words', () => {
    for (const short of ['c/o', 's/p', 'w/in', 'pts', 'meds'])
      expect(shorthandIn(`x ${short} y`).map(({ long }) => long.every((words) => words.length > 3))).toEqual([true]);
  });
});

describe('reading-level', () => {
  test.each([
    ['walk', 1],
    ['patient', 2],
    ['recovery', 4],
    ['therapy', 3],
    ['needed', 2],
    ['walked', 1],
    ['cases', 2],
    ['medication', 4],
    ['MRI', 3],
  ])('%s has %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });

  test('the grade is that of the formula', () => {
    expect(gradeLevel({ sentences: 10, words: 200, syllables: 300 })).toBeCloseTo(0.39 * 20 + 11.8 * 1.5 - 15.59, 9);
  });

  const hard =
    'Multidisciplinary rehabilitation demonstrated insufficient functional improvement notwithstanding adherence. ';

  test('is told once for a letter, on its first line', () => {
    finds(readingLevel, `<|case|>\n---\n## A\n${hard.repeat(20)}`);
  });

  test('is told of letters that read harder than the grade that is set', () => {
    const text = `case\n---\n## A\n${'The rehabilitation that she had in the hospital helped her little, and only for a week. '.repeat(20)}`;
    const graded = (grade: number) =>
      lint(subjectOf(text), { rules: [readingLevel], options: { 'reading-level': { grade } } }).map(
        ({ message }) => /at grade (\d+)/.exec(message)?.[1],
      );
    const reads = Number(graded(6)[0]);
    expect(reads).toBeGreaterThan(7);
    expect(graded(reads - 1)).toEqual([String(reads)]);
    expect(graded(reads)).toEqual([]);
  });

  test.each([`## A\n${hard.repeat(3)}`, `## A\n> ${hard.repeat(30)}`, `## A\n${'She walks well. '.repeat(60)}`])(
    '%#: not here',
    (text) => {
      finds(readingLevel, `case\n---\n${text}`);
    },
  );
});

describe('long-sentence', () => {
  const words = (count: number) => `${'word '.repeat(count - 1)}end`;

  test('over forty words', () => {
    finds(longSentence, `## A\nShe walks. <|Then ${words(40)}.|> She rests.`);
  });

  test.each([
    `Then ${words(39)}. She rests ${words(30)}.`,
    `- ${words(30)}\n- ${words(30)}`,
    `He wrote "${words(60)}" to her.`,
    `> ${words(60)}`,
    words(20) + ' — – / '.repeat(30),
  ])('%#: not here', (prose) => {
    finds(longSentence, `## A\n${prose}`);
  });

  test('what the template says and what it prints does not count', () => {
    const others = { 't.lmn': `template t\nplan (text)\n---\n## Plan\nI ask ${words(30)} for [plan] of [diagnosis].` };
    finds(longSentence, `case t\nplan: ${words(50)}\n---\n`, others);
  });
});
