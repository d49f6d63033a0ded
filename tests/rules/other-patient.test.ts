import { describe, expect, test } from 'vitest';
import { otherPatient } from '../../server/src/rules/other-patient.js';
import { finds } from '../support/finds.js';

const head = (more = ''): string => `case\npatient\n  name: Elena Marquez\n  preferred name: Lena\n${more}---\n`;

test.each([
  '<|Mrs. Gomez|> cannot stand for long.',
  'The pain of <|Mr. Robert Hale|> grew.',
  'We saw <|Ms. Gomez|>’s pain grow.',
  'I write for my patient, <|Maria Gomez|>, who cannot stand.',
  '**Patient Name:** <|Maria Gomez|>',
  '**Patient:** <|Gomez, Maria|>',
  'RE: <|Robert Hale|>',
  '<|Ms. Gomez|> is a pleasant patient of mine.',
  'I write on behalf of <|Maria Gomez|>, who cannot stand.',
  'This is on behalf of my patient <|Maria Gomez|> (born in 1968).',
  '<|Robert Hale|> is a 45-year-old man.',
  '<|Robert Hale|> has been under my care since 2019.',
  'It helps. <|Robert Hale|> is a 45-year-old man.',
])('%j', (prose) => {
  finds(otherPatient, head() + prose);
});

describe('a form of address', () => {
  const addressed = (name: string, address: string, more = '') =>
    `case\npatient\n  name: ${name}\n${more}  form of address: ${address}\n---\nShe walks.`;

  test.each([
    ['Rosa Diaz', '<|Ms. Marquez|>'],
    ['Rosa Diaz', '<|Mr. Robert Hale|>'],
  ])('of %s is not %s', (name, address) => {
    finds(otherPatient, addressed(name, address));
  });

  test.each([
    ['Rosa Diaz', 'Ms. Diaz'],
    ['Rosa Díaz-Lopez', 'Mrs. Lopez'],
    ['Diaz, Rosa', 'Ms. Diaz'],
    ['Rosa Diaz', 'Miss Rosa'],
    ['Mateo Ruiz', 'Mateo'],
    ['Ana de la Cruz', 'Ms. de la Cruz'],
    ['Rosa Diaz', '[form of address]'],
    ['[patient name]', 'Ms. Diaz'],
  ])('of %s may be %s', (name, address) => {
    finds(otherPatient, addressed(name, address));
  });

  test('may be of the name that the patient goes by', () => {
    finds(otherPatient, addressed('Robert Hale', 'Mr. Bob', '  preferred name: Bob\n'));
  });
});

describe('silent on', () => {
  test.each([
    'Ms. Marquez, Mrs. Elena Marquez-Diaz and Ms. Lena.',
    'Ms. Márquez cannot stand.',
    'Dr. Okafor saw [patient name].',
    'Her mother, Mrs. Gomez, helps.',
    'Mrs. Gomez, her mother, helps.',
    'Ms. Ortiz, the school nurse, called.',
    'Ms. Ortiz, RN, called.',
    'Mr. Lane of the school is her teacher.',
    'Mr. Lane is a patient advocate at the clinic. Ms. Orr is a fellow patient in the group. Ms. Li is a patient of Dr. Lee.',
    'I write on behalf of Mesa Pain Clinic, on behalf of Physical Therapy and on behalf of Blue Mesa Group.',
    'Dr. Robert Hale is a 45-year-old man, and J. Robert Hale is a patient of mine.',
    'I spoke with Ms. Orr of the plan’s member services, and with Mr. Lane from Blue Mesa.',
    'The notice says “Mrs. Gomez can walk”.',
    'My patient, Physical Therapy History, improved.',
    'RE: Letter of Medical Necessity for [patient name]',
    'RE: Continued Authorization',
    'Physical Therapy has been under way.',
    'In Botox Cosmetic a 45-year-old formula.',
    'Blue Mesa is a 12-year-old plan.'.replace('a 12-year-old plan', 'the plan'),
    'Cohen and Vase found it so.',
    'Marquez, Elena (DOB 1968)',
  ])('%j', (prose) => {
    finds(otherPatient, head() + prose);
  });
  test('the letter’s own parties', () => {
    const parties =
      'caregiver: son, John Silva\nprovider\n  name: Dana Whitfield\nrepresentative: Ms. Ruth Lane\ncopy: Mr. Paul Reed\nadvocate: Maria Ortiz\n  relationship: mother\n';
    finds(otherPatient, `${head(parties)}Mr. Silva, Ms. Whitfield, Ms. Lane and Mrs. Ortiz came. Mr. Reed did not.`);
  });
  test('a source’s authors', () => {
    const evidence = 'evidence @a\n  title: A\n  authors: Gomez A\n';
    finds(otherPatient, `${head(evidence)}Mr. Gomez found it.[@a]`);
  });
  test('a case without a patient', () => {
    finds(otherPatient, 'case\n---\nMrs. Gomez cannot stand.');
  });
});

test('in a value that prints, although the head gives it', () => {
  finds(
    otherPatient,
    `case\npatient\n  name: Jane Doe\nprior treatment: Naproxen\n  reason: <|Mrs. Gomez|> had no relief\n---\n- [prior treatment]: [prior treatment reason]`,
  );
});

test('the message repeats no name', () => {
  expect(finds(otherPatient, `${head()}<|Mrs. Gomez|> walks.`)[0]?.message).not.toContain('Gomez');
});
