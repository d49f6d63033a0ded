import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { unknownWord } from '../../server/src/rules/unknown-word.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

const template = 'template clinic-letter\nbody parts (text): Where.\n---\n## Request\nPain in [body parts].';
const others = { 't.lmn': template };

/** All findings of a file as it stands, its first line included. */
function allFindings(text: string, files: Record<string, string> = others) {
  return lint(subjectOf(text, files, 'my-file.lmn'), { rules: allRules });
}

describe('a file that does not say what it is', () => {
  test.each([
    ['patient\n  name: Jane Doe\nzzqq: 1\n---\nText with [zzqq].', 'case'],
    ['body parts: the back\npatient: Jane Doe', 'case clinic-letter'],
    ['patient: Jane Doe\n---\n## Request\n', 'case clinic-letter'],
    ['// a note\n\nbody parts (text, many): Where.\n---\n[body parts]', 'template my-file'],
    ['record infusion (many)\n  drug (text)', 'vocabulary my-file'],
    ['payer: Blue Mesa\nrequire 2 evidence', 'policy my-file'],
    ['', 'case'],
    ['---\n## Request\nPlease.', 'case clinic-letter'],
  ])('%j has one finding and a fix', (text, line) => {
    const findings = allFindings(text);
    expect(findings.map((finding) => finding.rule)).toEqual(['unknown-word']);
    expect(findings[0]?.message).toContain(line);
    const after = fixed(text, findings[0]!);
    expect(after).toContain(`${line}\n`);
    expect(allFindings(after).filter((finding) => finding.rule === 'unknown-word')).toEqual([]);
  });

  test('is no error while nothing but notes stands in the file', () => {
    expect(allFindings('// a note\n\n').map(({ severity }) => severity)).toEqual(['info']);
    expect(allFindings('nonsense\n')[0]?.severity).toBe('error');
  });

  test('stands on the first line that says anything', () => {
    const text = '// a note\n\npatient: Jane Doe\ndate: 2026-11-21';
    const [finding] = allFindings(text);
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('patient: Jane Doe');
  });
});

test('a slip in the first word is all that is found', () => {
  const text = 'cse clinic-letter\ndate: 2026-11-21\nbody parts: the back\nprovider: Dana Whitfield';
  const findings = allFindings(text);
  expect(findings.map((finding) => finding.rule)).toEqual(['unknown-word']);
  expect(fixed(text, findings[0]!)).toBe(text.replace('cse', 'case'));
});

test.each([
  ['case clinic-letter for a friend\n', 'case clinic-letter\n'],
  ['case clinic leter\n', 'case clinic-letter\n'],
  ['case clinic-letter "Her letter"\n', 'case clinic-letter\n'],
  ['template My Letter\n---\nText.', 'template my-letter\n---\nText.'],
  ['template my-letter "My letter" of today\n---\nText.', 'template my-letter "My letter"\n---\nText.'],
  ['template\n---\nText.', 'template x\n---\nText.'],
])('leftover words of the first line: %j', (before, after) => {
  mends(unknownWord, before, after, others);
});

test('a name that is not of the form', () => {
  finds(unknownWord, 'template <|My_Letter|>\n---\nText.');
  finds(unknownWord, 'vocabulary our-clinic-2 "Our clinic"');
  finds(unknownWord, 'case for <|a friend|>', others);
});

test.each([
  ['template t\na (txt)', 'template t\na (text)'],
  ['template t\na (text, requird)', 'template t\na (text, required)'],
  ['vocabulary v\nrecord a (mny)\n  b (text)', 'vocabulary v\nrecord a (many)\n  b (text)'],
  ['vocabulary v\nrecord a\n  b (dat)', 'vocabulary v\nrecord a\n  b (date)'],
  ['vocabulary v\nrecrod infusion (many)\n  drug (text)', 'vocabulary v\nrecord infusion (many)\n  drug (text)'],
  ['template t\na (text) always: Help.', 'template t\na (text): Help.'],
])('in a declaration: %j', (before, after) => mends(unknownWord, before, after));

test('a word that is near nothing', () => {
  expect(finds(unknownWord, 'template t\na (<|zzqq|>): Help.')[0]?.message).toContain('text or date');
});

test('only what the program computes is derived', () => {
  finds(unknownWord, 'vocabulary v\nrecord tumor (many)\n  count (number, derived)\n  <|grade|> (text, derived)');
});

test('what stands after a key', () => {
  mends(unknownWord, 'provider @lee for today', 'provider @lee');
  finds(unknownWord, 'provider<| @|>\npatient: Jane Doe');
  finds(unknownWord, 'provider @lee:\n  phone: 505-555-0142');
  const book = { 'v.lmn': 'vocabulary v\nprovider @lee\n  name: Lee Okafor' };
  expect(finds(unknownWord, 'provider @<|[choose]|>', book)[0]?.message).toBe(
    'The key is still to be chosen. Write it in place of the bracket, such as @lee.',
  );
});

test('a record without a name', () => {
  finds(unknownWord, 'vocabulary v\n<|record|>\n  drug (text)');
});

describe('in a policy', () => {
  test.each([
    ['payr: Blue Mesa', 'payer: Blue Mesa'],
    ['requires 2 evidence', 'require 2 evidence'],
    ['require section evidence; consequenses', 'require section evidence; consequences'],
    ['require prior treatment "a" or "b"', 'require prior treatment "a"; "b"'],
    ['require prior treatment "a", "b": 2', 'require prior treatment "a"; "b": 2'],
    ['require words approve', 'require words "approve"'],
    [
      'require prior treatment\n  outcome: ineffective or not tolerated',
      'require prior treatment\n  outcome: ineffective; not tolerated',
    ],
    [
      'require prior treatment\n  outcome: ineffective or  not tolerated',
      'require prior treatment\n  outcome: ineffective; not tolerated',
    ],
    ['require prior treatment\n  outcome: inefective', 'require prior treatment\n  outcome: ineffective'],
    ['require finding "BMI"\n  result: >= 30 kg/m2', 'require finding "BMI"\n  result: at least 30 kg/m2'],
    ['require patient age>=18: 1: An adult.', 'require patient age at least 18: 1: An adult.'],
    ['deadline 65 dais after denial date', 'deadline 65 days after denial date'],
    ['require last visit within 60 days since', 'require last visit within 60 days'],
    ['require section evidense', 'require section evidence'],
    ['require enclosure Progress notes', 'require enclosure "Progress notes"'],
    ['require field last visit within 60 dys', 'require field last visit within 60 days'],
    ['limit 2 pags', 'limit 2 pages'],
    ['require diagnosis\n  code: M54.1-M54.5', 'require diagnosis\n  code: M54.1 to M54.5'],
    [
      'require treatment requested\n  code: other than J1745; 64490–64495',
      'require treatment requested\n  code: other than J1745; 64490 to 64495',
    ],
    ['require 2 evidence "in print" only', 'require 2 evidence "in print"'],
    ['limit 2 pages in all', 'limit 2 pages'],
    ['decision 7  days at most', 'decision 7  days'],
    ['require words "approve" or "authorize"', 'require words "approve"; "authorize"'],
    ['require words "approve" or better', 'require words "approve"'],
    ['require enclosure "Notes" if any: Section 3', 'require enclosure "Notes": Section 3'],
  ])('%j', (before, after) => mends(unknownWord, `policy p\n${before}`, `policy p\n${after}`));

  test.each([
    '<|require|>',
    'require <|field|>',
    'require <|3|>',
    'require <|no|>',
    'require <|"gabapentin"|>',
    'require <|section|>',
    'require <|words|>',
    'require last visit <|within|>',
    'require last visit <|within|> soon: 2',
    '<|limit|>',
    '<|decision|>',
    'deadline <|65|>',
    'deadline <|65 days|>: 1',
    'deadline <|65 days after|>',
    '<|option|>',
    'require <|one of these|>',
    'require <|3 of these|>\noption date\noption: Words.',
    'require prior treatment\n  <|outcome|>:',
    'require prior treatment\n  reason: <|within|>',
    'require date\n  <|for|>:',
    'require date\n  when <|insurance plan type|>:',
    'require field last visit within <|60|>',
    '<|date|>: 2026-11-21',
    '<|patient|>',
  ])('unfinished: %j', (line) => {
    finds(unknownWord, `policy p\npayer: Blue Mesa\n${line}`);
  });

  test('unfinished lines say what is missing', () => {
    const messageOf = (line: string) => findingsOf(unknownWord, `policy p\n${line}`).findings[0]?.message;
    expect(messageOf('require')).toBe(
      'This line is not finished. Write what is asked for, such as: require insurance member id',
    );
    expect(messageOf('deadline 65 days')).toBe(
      'This line is not finished. Write how long before or after which day, such as: deadline 65 days after denial date',
    );
    expect(messageOf('require last visit within 60 days before')).toBe(
      'This line is not finished. Before or after which day? Name it, such as: within 60 days before denial date',
    );
    expect(messageOf('require outcome measure\n  current: at least 5 percent below')).toBe(
      'This line is not finished. Below or above what? Name a field of the record, such as: at least 5 percent below baseline',
    );
    expect(messageOf('require words approve')).toContain('This line is not finished. Write what the letter must say');
  });

  test.each(['<|E12 to E11|>', 'E66; <|K0864 to K0848|>', '<|E11 to 9|>'])(
    'a range in which no code lies: %s',
    (codes) => {
      finds(unknownWord, `policy p\npayer: Blue Mesa\nrequire diagnosis\n  code: ${codes}`);
    },
  );

  test.each<[string, string[], string | undefined]>([
    ['The patient is an adult.', ['Make it a clause of words'], 'require: The patient is an adult.'],
    ['2. Tried and failed', ['Make it a clause of words'], 'require: Tried and failed'],
    ['or two sources', ['Make it an option'], 'option: two sources'],
    ['Section  3', [], undefined],
  ])('in a policy, what stands there as the payer wrote it: %j', (line, titles, after) => {
    const text = `policy p\nrequire date: 1\n\n${line}`;
    const [finding] = findingsOf(unknownWord, text).findings;
    expect(finding?.message).toContain('has no line of this kind');
    expect(finding?.fixes.map(({ title }) => title)).toEqual(titles);
    if (after !== undefined) expect(fixed(text, finding!)).toBe(`policy p\nrequire date: 1\n\n${after}`);
  });

  test('the lines that there are', () => {
    finds(
      unknownWord,
      'policy p "P"\npayer: Blue Mesa\nfor: continuation; appeal-1\ncodes: 64483\neffective: 2026-01-01\nuntil: 2026-12-31\nsource: 3\n' +
        'require field last visit within 60 days: 3.2\nRequire section Evidence\nrecommend 2 evidence\nrequire enclosure "Progress notes"\nlimit 2 pages',
    );
  });
});

describe('flags', () => {
  test.each([
    'vocabulary v\nrecord a (<|past|>)',
    'vocabulary v\nrecord a (many, like <|provder|>)',
    'vocabulary v\nrecord a (<|many like provider|>)',
    'vocabulary v\nrecord a (like <|a|>)',
    'vocabulary v\nrecord a (like <|b|>)\nrecord b (like <|a|>)',
    'vocabulary v\nrecord a (like physician)\n  b (text, identifying, person, public)',
    'vocabulary v\nrecord a\n  b (date, after <|c|>)\n  c (text)',
    'vocabulary v\nrecord a\n  b (date, after <|b|>, after birth)',
    'vocabulary v\nrecord letter\n  b (text, instead of <|prior treatmnt|>)\n  c (text, instead of prior treatment)',
    'vocabulary v\nrecord a\n  b (text, instead of <|prior treatment|>)',
    'vocabulary v\nrecord a\n  b (date, past)\n  c (date, after b)',
    'template t\na (date, <|after birth|>): When.\n---\n[a]',
    'vocabulary v\nrecord a\n  <|b|> (image, required, by hand)',
    'vocabulary v\nrecord a\n  b (image, by  hand)',
    'vocabulary v\nrecord a\n  b (<|by han|>)',
    'vocabulary v\nrecord a (<|by hand|>)',
    'vocabulary v\nrecord a\n  b (<|time from|>)',
    'vocabulary v\nrecord a\n  b (<|time from date|>)',
    'vocabulary v\nrecord a\n  b (<|sum of|>)',
    'vocabulary v\nrecord a\n  b (time from <|zzqq|> to date)',
    'vocabulary v\nrecord a\n  b (time from <|patient name|> to date)',
    'vocabulary v\nrecord a\n  b (change from <|date|> to <|last visit|>)',
    'vocabulary v\nrecord a\n  b (sum of <|date|>)',
    'vocabulary v\nrecord a\n  b (time from <|prior treatment start|> to date)',
    'vocabulary v\nrecord a\n  x (text)\n  many dates (when, many)\n  b (time from <|many dates|> to date)',
    'vocabulary v\nrecord a\n  b (<|change from b to c|>)\n  c (text)',
    'vocabulary v\nrecord a\n  b (<|change from d to c|>)\n  c (text)\n  d (<|sum of b|>)',
    'vocabulary v\nrecord a\n  b (change from c to d)\n  c (text)\n  d (sum of c)',
    'vocabulary v\nrecord a (many)\n  x (text)\n  start to end (when)\n  stop (when)\n  b (time from start to end to stop)',
    'vocabulary v\nrecord a (<|time from date to date|>)',
    'template t\na (time from <|b|> to date)\n---\n[a]',
    'template t\na (weeks from start of care to date)\n---\n[a]',
  ])('%s', (marked) => {
    finds(unknownWord, marked);
  });

  test.each([
    ['record a (many, like provder)', 'record a (many, like provider)'],
    ['record a (many like provider)', 'record a (many, like provider)'],
    ['record a\n  b (when)\n  c (tiem from b to date)', 'record a\n  b (when)\n  c (time from b to date)'],
    ['record a\n  b (when)\n  c (days between b and date)', 'record a\n  b (when)\n  c (days from b to date)'],
    [
      'record a\n  begun (when)\n  c (time from begum to date)',
      'record a\n  begun (when)\n  c (time from begun to date)',
    ],
    ['record a\n  b (image, by hnd)', 'record a\n  b (image, by hand)'],
    ['record a\n  b (required, by hand)', 'record a\n  b (by hand)'],
    ['record a\n  b (by hand, required)', 'record a\n  b (by hand)'],
    ['record a\n  b (text, persn)', 'record a\n  b (text, person)'],
    [
      'record a\n  b (date)\n  begun (date)\n  c (date, after begum)',
      'record a\n  b (date)\n  begun (date)\n  c (date, after begun)',
    ],
  ])('%j is mended', (text, after) => {
    const [finding] = unknownWords(text);
    expect(finding && fixed(`vocabulary v\n${text}`, finding)).toBe(`vocabulary v\n${after}`);
  });

  function unknownWords(text: string) {
    return allFindings(`vocabulary v\n${text}`, {}).filter(({ rule }) => rule === 'unknown-word');
  }
});

describe('a record that is like another', () => {
  const messages = (text: string) => finds(unknownWord, text).map(({ message }) => message);
  test('proposes what is near, else says what to write', () => {
    expect(messages('vocabulary v\nrecord a (like <|provder|>)')).toEqual([
      'No record has this name. Did you mean "provider"?',
    ]);
    expect(messages('vocabulary v\nrecord a (like <|zzzzzz|>)')).toEqual([
      'No record has this name. Write the name of one, such as: like provider',
    ]);
  });
  test('tells of records that are like one another', () => {
    const told = messages('vocabulary v\nrecord a (like <|b|>)\n\nrecord b (like <|a|>)');
    expect(new Set(told)).toEqual(
      new Set(['This record is like one that is like it in turn. Take one of the two out.']),
    );
  });
});
