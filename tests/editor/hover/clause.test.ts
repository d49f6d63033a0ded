import { expect, test } from 'vitest';
import { describeClause } from '../../../server/src/editor/hover/clause.js';
import { markdownOf } from '../../../server/src/editor/markdown.js';
import { readMarked } from '../../support/marked.js';
import { subjectOf } from '../../support/workspace.js';

const head = 'policy p "Home infusion"\npayer: Prairie\nsource: INF-12\n';

/** What is shown at the marker, backslashes taken out; undefined where that is nothing. */
function shown(markedText: string): string | undefined {
  const { text, offsets } = readMarked(markedText);
  const found = describeClause(subjectOf(text), offsets[0] ?? 0);
  return found && markdownOf(found.paragraphs).value.replace(/\\(?=\W)/g, '');
}

const end = '\n\n**Home infusion**\n\nSource: INF-12';

test.each([
  [
    'req<|>uire last visit within 90 days: 1: Seen lately.',
    '1: Seen lately.\n\nRequired: last visit, which is within 90 days before the letter’s date.',
  ],
  ['rec<|>ommend patient weight', 'Recommended: patient weight.'],
  [
    'require 2 prior treatments "iron"; "ferric"; "sucrose": 2: Two drugs.\n  for: new-pa\n  outcome: inef<|>fective; partially effective\n  or outcome: not tolerated\n  reason: given',
    '2: Two drugs.\n\nRequired: at least 2 × prior treatment (“iron”, “ferric”, or “sucrose”), where one of these holds:\n- outcome is ineffective or partially effective\n- outcome is not tolerated, and reason is given\n\nOnly for letters of the kind new-pa.',
  ],
  [
    'req<|>uire latest finding "hemoglobin": 3\n  result: under 10 g/dL\n  date: within 60 days',
    '3\n\nRequired: of the latest finding (“hemoglobin”):\n- result is less than 10 g/dL\n- date is within 60 days before the letter’s date',
  ],
  [
    'req<|>uire: 4: Given under supervision.',
    '4: Given under supervision.\n\nRequired: only an answer in the case meets it, a criterion.',
  ],
  [
    'require one of these: 5: A reason.\noption other site "office"\n  reason: giv<|>en\noption: Words of another reason.',
    '5: A reason.\n\nRequired: one of these:\n- other site (“office”), where: reason is given\n- Words of another reason.',
  ],
  [
    'req<|>uire no current treatment "erenumab"; "galcanezumab": 2.4',
    '2.4\n\nRequired: no current treatment (“erenumab” or “galcanezumab”).',
  ],
  ['rec<|>ommend section consequences', 'Recommended: a section “consequences”.'],
  ['rec<|>ommend enclosure "diary"', 'Recommended: an enclosure called “diary”.'],
  ['lim<|>it 3 pages', 'Recommended: the letter has at most 3 pages.'],
  [
    'deadline 65 days after denial date: 4: Confirm it.\n  wh<|>en insurance plan type: Medicare Advantage',
    '4: Confirm it.\n\nTo be filed at the latest 65 days after denial date.\n\nOnly where insurance plan type is Medicare Advantage.',
  ],
  [
    'dead<|>line 1 day before prior authorization expires',
    'To be filed at the latest 1 day before prior authorization expires.',
  ],
  ['deci<|>sion 7 days', 'The payer has 7 days to decide.'],
])('%s', (clause, words) => {
  expect(shown(head + clause)).toBe(words + end);
});

test.each([
  ['2 prior treatments', 'at least 2 × prior treatment'],
  ['two prior treatments', 'at least 2 × prior treatment'],
  ['at least two prior treatments', 'at least 2 × prior treatment'],
  ['At  least 2 prior treatments', 'at least 2 × prior treatment'],
  ['one prior treatment', 'at least 1 × prior treatment'],
  ['at most three prior treatments', 'at most 3 × prior treatment'],
  ['at least two of these\noption: A.\noption: B.', 'at least 2 of these:'],
  ['2 of these\noption: A.\noption: B.', 'at least 2 of these:'],
])('how many, in the words that payers use: %s', (written, said) => {
  expect(shown(`${head}req<|>uire ${written}`)).toContain(`Required: ${said}`);
});

test('a kind says what it leaves out; a policy leaves nothing out', () => {
  const line = 'exempt evid<|>ence; section history: Nursing is judged by the need.';
  expect(shown(`kind clinic-pdn "Nursing"\nsource: x\n${line}`)).toBe(
    'Nursing is judged by the need.\n\nNot asked of these letters: “evidence” and “section history”, though every letter is asked for it, or the kind that this one is made from asks for it.\n\n**Nursing**\n\nSource: x',
  );
  expect(shown(head + line)).toBeUndefined();
});

test('says nothing where nothing is asked, or what could not be understood', () => {
  expect(shown('policy p "P"\npay<|>er: Prairie')).toBeUndefined();
  expect(shown(`${head}req<|>uire no-such-thing: 1: Words.`)).toBeUndefined();
  expect(shown('case\npatient: J<|>ane Doe')).toBeUndefined();
});
