import { describe, expect, test } from 'vitest';
import { placeInLetter, placeOfClause } from '../../server/src/fixes/criterion-places.js';
import type { FileSubject } from '../../server/src/letter/subjects.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { asWritten, checklistOf } from '../../server/src/requirements/checklist.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse, workspaceOf } from '../support/workspace.js';

const kind = `kind review "Review of a decision"
source: an invented example

require denial date: The notice that is answered.
require insurance member id
`;

const policy = `policy mesa "Infusions"
payer: Blue Mesa Health Plan
for: review

require insurance member id: 1: The number on the card.
require last visit within 60 days: 2: An office visit in the 60 days before the request.
require 2 prior treatments: 3: Two earlier treatments.
  outcome: ineffective
require: 4: The first dose was given under supervision.
require no current treatment "Examplumab": 5: No other drug of the class.
require urgency: 6: How urgent it is.
  when insurance plan type: Medicaid
require section evidence: 7: Published evidence.
require words "approve": 8: A plain request.
require finding "BMI": 9: Body mass index.
  result: under 30 kg/m2
recommend enclosure "diary": 10: A diary.
require reference number: 11: For continuations.
  for: other-kind
require lsat visit: 12: Not understood.
limit 3 pages
deadline 10 days after denial date: Confirm on the notice.
decision 30 days: Handbook, page 2.
`;

const text = `case
date: 2026-11-21
for: review
insurance: Blue Mesa Health Plan
  member id: SAMPLE0000123
last visit: 2026-01-05
denial
  date: 2026-11-15
prior treatment: Gabapentin
  outcome: ineffective
finding: BMI
  result: 31 kg/m2
criterion: 10
  waived because: No diary was kept.
---
## Request
Please approve this. Member [insurance member id].

[prior treatment], [prior treatment outcome], [finding], [finding result], [last visit].
`;

function subjectOf(source = text): FileSubject {
  const workspace = workspaceOf({ 'review.lmn': kind, 'mesa.lmn': policy });
  return readSubjects(parse('file:///x.lmn', source), workspace);
}

function checklist({ letter, workspace }: FileSubject) {
  return checklistOf(judgeLetter(letter!, libraryOf(workspace)), asWritten);
}

describe('the checklist', () => {
  test('says of each criterion who asks it, how the letter stands and why, without a value', () => {
    const { groups } = checklist(subjectOf());
    const said = groups.flatMap(({ asker, lines }) => [
      asker.title,
      ...lines.map(({ name, state, why, day }) => [`  ${name}: ${state}`, why, day].filter(Boolean).join(' | ')),
    ]);
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "Review of a decision
        denial date: unprinted | "denial date" is given, but the letter does not print it
      Infusions
        1: met | by "insurance member id"; asked by Review of a decision too
        2: not met | "last visit" is too early
        3: open | 2 of "prior treatments" are asked; 1 is there
        4: open | nothing in the letter says "The first dose was given under supervision."
        5: nothing against it | the letter names none
        6: does not apply | "insurance plan type" decides, and is not given
        7: open | the letter has no words in a section "evidence"
        8: met
        9: not met | "result" of "finding" 1 is not within what is asked
        10: waived | the letter asks for an exception
        11: does not apply | asked of letters of another kind
        12: unclear | its line in the policy could not be understood
        limit 3 pages: met
        deadline: in time | 4 days after the letter’s date; confirm it on the notice | November 25, 2026
        decision: to know | decided within 30 days; confirm it on the notice"
    `);
    const shown = JSON.stringify(groups.flatMap(({ lines }) => lines.map(({ name, why }) => [name, why])));
    for (const value of ['SAMPLE', 'Gabapentin', '31', 'No diary', '2026']) expect(shown).not.toContain(value);
  });

  test('counts what is required and applies, once', () => {
    const { met, total, open } = checklist(subjectOf());
    expect({ met, total, open }).toMatchInlineSnapshot(`
      {
        "met": 3,
        "open": [
          "denial date",
          "2",
          "3",
          "4",
          "7",
          "9",
          "12",
        ],
        "total": 10,
      }
    `);
  });

  test('counts a deadline as the configuration sets it', () => {
    const { letter, workspace } = subjectOf();
    const changed = { lengthOf: () => ({ amount: 5, unit: 'days' }) as const };
    const { lines } = checklistOf(judgeLetter(letter!, libraryOf(workspace)), changed);
    expect(lines.find(({ name }) => name === 'deadline')).toMatchObject({ state: 'past', day: 'November 20, 2026' });
  });

  test('is the same for the same letter', () => {
    const subject = subjectOf();
    expect(checklist(subject)).toBe(checklist(subject));
  });

  test('knows where each line is asked, and where it is met or is to be written', () => {
    const subject = subjectOf();
    const places = checklist(subject).lines.map((line) => {
      const place = placeInLetter(line, subject);
      const clause = placeOfClause(line);
      const where = place && (place.insert?.text.trim() ?? subject.file.text.slice(place.start, place.end));
      return `${line.name}: ${where ?? 'nowhere'} (${clause?.uri.split('/').at(-1) ?? ''})`;
    });
    expect(places.join('\n')).toMatchInlineSnapshot(`
      "denial date: 2026-11-15 (review.lmn)
      1: SAMPLE0000123 (mesa.lmn)
      2: 2026-01-05 (mesa.lmn)
      3: prior treatment: [With dose and length where they matter, e.g. Gabapentin 300 mg three times daily] (mesa.lmn)
      4: criterion: 4
        met by: [The first dose was given under supervision.] (mesa.lmn)
      5: nowhere (mesa.lmn)
      6: insurance
        plan type: [What sort of plan it is] (mesa.lmn)
      7: nowhere (mesa.lmn)
      8: Request (mesa.lmn)
      9: 31 kg/m2 (mesa.lmn)
      10: No diary was kept. (mesa.lmn)
      11: nowhere (mesa.lmn)
      12: nowhere (mesa.lmn)
      limit 3 pages: nowhere (mesa.lmn)
      deadline: 2026-11-15 (mesa.lmn)
      decision: nowhere (mesa.lmn)"
    `);
  });

  test.each([
    ['a line with nothing behind it', 'urgency:\n', '6', ''],
    ['a bracket', 'denial\n  date: [date]\n', 'denial date', '[date]'],
    ['an answer that is begun', 'criterion: 4\n  met by: [words]\n', '4', '[words]'],
    ['a record that is begun', 'finding: [which]\n', '9', '[which]'],
  ])('goes to what the case has begun: %s', (_, lines, name, expected) => {
    const head = 'case\ndate: 2026-11-21\nfor: review\ninsurance: Blue Mesa Health Plan\n  plan type: Medicaid\n';
    const subject = subjectOf(`${head}${lines}---\n## Request\nPlease pay.\n`);
    const line = checklist(subject).lines.find((one) => one.name === name)!;
    const place = placeInLetter(line, subject)!;
    expect([place.insert, subject.file.text.slice(place.start, place.end)]).toEqual([undefined, expected]);
  });
});
