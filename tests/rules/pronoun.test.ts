import { describe, expect, test } from 'vitest';
import { pronoun } from '../../server/src/rules/pronoun.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const head = (pronouns: string, more = ''): string =>
  `case\npatient\n  name: Alex Doe\n  pronouns: ${pronouns}\n${more}---\n`;

test.each([
  ['she', '<|He|> cannot stand for long.'],
  ['she', 'The pain keeps <|him|> awake.'],
  ['she', 'We treated <|his|> pain, and <|he’s|> better.'.replace('he’s|>', 'he|>’s')],
  ['he', '<|She|> hurt <|herself|>. The choice is <|hers|>.'],
  ['they', '<|He|> needs **<|his|>** wheelchair.'],
  ['they', 'A nurse saw [them].\n\n## Next\n<|She|> cannot stand.'],
  ['he', '## A\nHis brother helps.\n\n- <|she|> cannot stand'],
  ['he', 'Alex Doe is a 58-year-old man. <|She|> cannot stand.'],
  ['they', 'Alex Doe is a 58-year-old right-handed woman. <|She|> cannot stand.'],
])('%s: %j', (pronouns, prose) => {
  finds(pronoun, head(pronouns) + prose);
});

describe('silent where somebody else may be meant', () => {
  test.each([
    'His mother says that she has to lift him.',
    'His mother helps.\n\n## Later\nShe lifts him at night.',
    'Dr. Lee saw him. She agrees.',
    'The physical therapist saw him. In her view he needs it.',
    'In the trial each patient kept his or her medicine. Every participant chose what she took.',
    'A patient with this disease may lose her sight.',
    'The heading\nOne patient in the report regained her sight.',
    'It was so in one patient: she walked again.',
    'Whoever he or she is, he/she and him/her and (s)he.',
    'The reviewer wrote that “she can walk”, and "her pain is mild".',
    '> She can walk, the notice says.',
    'The tumor is HER2 positive. SHE is an abbreviation.',
    'His case manager knows that she must call.',
    'They walk with their cane; it is theirs.',
    'Her neurologist agrees.',
    'He who asks and she who answers; Her Majesty; one of the aides says that she can.',
  ])('%j', (prose) => {
    finds(pronoun, head('he') + prose);
  });
  test.each([
    'Conduction in the bundle of His is slow.',
    'His-Purkinje conduction is slow.',
    'The His bundle is slow.',
  ])('the heart’s fibers: %j', (prose) => {
    finds(pronoun, head('she') + prose);
  });
  test('without pronouns in the case', () => {
    finds(pronoun, 'case\npatient\n  name: Alex Doe\n---\nHe and she and his and hers.');
  });
  test('a party that the head names', () => {
    finds(pronoun, `${head('he', 'co-signer\n  name: Lee Okafor\n')}Lee Okafor agrees. She saw him.`);
  });
  test('what a source or a notice says', () => {
    const evidence = 'evidence @a\n  title: A\n  conclusion: A study of one woman found that she improved.\n';
    finds(pronoun, `${head('he', evidence)}[evidence conclusion]`);
  });
  test('the words of the template: they are not the case’s to mend', () => {
    finds(pronoun, 'case t\npatient\n  pronouns: he\n---\n', { 't.lmn': 'template t\n---\nShe walks.' });
  });
});

describe('a title before the patient’s name', () => {
  test.each([
    ['she', '<|Mr.|> Doe cannot stand.'],
    ['he', 'The pain of <|Mrs.|> Alex Doe grew; <|Ms|> Doe told me. Ms. Lee agrees.'],
    ['he', 'As a nurse I saw that <|Miss|> Doe cannot stand.'],
  ])('%s: %j', (pronouns, prose) => {
    finds(pronoun, head(pronouns) + prose);
  });
  test.each([
    ['she', 'Ms. Doe and Mrs. Alex Doe and Miss Doe.'],
    ['he', 'Mr. Doe cannot stand.'],
    ['they', 'Mr. Doe cannot stand. Ms. Doe cannot stand.'],
    ['she', 'Mr. Doe, her husband, lifts [them].'],
    ['she', 'The husband lifts [them].\n\n## Home\nMr. Doe works nights.'],
    ['she', 'The notice speaks of “Mr. Doe”.'],
  ])('silent, %s: %j', (pronouns, prose) => {
    finds(pronoun, head(pronouns) + prose);
  });
  test('silent where the head has somebody of that name, or addresses the patient so', () => {
    finds(pronoun, `${head('she', 'co-signer\n  name: Robert Doe\n')}Mr. Doe cannot stand.`);
    finds(pronoun, `${head('she', '  form of address: Mr. Doe\n')}Mr. Doe cannot stand.`);
    finds(pronoun, `${head('she', '  form of address: Mr. van Doe\n')}Mr. Doe cannot stand.`);
  });
});

test('in a value that prints, once', () => {
  finds(
    pronoun,
    'case\npatient\n  pronouns: he\ncomorbidity: pain since <|her|> fall\n---\n[comorbidity]\n\n[comorbidity]',
  );
});

test.each([
  ['He is well.', '[They are] well.'],
  ['Now he walks.', 'Now [they walk].'],
  ['Now he walked.', 'Now [they] walked.'],
  ['We saw him.', 'We saw [them].'],
  ['His pain.', '[Their] pain.'],
  ['He did it himself.', '[They] did it himself.'],
])('%j is mended as %j', (before, after) => {
  const [finding] = findingsOf(pronoun, head('she') + before).findings;
  expect(finding && fixed(head('she') + before, finding)).toBe(head('she') + after);
});

test('in a value the fix writes the patient’s own', () => {
  const text = 'case\npatient\n  pronouns: she\ncomorbidity: pain since he fell\n---\n[comorbidity]';
  const [finding] = findingsOf(pronoun, text).findings;
  expect(finding && fixed(text, finding)).toContain('pain since she fell');
});

test.each([
  ['they', 'pain since her fall', ['pain since their fall', 'pain since them fall']],
  ['they', 'pain since she fell', []],
  ['he', 'pain since her fall', ['pain since his fall', 'pain since him fall']],
])('in a value, of a patient who is %s: %s', (pronouns, value, expected) => {
  const text = (written: string) =>
    `case\npatient\n  pronouns: ${pronouns}\ncomorbidity: ${written}\n---\n[comorbidity]`;
  const [finding] = findingsOf(pronoun, text(value)).findings;
  expect(finding?.fixes.map((_, index) => fixed(text(value), finding, index))).toEqual(expected.map(text));
});

test('“her” may stand for two forms: both are offered', () => {
  const [finding] = findingsOf(pronoun, `${head('he')}We saw her.`).findings;
  expect(finding?.fixes.map(({ title }) => title)).toEqual(['Write [their]', 'Write [them]']);
});
