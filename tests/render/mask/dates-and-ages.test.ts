import { describe, expect, test } from 'vitest';
import { masked } from './masked-letter.js';

const dob = '‹patient date of birth›';

describe('a date of birth in prose', () => {
  test.each([
    'March 14, 1968',
    'march 14 1968',
    'Mar 14, 1968',
    'Mar. 14, 1968',
    'March 14th, 1968',
    'March 14',
    "March 14, '68",
    '14 March 1968',
    '14th of March 1968',
    '14-Mar-1968',
    '03/14/1968',
    '3/14/1968',
    '3/14/68',
    '3-14-1968',
    '3.14.1968',
    '14/03/1968',
    '1968-03-14',
    '1968/3/14',
    '19680314',
    'March 1968',
    'March of 1968',
    '03/1968',
    '1968-03',
    '1968\u201303\u201314',
    'March\n14, 1968',
    'March **14**, 1968',
  ])('%s', (date) => {
    expect(masked(`On ${date}.`)).toBe(`On ${dob}.`);
  });

  test.each([
    'March 15, 1968',
    'March 14, 1969',
    '3/14/69',
    '13/14/1968',
    'April 1968',
    'in 1968',
    '3/14',
    'March',
    '1968-03-15',
    '113/14/1968',
    'Marching 14',
  ])('%s is another', (date) => {
    expect(masked(`On ${date}.`)).toBe(`On ${date}.`);
  });

  test('the year of birth', () => {
    expect(masked('Born in 1968, and ill since 1968.')).toBe(`Born in ${dob}, and ill since 1968.`);
  });

  test('a month is found behind a number, and two digits behind a day are no year of it', () => {
    expect(masked('took 5 March 1968 tablets, on March 14 20 more')).toBe(`took 5 ${dob} tablets, on ${dob} 20 more`);
  });
});

test('other dates: the letter says which, prose does not', () => {
  const head =
    'date: 2026-11-21\nlast visit: 11/09/2026\nprior treatment: x\n  start: May 2025 to June 2, 2025\n  stop: 2024\ndenial: x\n  date: soon 4/5';
  expect(masked('[date], [last visit]: Nov 9, May 2025, 6/2/25; 2024 and [prior treatment stop]; soon 4/5', head)).toBe(
    'November 21, 2026, ‹last visit›: ‹date›, ‹date›, ‹date›; 2024 and ‹prior treatment stop›; ‹date›',
  );
});

test('the day on the letter stays, also where it is that of a visit', () => {
  expect(masked('[date]: [last visit], November 21, 2026', 'date: 2026-11-21\nlast visit: 2026-11-21')).toBe(
    'November 21, 2026: ‹last visit›, ‹date›',
  );
});

test('dates of what is published are nobody’s', () => {
  const head = 'medical policy: x\n  effective: 2026-01-01\ncompendium: y\n  date: 2026-02-02';
  expect(masked('[medical policy effective], January 1, 2026, [compendium date]', head)).toBe(
    'January 1, 2026, January 1, 2026, February 2, 2026',
  );
});

describe('the age in prose', () => {
  const age = '‹patient age›';
  test.each([
    ['a [patient age]-year-old', `a ${age}-year-old`],
    ['a 58-year-old woman', `a ${age}-year-old woman`],
    ['58 year old, 58 years old', `${age} year old, ${age} years old`],
    ['58-yr-old, 58 yr. old', `${age}-yr-old, ${age} yr. old`],
    ['58 y/o, 58yo, 58 y.o. man, 58F', `${age} y/o, ${age}yo, ${age} y.o. man, ${age}F`],
    ['age 58, aged 58, Age: 58, at the age of 58', `age ${age}, aged ${age}, Age: ${age}, at the age of ${age}`],
    ['58 years of age', `${age} years of age`],
    ['a fifty-eight-year-old, Fifty eight years old', `a ${age}-year-old, ${age} years old`],
    [
      '58 mg, 58 years of work, 158-year-old, 57-year-old, page 58',
      '58 mg, 58 years of work, 158-year-old, 57-year-old, page 58',
    ],
  ])('%s', (prose, expected) => {
    expect(masked(prose)).toBe(expected);
  });

  test('of a small child in months too', () => {
    const head = 'date: 2026-11-21\npatient\n  name: Ana Lu\n  date of birth: 2025-05-22';
    expect(masked('a 17-month-old, seventeen months old, 1-year-old, 18 months of rest', head)).toBe(
      `a ${age}-month-old, ${age} months old, ${age}-year-old, 18 months of rest`,
    );
  });

  test('above a hundred, and without a date of the letter', () => {
    const head = 'patient\n  name: Ana Lu\n  date of birth: 1924-05-22';
    expect(masked('one hundred and two years old, 102-year-old', `date: 2026-11-21\n${head}`)).toBe(
      `${age} years old, ${age}-year-old`,
    );
    expect(masked('102-year-old', head)).toBe('102-year-old');
  });
});
