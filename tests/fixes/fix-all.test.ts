import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, fixAll } from '../../server/src/fixes/fix-all.js';
import { lint } from '../../server/src/lint/engine.js';
import type { Finding, PlacedFix } from '../../server/src/lint/rule.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { subjectOf } from '../support/workspace.js';

const uri = 'file:///x.lmn';

function finding(edits: readonly [number, number, string][], more: Partial<PlacedFix> = {}, file = uri): Finding {
  const placed = edits.map(([start, end, text]) => ({ range: { uri: file, start, end }, text }));
  const fix: PlacedFix = { title: '', edits: placed, preferred: true, automatic: true, ...more };
  const range = { uri, start: 0, end: 0 };
  return { rule: 'r', severity: 'error', message: '', range, fixes: [fix], related: [], unnecessary: false, lacks: [] };
}

/** Finds the same until the text has been changed. */
const once = (text: string, found: readonly Finding[]) => (now: string) => (now === text ? found : []);

describe('one round', () => {
  test.each<[string, readonly Finding[], string]>([
    ['in whatever order', [finding([[2, 3, 'C']]), finding([[0, 1, 'A']])], 'AbC'],
    ['of two that overlap the first', [finding([[0, 2, 'X']]), finding([[1, 3, 'Y']])], 'Xc'],
    ['of two that touch the first', [finding([[1, 1, 'X']]), finding([[1, 1, 'Y']])], 'aXbc'],
    [
      'a fix wholly or not at all',
      [
        finding([[0, 1, 'A']]),
        finding([
          [0, 1, 'B'],
          [2, 3, 'Z'],
        ]),
      ],
      'Abc',
    ],
    ['none that asks', [finding([[0, 1, 'A']], { automatic: false })], 'abc'],
    ['none of another file', [finding([[0, 1, 'A']], {}, 'file:///y.lmn')], 'abc'],
    ['nothing at all', [], 'abc'],
  ])('%s', (_, found, after) => expect(fixAll(uri, 'abc', once('abc', found))).toBe(after));
});

test('again until nothing changes', () => {
  const grow = (text: string) => (text.length < 6 ? [finding([[text.length, text.length, 'x']])] : []);
  expect(fixAll(uri, 'abc', grow)).toBe('abcxxx');
});

test('two that undo one another end after a few rounds', () => {
  let rounds = 0;
  const swap = (text: string) => {
    rounds++;
    return [finding([[0, 1, text.startsWith('a') ? 'b' : 'a']])];
  };
  expect(fixAll(uri, 'abc', swap)).toMatch(/^[ab]bc$/);
  expect(rounds).toBe(5);
});

test('insertions at one place keep their order', () =>
  expect(
    applyEdits(
      'ab',
      finding([
        [1, 1, 'X'],
        [1, 1, 'Y'],
      ]).fixes[0]!.edits,
    ),
  ).toBe('aXYb'));

const line = fc.constantFrom(
  'case',
  'case t',
  'template t',
  'patinet',
  'patient',
  '  nmae: A',
  'name: A',
  'date of birth: 1968-03-14',
  '  PO Box 4410',
  'date = 2026-11-21',
  'date 2026-11-21',
  '',
  '---',
  '--',
  '## Opening #histroy',
  'For [pateint name], he/she is [describe the pain].',
  '{75 mg} and <patient name> [open',
  '// lmn-disable-next-line npi -- old',
  'Dear Sir,',
  'pain (txet): Where.',
);

const findingsIn = (text: string) => lint(subjectOf(text), { rules: allRules });

test('whatever the text, all fixes at once settle, and leave no more automatic ones than rounds allow', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const text = lines.join(end);
      const after = fixAll(uri, text, findingsIn);
      expect(fixAll(uri, after, findingsIn)).toBe(after);
    }),
    { numRuns: 150 },
  );
});
