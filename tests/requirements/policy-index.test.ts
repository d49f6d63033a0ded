import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readCaseFile } from '../../server/src/language/case-file.js';
import type { Workspace } from '../../server/src/language/workspace.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { isCodeOf } from '../../server/src/knowledge/code-ranges.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { LetterReader } from '../../server/src/requirements/letter-reader.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse, workspaceOf } from '../support/workspace.js';

const caseText = (duration: string) =>
  `case\nfor: new-pa\ndate: 2026-11-21\ninsurance: Blue Mesa\ntreatment requested: injections\n  code: 64483\n  duration: ${duration}\n---\n## Request\nPlease approve [treatment requested] for [treatment requested duration].\n`;
const clauses =
  'require treatment requested duration at most 6 months: 1: Six months.\nrequire diagnosis code: 2: A code.\n';
const kind = { 'kind.lmn': 'kind new-pa "New"\nsource: x\n', 'other.lmn': 'kind appeal-1 "Appeal"\nsource: x\n' };

function withPolicies(heads: readonly string[]): Workspace {
  const policies = heads.map(
    (head, at) => [`p${String(at)}.lmn`, `policy p${String(at)}\n${head}\n\n${clauses}`] as const,
  );
  return workspaceOf({ ...kind, ...Object.fromEntries(policies) });
}

function judged(workspace: Workspace, duration: string) {
  const letter = resolveLetter(readCaseFile(parse('file:///c.lmn', caseText(duration)), workspace));
  return judgeLetter(letter, libraryOf(workspace));
}

/** How often the letter is asked for records, by clauses and by who looks for policies, at a keystroke that changes a fact which all policies ask for. */
function workAt(workspace: Workspace): number {
  judged(workspace, '3 months');
  const asked = vi.spyOn(LetterReader.prototype, 'recordsOf');
  judged(workspace, '9 months');
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

const own = 'payer: Blue Mesa\nfor: new-pa\ncodes: 64483';
const many = (head: (at: number) => string) => [own, ...Array.from({ length: 60 }, (_, at) => head(at))];

test.each([
  ['payers', (at: number) => `payer: Payer ${String(at)}\nfor: new-pa\ncodes: 64483`],
  ['kinds', () => 'payer: Blue Mesa\nfor: appeal-1\ncodes: 64483'],
  ['codes', (at: number) => `payer: Blue Mesa\nfor: new-pa\ncodes: ${String(64490 + at)}`],
])('a keystroke costs the same whatever policies there are for other %s', (_, head) => {
  const alone = workAt(withPolicies([own]));
  expect(alone).toBeGreaterThan(0);
  expect(workAt(withPolicies(many(head)))).toBe(alone);
});

test('policies that may be for the letter by something else are found', () => {
  const found = (heads: readonly string[]) =>
    judged(withPolicies(heads), '3 months')
      .askers.filter(({ level }) => level === 'policy')
      .map(({ name }) => name);
  expect(
    found([
      'payer: Blue Mesa\ncodes: 64490 to 64500',
      'payer: Blue Mesa\ncodes: 64479 to 64484',
      'payer: blue mesa\ntreatments: injection; injections',
      'payer: Blue Mesa\ncodes: J0585\ntreatments: injections',
      'payer: Blue Mesa\nfor: other than appeal-1',
      'payer: Blue Mesa\nfor: other than new-pa',
      'payer: Blue Mesa\ncodes: 64490; 64483',
      own,
    ]),
  ).toEqual(['p1', 'p2', 'p3', 'p4', 'p6', 'p7']);
});

/** A line of a policy's head, and whether it lets the policy be for the letter. */
const line = (text: string, fits: boolean) => ({ text, fits });

const anyHead = fc
  .tuple(
    fc.constantFrom(line('payer: Blue Mesa', true), line('payer: BLUE  mesa', true), line('payer: Juniper', false)),
    fc.constantFrom(
      line('', true),
      line('\nfor: new-pa', true),
      line('\nfor: appeal-1', false),
      line('\nfor: other than appeal-1', true),
      line('\nfor: appeal-1; new-pa', true),
    ),
    fc.constantFrom(
      line('', true),
      line('\ncodes: 64483', true),
      line('\ncodes: 64483-RT', isCodeOf('64483', { text: '64483-RT' })),
      line('\ncodes: J0585', false),
      line('\ncodes: J0585; 64480 to 64490', true),
      line('\ncodes: 6448', false),
      line('\ntreatments: injections', true),
      line('\ntreatments: surgery', false),
      line('\ncodes: J0585\ntreatments: injections', true),
    ),
  )
  .map((lines) =>
    line(
      lines.map(({ text }) => text).join(''),
      lines.every(({ fits }) => fits),
    ),
  );

test('the index leaves out no policy that is for the letter, and adds none', () => {
  fc.assert(
    fc.property(fc.array(anyHead, { minLength: 1, maxLength: 6 }), (heads) => {
      const { askers } = judged(withPolicies(heads.map(({ text }) => text)), '3 months');
      expect(askers.filter(({ level }) => level === 'policy').map(({ name }) => name)).toEqual(
        heads.flatMap(({ fits }, at) => (fits ? [`p${String(at)}`] : [])),
      );
    }),
    { numRuns: 60 },
  );
});
