import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { readCaseFile } from '../../server/src/language/case-file.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import type { Workspace } from '../../server/src/language/workspace.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { type Judged, judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { LetterReader } from '../../server/src/requirements/letter-reader.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import type { Library } from '../../server/src/requirements/who-asks.js';
import { parse, readTemplate, workspaceOf } from '../support/workspace.js';

afterEach(() => vi.restoreAllMocks());

/** A letter that is written in a workspace, version after version. */
function letterIn(workspace: Workspace, library: Library = libraryOf(workspace)): (text: string) => Judged {
  let file: SourceFile | undefined;
  return (text) => {
    file = parse('file:///c.lmn', text, file);
    return judgeLetter(resolveLetter(readCaseFile(file, workspace)), library);
  };
}

/** What judging a clause asks of a letter. */
const questions = ['valuesOf', 'recordsOf', 'isPrinted', 'says', 'hasSection', 'hasBlock'] as const;

/** How much was found anew: whatever is asks the letter through a reader of its own. */
function foundAnew(act: () => void): number {
  const spies = questions.map((question) => vi.spyOn(LetterReader.prototype, question));
  act();
  const readers = new Set(spies.flatMap(({ mock }) => mock.contexts));
  vi.restoreAllMocks();
  return readers.size;
}

const caseText = (visit: string, fax = '505-555-0191') =>
  `case\nfor: new-pa\ndate: 2026-11-21\nlast visit: ${visit}\ninsurance: Blue Mesa\npractice\n  fax: ${fax}\n---\nSeen on [last visit].\n`;

function withPolicies(count: number, days: (number: number) => number): Workspace {
  const policies = Array.from({ length: count }, (_, at) => [
    `p${String(at)}.lmn`,
    `policy p${String(at)}\npayer: Blue Mesa\n\nrequire last visit within ${String(days(at))} days: ${String(at)}-1: Policy ${String(at)}: seen lately.\nrequire diagnosis code: ${String(at)}-2: A code.\n`,
  ]);
  return workspaceOf({ 'kind.lmn': 'kind new-pa "New"\nsource: x\n', ...(Object.fromEntries(policies) as object) });
}

/** How much is found anew when the day of the last visit, which each policy asks for, is another. */
function workOfVisit(workspace: Workspace): number {
  const write = letterIn(workspace);
  write(caseText('2026-11-01'));
  return foundAnew(() => void write(caseText('2026-11-02')));
}

test('what policies ask alike is judged once, whatever its number and words are', () => {
  const alone = workOfVisit(withPolicies(1, () => 30));
  expect(alone).toBeGreaterThan(0);
  expect(workOfVisit(withPolicies(50, () => 30))).toBe(alone);
  // Ten of the fifty ask for another number of days each.
  expect(workOfVisit(withPolicies(50, (at) => 30 + (at % 10)))).toBe(alone + 9);
});

test('a fact that no policy asks for makes no clause of theirs to be judged again', () => {
  const write = letterIn(withPolicies(50, (at) => 30 + at));
  const before = write(caseText('2026-11-01'));
  expect(foundAnew(() => expect(write(caseText('2026-11-01', '505-555-0192'))).toBe(before))).toBe(0);
});

test('clauses that ask alike keep their own number and words', () => {
  const { criteria } = letterIn(withPolicies(2, () => 30))(caseText('2026-01-01'));
  expect(criteria.map(({ name, clauses }) => [name, clauses[0]?.clause.words?.text])).toEqual([
    ['0-1', 'Policy 0: seen lately.'],
    ['0-2', 'A code.'],
    ['1-1', 'Policy 1: seen lately.'],
    ['1-2', 'A code.'],
  ]);
});

const sample = readTemplate('samples/migraine-antibody.lmn').split('\n');
const files = {
  'juniper.lmn': readTemplate('samples/juniper-cgrp.lmn'),
  'new-pa-letter.lmn': readTemplate('new-pa-letter.lmn'),
  'medical-letter.lmn': readTemplate('medical-letter.lmn'),
  'new-pa.lmn': readTemplate('kinds/new-pa.lmn'),
  'core.lmn': readTemplate('kinds/core.lmn'),
};

/** All that a criterion tells, in words. */
function told({ criteria, filings, decisions }: Judged): unknown {
  return [
    criteria.map(({ name, state, toldBy, answer, clauses }) => [
      name,
      state,
      toldBy?.asker.name,
      answer?.does,
      clauses.map((clause) => [
        clause.state,
        clause.problem?.words,
        clause.rests.length,
        clause.options?.map(({ words }) => words?.text),
      ]),
    ]),
    filings.length,
    decisions.length,
  ];
}

test('a letter that is changed again and again is judged as if it was read for the first time', () => {
  const workspace = workspaceOf(files);
  const change = fc.record({ at: fc.nat(sample.length - 1), count: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 3 }), { minLength: 2, maxLength: 4 }), (versions) => {
      const write = letterIn(workspace);
      for (const cuts of versions) {
        const gone = new Set(cuts.flatMap(({ at, count }) => Array.from({ length: count }, (_, more) => at + more)));
        const text = sample.filter((_, at) => !gone.has(at)).join('\n');
        expect(told(write(text))).toEqual(told(letterIn(workspace, { ...libraryOf(workspace) })(text)));
      }
    }),
    { numRuns: 10 },
  );
});
