import { describe, expect, test } from 'vitest';
import { age } from '../../server/src/rules/age.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

/** Born on 1968-04-09, and so 58. */
const head = 'case\ndate: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1968-04-09\n  pronouns: she\n';

test.each([
  'Jane Doe is a <|45-year-old|> woman with pain.',
  'Ms. Doe is a <|45-year-old|> with pain, at risk of falls.',
  'She is <|45 yo|>.',
  'She is now <|45 years old|>.',
  'The patient is <|45 years of age|>.',
  'My patient is a <|forty-five-year-old|> teacher.',
  'I write on behalf of my patient, Jane Doe, a <|45-year-old|> woman.',
  'I ask for Ms. Doe (<|45 years old|>).',
  'Ms. Doe, <|aged 45|>, cannot stand.',
  'This <|45-year-old|> woman cannot stand.',
  '<|45 y/o|> female with pain.',
  'Jane Doe, who is <|59 years old|>, works.',
  'Ms. Doe is a <|7-month-old|> infant.',
  'This is a <|45-year-old|> woman with pain.',
  'This <|45-year-old|> has had pain since 2020.',
  'Ms. Doe, now <|45 years old|>, is frail.',
  'Patient is a <|45yo|> with pain.',
  'The patient is <|45|>. She is frail.',
  'Age: <|45|>',
])('%j', (prose) => {
  finds(age, `${head}---\n${prose}`);
});

describe('silent on', () => {
  test.each([
    'Jane Doe is a 58-year-old woman, and she is 58 years old.',
    'She is a [patient age]-year-old woman.',
    'Ms. Doe is fifty-eight years old.',
    'The patient is 58. Age: 58',
    'The patient is 45 pounds overweight. The patient is 45.5 kg lighter. The patient is 3, at most 4, inches shorter.',
    'This is a 10-year-old study. This 12-year-old device is worn. This 20-year-old has-been drug is cheap.',
    'This is a 10-year-old boy’s disease.',
    'The mean age: 45 years. Onset age: 45.',
    // Another time
    'At age 12 she fell. At the age of 45 years she stopped.',
    'She was 45 years old when it began. As a 12-year-old she swam.',
    'In 2013, when Ms. Doe was a 45-year-old nurse, it began.',
    'She turned 45 years old then.',
    // Others
    'Her 35-year-old daughter helps. Her mother is 80 years old.',
    'Her brother helps. He is 45 years old.',
    'Dr. Lee is 45 years old.',
    'The trial enrolled 45-year-old women, and patients 12 years of age and older.',
    'It is approved for adults who are 18 years of age or older.',
    'A 45-year-old woman in a case report improved.',
    'The mean participant is 45 years old.',
    'The policy asks that the patient is 18 years of age or older.',
    'If the patient is 65 years old the plan pays.',
    // Things
    'Ms. Doe’s wheelchair is 8 years old. The injury is 10 years old.',
    'Her 10-year-old wheelchair broke. Her current chair is 7 years old.',
    'She functions at the level of a 5-year-old child.',
    'It is like that of a 70-year-old.',
    'She has had it for 45 years.',
    'Children 6 to 12 years of age, ages 12-17 years old.',
    'The notice says “she is 45 years old”.',
    '> She is 45 years old.',
    '## Evidence #evidence\nShe is 45 years old, the report says.',
  ])('%j', (prose) => {
    finds(age, `${head}---\n${prose}`);
  });
  test('a family history', () => {
    finds(
      age,
      `${head}family history: breast cancer\n  relative: maternal aunt\n  age: 42\n---\n- [family history]: [family history relative], at [family history age] years of age`,
    );
  });
  test('a case without a birth date, or without its own', () => {
    finds(age, 'case\npatient\n  name: Jane Doe\n---\nJane Doe is 45 years old.');
    finds(age, 'case\ndate: 2026-11-21\npatient\n  name: Jane Doe\n---\nJane Doe is 45 years old.');
  });
});

test('an infant’s age in months, weeks or days', () => {
  const infant = (born: string) => `case\ndate: 2026-11-21\npatient\n  name: Max Doe\n  date of birth: ${born}\n---\n`;
  finds(age, `${infant('2026-04-09')}Max Doe is a 7-month-old boy. Max is a <|6-month-old|> boy.`);
  finds(age, `${infant('2026-11-01')}Max Doe is 20 days old. Max is <|1 week old|>. Max is 2 weeks old.`);
});

test('an age that nobody has reached is told by `date-order` alone', () => {
  finds(age, 'case\ndate: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1868-04-09\n---\nx');
});

test.each([
  ['She is a 45-year-old woman.', 'She is a [patient age]-year-old woman.'],
  ['She is 45 yo.', 'She is [patient age] years old.'],
  ['Ms. Doe is 45 years of age.', 'Ms. Doe is [patient age] years of age.'],
  ['Ms. Doe, aged 45, walks.', 'Ms. Doe, aged [patient age], walks.'],
])('%j is mended as %j', (before, after) => {
  const text = `${head}---\n${before}`;
  const [finding] = findingsOf(age, text).findings;
  expect(finding && fixed(text, finding)).toBe(`${head}---\n${after}`);
});
