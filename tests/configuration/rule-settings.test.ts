import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/src/configuration/config.js';
import { allRules } from '../../server/src/rules/all-rules.js';

const read = (rules: string) => readConfig('lmn.config.json', `{ "rules": ${rules} }`, allRules);

test('reads options, with the severity or without', () => {
  const { severities, options, problems } = read(
    '{ "long-sentence": { "severity": "warning", "words": 30 }, "abbreviation": { "words": { "MPP": "pain program" }, "known": ["LBP"] }, "more-than-needed": { "topics": { "HIV": false } }, "deadline": { "days": { "42 CFR 422.582": "60 days" } } }',
  );
  expect(problems).toEqual([]);
  expect(severities).toEqual({ 'long-sentence': 'warning' });
  expect(options).toEqual({
    'long-sentence': { words: 30 },
    abbreviation: { words: { MPP: 'pain program' }, known: ['LBP'] },
    'more-than-needed': { topics: { HIV: false } },
    deadline: { days: { '42 CFR 422.582': '60 days' } },
  });
});

test('sets a whole group, and a rule of it by itself', () => {
  const { severities, problems } = readConfig(
    'c',
    '{ "rules": { "jargon": "warning" }, "groups": { "writing": "off" } }',
    allRules,
  );
  expect(problems).toEqual([]);
  expect(severities).toMatchObject({ jargon: 'warning', abbreviation: 'off', 'long-sentence': 'off' });
  expect(severities).not.toHaveProperty('npi');
});

describe('says what is wrong, and leaves it out', () => {
  test.each([
    ['{ "long-sentence": { "word": 30 } }', 'The rule long-sentence has no option "word". Did you mean "words"?'],
    ['{ "npi": { "digits": 9 } }', 'The rule npi has no option "digits". What can be set: "severity".'],
    ['{ "long-sentence": { "words": "30" } }', '"words" is a whole number from 15 to 200, without quotation marks.'],
    ['{ "long-sentence": { "words": 3 } }', '"words" is a whole number from 15 to 200, without quotation marks.'],
    ['{ "long-sentence": { "words": 30.5 } }', '"words" is a whole number from 15 to 200, without quotation marks.'],
    ['{ "abbreviation": { "known": "LBP" } }', '"known" is a list of words in double quotes: ["one", "another"]'],
    ['{ "abbreviation": { "known": [1] } }', 'Here stands a word in double quotes.'],
    ['{ "abbreviation": { "words": ["MPP"] } }', '"words" is an object: { "MPP": "multidisciplinary pain program" }'],
    [
      '{ "abbreviation": { "words": { "MPP": "" } } }',
      'Here stand words in double quotes, such as "multidisciplinary pain program".',
    ],
    [
      '{ "deadline": { "days": { "42 CFR 422": "soon" } } }',
      'This is a length in days, weeks, months or years, such as "60 days".',
    ],
    ['{ "more-than-needed": { "topics": { "HVI": false } } }', 'There is no "HVI" here. Did you mean "HIV"?'],
    [
      '{ "more-than-needed": { "topics": { "HIV": "off" } } }',
      'It is on or off: write true or false, without quotation marks.',
    ],
    [
      '{ "long-sentence": { "severity": "hint" } }',
      'A rule is set to "error", "warning", "info" or "off", in double quotes.',
    ],
  ])('%s', (rules, message) => {
    const { problems, options } = read(rules);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(
      Object.values(options)
        .flatMap((set) => Object.values(set))
        .filter((value) => typeof value === 'number'),
    ).toEqual([]);
  });

  test.each([
    ['{ "writting": "off" }', 'No group of rules has the name "writting". Did you mean "writing"?'],
    ['{ "writing": "hint" }', 'A rule is set to "error", "warning", "info" or "off", in double quotes.'],
  ])('groups: %s', (groups, message) => {
    const { problems, severities } = readConfig('c', `{ "groups": ${groups} }`, allRules);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(severities).toEqual({});
  });
});
