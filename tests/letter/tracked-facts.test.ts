import { expect, test } from 'vitest';
import type { Facts } from '../../server/src/letter/facts.js';
import type { FieldDeclaration, RecordDeclaration } from '../../server/src/letter/source.js';
import { TrackedFacts } from '../../server/src/letter/tracked-facts.js';

const [field, record, first, second] = [{}, {}, {}, {}] as unknown as [
  FieldDeclaration,
  RecordDeclaration,
  never,
  never,
];

/** Facts that answer any question of a kind in the same way. */
function facts(answers: { values?: readonly never[]; records?: readonly never[]; cited?: never }): Facts {
  return {
    valuesOf: () => answers.values ?? [],
    recordsOf: () => answers.records ?? [],
    cited: () => answers.cited,
  } as unknown as Facts;
}

const questions: readonly (readonly [string, (asked: TrackedFacts) => unknown, Facts, readonly Facts[]])[] = [
  [
    'values',
    (asked) => asked.valuesOf(field),
    facts({ values: [first] }),
    [facts({}), facts({ values: [second] }), facts({ values: [first, second] })],
  ],
  [
    'records',
    (asked) => asked.recordsOf(record),
    facts({ records: [first] }),
    [facts({}), facts({ records: [second] })],
  ],
  [
    'a source that is cited',
    (asked) => asked.cited('key'),
    facts({ cited: first }),
    [facts({}), facts({ cited: second })],
  ],
];

test.each(questions)('%s: alike while the answer is, whatever else has changed', (_, ask, before, others) => {
  const asked = new TrackedFacts(before);
  expect(others.every((other) => asked.wouldAnswerAlike(other))).toBe(true);
  ask(asked);
  expect(asked.wouldAnswerAlike(before)).toBe(true);
  expect(others.some((other) => asked.wouldAnswerAlike(other))).toBe(false);
});
