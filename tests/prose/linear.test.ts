import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { phiInTemplate } from '../../server/src/rules/phi-in-template.js';
import { inEnglish } from '../support/english.js';
import { subjectOf } from '../support/workspace.js';

/**
 * For each rule that reads prose, text to repeat: what its patterns begin to match over and over. The first one it finds wrong, so that a bait is known to reach its pattern.
 */
const baits: Readonly<Record<string, readonly string[]>> = {
  abbreviation: ['Her LBP ', 'LBP ', 'AB (CD) ', 'HTN ('],
  age: ['She is a 45-year-old woman. ', '45 ', 'He is a 45-year-old man. '],
  'doubled-punctuation': ['a,, ', 'a, ', ' ,', 'a..', '. '],
  'duration-conflict': ['She has been under my care for 9 years. ', 'under my care for ', 'I have seen her '],
  jargon: ['Pt c/o LBP w/ ', 'a-'],
  laterality: ['She has left knee pain. ', 'left ', 'of the left knee pain '],
  'leftover-blank': ['____ ', '[', '{{ ', '<a ', '$ ', '*** ', 'he/', '☐ '],
  'long-sentence': [`${'she walks and '.repeat(20)}rests. `, 'a '],
  'more-than-needed': ['Her number is 123-45-6789. ', '123-45-', 'alcohol '],
  'other-patient': ['Mrs. Gomez walks. ', 'Mrs. Gomez ', 'Aa Bb, '],
  'pointless-optional': ['{so} ', '{', '}', '{a'],
  pronoun: ['He walks. ', "'s ", 'his '],
  'reading-level': [
    'Notwithstanding multidisciplinary rehabilitation, incapacitating radiculopathy necessitates transforaminal administration of corticosteroids. ',
    'a. ',
  ],
  'repeated-word': ['She needs the the care. ', 'the '],
  spelling: ['tretament ', 'a@', '“a ', '"a ', 'http://', 'www.', "a'", 'a-', 'á.'],
  unclosed: ['[a ', '[', '{', '[]'],
};

const head =
  'case\ndate: 2026-11-21\nstart of care: 2025\npatient\n  name: Jane Doe\n  date of birth: 1968-04-09\n  pronouns: she\ndiagnosis: right knee pain\n  code: M25.561\n---\n## Section\n';

const readers = allRules.filter(({ id }) => id in baits);
const found = (text: string) => lint(inEnglish(subjectOf(text)), { rules: readers }).map(({ rule }) => rule);

const folder = fileURLToPath(new URL('../../server/src/rules/', import.meta.url));
const source = (name: string) => readFileSync(folder + name, 'utf8');

/** What hands a rule the words of prose. */
const readsProse = (name: string) =>
  /from '[^']*\/(?:passages|written-words|misspelled-words|prose-blanks|parties)\.js'/.test(source(name));

test('every rule that reads prose has a bait', () => {
  const checks = readdirSync(`${folder}checks`).filter((name) => readsProse(`checks/${name}`));
  const uses = (id: string) =>
    checks.some((name) => source(`${id}.ts`).includes(`./checks/${name.replace(/ts$/, 'js')}`));
  const reading = allRules.map(({ id }) => id).filter((id) => readsProse(`${id}.ts`) || uses(id));
  expect(reading.length).toBeGreaterThan(10);
  expect(reading.filter((id) => !(id in baits))).toEqual([]);
  expect(Object.keys(baits).filter((id) => !reading.includes(id))).toEqual([]);
});

describe.each(Object.entries(baits))('%s', (rule, [first = '', ...others]) => {
  test('is reached by its bait', () => {
    // A side that stands everywhere is meant so; of a few words nobody says how hard they read.
    expect([...found(head + first), ...found(head + first.repeat(40))]).toContain(rule);
  });

  test.each([first, ...others])('prose of nothing but %j costs linear time', (piece) => {
    // Its square would take longer than a test may.
    expect(found(head + piece.repeat(50_000 / piece.length))).not.toContain('internal-error');
  });
});

test.each(['Mr. ', 'Patient: A', 'DOB ', '1EG4-TE5-', '123-45-', 'Member ID: ', '9'])(
  'a template of nothing but %j costs linear time',
  (piece) => {
    const subject = subjectOf(`template t\n---\n${piece.repeat(50_000 / piece.length)}`);
    expect(lint(subject, { rules: [phiInTemplate] }).filter(({ rule }) => rule === 'internal-error')).toEqual([]);
  },
);
