import { afterEach, expect, test, vi } from 'vitest';
import { checklistFor } from '../../../server/src/editor/preview/checklist.js';
import { lint } from '../../../server/src/lint/engine.js';
import { allRules } from '../../../server/src/rules/all-rules.js';
import { asWritten } from '../../../server/src/requirements/checklist.js';
import { LetterReader } from '../../../server/src/requirements/letter-reader.js';
import { readSubjects } from '../../../server/src/letter/subjects.js';
import { parse, readTemplate, workspaceOf } from '../../support/workspace.js';

/** What judging a clause asks of a letter; where its outcome is remembered, nothing is asked in this way. */
const questions = ['valuesOf', 'recordsOf', 'isPrinted', 'says', 'hasSection', 'hasBlock'] as const;
afterEach(() => vi.restoreAllMocks());

/** How many letters were read for a clause: each judging has a reader of its own. */
function judgedBy(act: () => void): number {
  const spies = questions.map((question) => vi.spyOn(LetterReader.prototype, question));
  act();
  const readers = new Set(spies.flatMap(({ mock }) => mock.contexts));
  for (const spy of spies) spy.mockRestore();
  return readers.size;
}

test('the checklist and the rules judge each clause once, whoever comes first', () => {
  const workspace = workspaceOf({ 'appeal-1.lmn': readTemplate('kinds/appeal-1.lmn') });
  const letterOf = (day: string) =>
    readSubjects(
      parse('file:///x.lmn', `case\ndate: 2026-11-21\nfor: appeal-1\ndenial\n  date: ${day}\n---\n[denial date]`),
      workspace,
    );
  const [first, second] = [letterOf('2026-11-15'), letterOf('2026-11-14')];
  const check = (subject: typeof first) => () => void lint(subject, { rules: allRules });
  const show = (subject: typeof first) => () => {
    expect(checklistFor(subject, 'case', asWritten).total).toBeGreaterThan(4);
  };
  expect(judgedBy(check(first))).toBeGreaterThan(10);
  expect(judgedBy(show(first))).toBe(0);
  // Of the next text only the clauses that ask for what was touched.
  expect(judgedBy(show(second))).toBeLessThan(8);
  expect(judgedBy(check(second))).toBe(0);
});
