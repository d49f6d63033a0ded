import { describe, expect, test } from 'vitest';
import { doubledPunctuation } from '../../server/src/rules/doubled-punctuation.js';
import { repeatedWord } from '../../server/src/rules/repeated-word.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const template = { 't.lmn': 'template t\nplan (text)\n---\n## Plan\nI ask for [plan].' };

describe('repeated-word', () => {
  test.each([
    'She needs <|the the|> treatment.',
    '<|The The|> plan covers it.',
    '<|The the|> pain is <|of of|> long standing.',
    'Her <|pain pain|> keeps her from work.',
    'She takes it <|with\nwith|> food.',
    '- in <|a a|> list',
    'It <|is is|> safe.',
    'The relief <|in in|> March was short.',
    'They <|are are|> in need of it.',
    '**She <|will** will|> walk.',
  ])('%j', (prose) => {
    finds(repeatedWord, `## Rationale\n${prose}`);
  });

  test.each([
    'She had had two falls. It is so that that fall was the last. What it is is pain.',
    'I gave her her tablets. She came in in May, and went on on Monday. She was flown in in April.',
    'The question is is it safe? What these are are signs.',
    'It is very very long. No, no, no. She said: "the the".',
    'She lives in Walla Walla. Grade B B, hepatitis C C. 12 12 mg.',
    'the-the, well-being being, up/up up, a.a. a and her/her her',
    'It was the best.\n\nThe treatment helps.',
    '> the the',
    'The theory holds. She is in inpatient care.',
  ])('not in %j', (prose) => {
    finds(repeatedWord, `## Rationale\n${prose}`);
  });

  test('where a template’s word meets a value’s: on the value, without a fix', () => {
    const [finding] = finds(repeatedWord, 'case t\nplan: <|for|> an infusion\n---\n', template);
    expect(finding?.fixes).toEqual([]);
  });

  test('the fix takes one out, and nothing else', () =>
    mends(repeatedWord, '## A\nShe needs The the treatment.\n', '## A\nShe needs The treatment.\n'));
});

describe('doubled-punctuation', () => {
  test.each([
    ['She cannot work<|..|> She rests.', '.'],
    ['She cannot work<|..|>', '.'],
    ['Rest<|,,|> exercise and care.', ','],
    ['Rest<|, ,|> exercise and care.', ','],
    ['She cannot work<|,.|>', '.'],
    ['Rest<|;;|> care<|;.|>', ';'],
    ['As follows<|::|> rest', ':'],
    ['Rest<|,;|> care', ';'],
    ['(so I heard<|..|>)', '.'],
    ['It works<|!!|> She walks<|!!!|>', '!'],
  ])('%j', (prose, mark) => {
    const [finding] = finds(doubledPunctuation, `## Rationale\n${prose}`);
    expect(finding?.fixes[0]?.edits[0]?.text).toBe(mark);
    expect(finding?.fixes[0]?.automatic).toBe(true);
  });

  test.each([
    'She waits ... and waits… She rests, exercises, etc., and works. Juniper Mutual, Inc.; others. Does it help?!',
    'See ../notes and 1..2, doi 10.1002/(SICI)1097::AID-X. It is 5 p.m., he said.',
    'The notice says "denied.." to her.',
    'https://example.org/a..b is the address.',
    'St. John, M.D., M.P.H.',
  ])('not in %j', (prose) => {
    finds(doubledPunctuation, `## Rationale\n${prose}`);
  });

  test('the fix keeps one, and changes nothing else', () =>
    mends(doubledPunctuation, '## A\nShe rests.. So it is.\n', '## A\nShe rests. So it is.\n'));
});
