import { describe, expect, test } from 'vitest';
import { ABBREVIATIONS } from '../../server/src/knowledge/abbreviations.js';
import { abbreviation } from '../../server/src/rules/abbreviation.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test('three hundred and more are known, each with its words', () => {
  expect(ABBREVIATIONS.size).toBeGreaterThanOrEqual(300);
  for (const [short, long] of ABBREVIATIONS) {
    expect(short).toMatch(/^\p{Lu}[\p{L}\p{N}-]{1,7}$/u);
    for (const words of long) expect(words, short).toMatch(/^\p{L}.{6,}$/u);
  }
});

test.each([
  'Her <|LBP|> began in 2019. LBP limits her.',
  'Pt has <|HTN|>, <|DM2|>, and <|OSA|>; <|PMH|> of <|PTSD|>.',
  'Two <|NSAIDs|> failed, and <|PT|>/<|OT|> helped.',
  'She was seen in the <|ED|>.',
  '- <|TKA|> in 2018',
  'Opioid-induced pain, <|GERD|>-related cough',
])('%j', (prose) => {
  finds(abbreviation, `## History\n${prose}`);
});

describe('silent on', () => {
  test.each([
    'Her low back pain (LBP) began in 2019. LBP limits her.',
    'Her low-back pain began in 2019, and LBP limits her.',
    'LBP (low back pain) limits her.',
    'Pain of the lower back (LBP) limits her.',
    'Several disease-modifying antirheumatic drugs failed. DMARDs cost much.',
    'MRI and CT showed it. The FDA approved it. DNA, HIV, BMI 31, US.',
    'Ms. Castle, PT, ATP, measured it. Robin Castle PT was there. Jackson, MS 39201.',
    'GAD-7 was 14 and PHQ-9 was 12. Duloxetine ER 60 mg, XR tablets, 5 MG.',
    'The notice says "no PT for LBP".',
    'LBP AND PT HELP',
    'Vitamin B12, L5-S1, M54.16, COVID-19, J1745, Ii, IT',
    'A.D.L.s and PT.s',
  ])('%j', (prose) => {
    finds(abbreviation, `## History\n${prose}`);
  });

  test('names, codes, and words written out in an earlier section or by the head', () => {
    finds(
      abbreviation,
      'diagnosis: rheumatoid arthritis\npractice: RA Clinic\nprovider\n  name: Dana Whitfield\n  credentials: PT\n---\n[diagnosis], [practice], [provider name], [provider credentials]\n\n## History\nRA limits her.',
    );
  });
});

test('a value that prints, once', () => {
  finds(abbreviation, 'prior treatment: <|PT|>, 24 visits\n---\n- [prior treatment]\n\n## More\nPT helped.');
});

test.each([
  ['Her LBP hurts.', 'Her low back pain hurts.'],
  ['LBP hurts. LBP limits.', 'Low back pain (LBP) hurts. LBP limits.'],
  ['Two NSAIDs failed.', 'Two nonsteroidal anti-inflammatory drugs failed.'],
])('writes out %j', (before, after) => mends(abbreviation, `## A\n${before}\n`, `## A\n${after}\n`));

test('of several meanings none is chosen', () => {
  const [finding] = finds(abbreviation, '## A\nHer <|CP|> began.');
  expect(finding?.fixes.map(({ preferred, edits }) => [preferred, edits[0]?.text])).toEqual([
    [false, 'chest pain'],
    [false, 'cerebral palsy'],
  ]);
});
