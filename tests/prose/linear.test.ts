import { expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { abbreviation } from '../../server/src/rules/abbreviation.js';
import { age } from '../../server/src/rules/age.js';
import { doubledPunctuation } from '../../server/src/rules/doubled-punctuation.js';
import { durationConflict } from '../../server/src/rules/duration-conflict.js';
import { jargon } from '../../server/src/rules/jargon.js';
import { laterality } from '../../server/src/rules/laterality.js';
import { longSentence } from '../../server/src/rules/long-sentence.js';
import { moreThanNeeded } from '../../server/src/rules/more-than-needed.js';
import { otherPatient } from '../../server/src/rules/other-patient.js';
import { phiInTemplate } from '../../server/src/rules/phi-in-template.js';
import { pronoun } from '../../server/src/rules/pronoun.js';
import { repeatedWord } from '../../server/src/rules/repeated-word.js';
import { subjectOf } from '../support/workspace.js';

/** Rules that read prose. */
const rules = [
  abbreviation,
  age,
  doubledPunctuation,
  durationConflict,
  jargon,
  laterality,
  longSentence,
  moreThanNeeded,
  otherPatient,
  pronoun,
  repeatedWord,
];

const head =
  'case\ndate: 2026-11-21\nstart of care: 2025\npatient\n  name: Jane Doe\n  date of birth: 1968-04-09\n  pronouns: she\ndiagnosis: right knee pain\n  code: M25.561\n---\n';

test.each([
  'He is a 45-year-old man. ',
  'Mrs. Gomez ',
  'Aa Bb, ',
  '“a ',
  '"a ',
  'a-',
  '45 ',
  "'s ",
  'http://',
  '. ',
  'left ',
  'of the left knee pain ',
  'under my care for ',
  'I have seen her ',
  'the ',
  'a, ',
  ' ,',
  'a..',
  'Pt c/o LBP w/ ',
  'AB (CD) ',
  'LBP ',
  'alcohol ',
  '123-45-',
  'HTN (',
])('prose of nothing but %j costs linear time', (piece) => {
  // Its square would take longer than a test may.
  const subject = subjectOf(head + piece.repeat(50_000 / piece.length));
  expect(lint(subject, { rules }).filter(({ rule }) => rule === 'internal-error')).toEqual([]);
});

test.each(['Mr. ', 'Patient: A', 'DOB ', '1EG4-TE5-', '123-45-', 'Member ID: ', '9'])(
  'a template of nothing but %j costs linear time',
  (piece) => {
    const subject = subjectOf(`template t\n---\n${piece.repeat(50_000 / piece.length)}`);
    expect(lint(subject, { rules: [phiInTemplate] }).filter(({ rule }) => rule === 'internal-error')).toEqual([]);
  },
);
