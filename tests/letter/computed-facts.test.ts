import { describe, expect, test } from 'vitest';
import { lackLine } from '../../server/src/render/lack-words.js';
import { letterOf, printed } from '../support/printed.js';

const vocabulary = `vocabulary v
record letter
  hours in all (sum of service line hours)
  days waited (days from denial date to date)
  hours last year (number)
  more hours (change from hours last year to hours in all)
record service line (many)
  service (text, required)
  hours (number)
record stay (many)
  ward (text, required)
  start to fit (when)
  stop (when)
  length (time from start to fit to stop)
  fees (money, many)
  cost (sum of fees)
record a (many)
  x (text, required)
  round (time from trip to trip)
  trip (time from round to round)`;
const files = {
  'v.lmn': vocabulary,
  't.lmn': 'template t\nbegan (date)\nended (date)\nlasted (time from began to ended)\n---\n[lasted]',
};
const letter = (head: string, body: string, others: Readonly<Record<string, string>> = files) =>
  printed(`case\n${head}\n---\n${body}`, others);

describe('what is computed', () => {
  test.each<[string, string, string, string]>([
    ['time, of facts of the letter', 'date: 2026-11-21\nstart of care: 2025-05-12', '[time in care]', '18 months'],
    ['by another name', 'date: 2026-11-21\nstart of care: May 2025', 'For [duration of care].', 'For about 18 months.'],
    [
      'time, in an item for each record',
      'prior treatment: A\n  start: 2025-01-01\n  stop: 2025-01-08\nprior treatment: B\n  start: 2024\n  stop: 2026',
      '- [prior treatment]{ for [prior treatment length]}',
      '- A for 7 days\n- B for about 2 years',
    ],
    [
      'in a sentence, those that have a value',
      'prior treatment: A\n  start: 2025-01-01\n  stop: 2025-01-08\nprior treatment: B\nprior treatment: C\n  start: 2024\n  stop: 2026',
      'Tried for [prior treatment length].',
      'Tried for 7 days and about 2 years.',
    ],
    [
      'in the unit that is named',
      'date: 2026-11-21\ndenial\n  date: 2026-11-01',
      'It came [days waited] ago.',
      'It came 20 days ago.',
    ],
    [
      'change',
      'outcome measure: A\n  baseline: 52 percent\n  current: 30 percent\noutcome measure: B\n  baseline: 8\n  current: low',
      '| a |\n| --- |\n| [outcome measure]{: [outcome measure change]} |',
      'a\nA: \u221222 percentage points\nB',
    ],
    [
      'sum',
      'service line: A\n  hours: 15\nservice line: B\n  hours: 1.5\nservice line: C\n  hours: 1',
      '[hours in all] hours',
      '17.5 hours',
    ],
    ['a sum in the singular', 'service line: A\n  hours: 1', '[hours in all] hours', '1 hour'],
    [
      'a sum of one record’s values',
      'stay: A\n  fees: $1.50; $2.50\nstay: B\n  fees: $3',
      '- [stay cost]',
      '- $4.00\n- $3',
    ],
    ['from what is computed', 'hours last year: 10\nservice line: A\n  hours: 15', '[more hours]', '+5'],
    [
      'names with a "to" in them',
      'stay: A\n  start to fit: March 2025\n  stop: June 2025',
      'For [stay length].',
      'For about 3 months.',
    ],
    ['in braces nothing', 'date: 2026-11-21', 'x{ for [time in care]}', 'x'],
    ['in braces nothing: too short', 'date: 2026-11-21\nstart of care: 2026-11-21', 'x{ for [time in care]}', 'x'],
    ['a circle is a gap', 'a: x', '[a round]', '‹a round›'],
  ])('%s', (_, head, body, text) => expect(letter(head, body)).toBe(text));

  test('of a template’s own fields', () =>
    expect(printed('case t\nbegan: 2026-01-01\nended: 2026-01-03\n---\n', files)).toBe('2 days'));
});

describe('why there is no value', () => {
  const lacks = (head: string, body: string) => {
    const made = letterOf(`case\n${head}\n---\n${body}`, files);
    return made.lacks
      .filter(({ needs }) => needs.some(({ section }) => section?.kind === 'opening'))
      .map((lack) => lackLine(lack, made));
  };
  test.each<[string, string, string[]]>([
    ['date: 2026-11-21', '[time in care]', ['start of care: not given. Printed at the beginning.']],
    [
      '',
      '[time in care]',
      [
        'start of care: not given. Printed at the beginning.',
        'date: not given. Printed at the beginning. Every letter must have it.',
      ],
    ],
    [
      'date: 2026-11-21\nstart of care: soon',
      '[time in care]',
      ['start of care: wrong as it stands. Printed at the beginning.'],
    ],
    [
      'date: 2026-11-21\nstart of care: 2026-11-21',
      '[time in care]',
      [
        'date: less than one unit of time after start of care, so that [time in care] has no value. Printed at the beginning.',
      ],
    ],
    [
      'prior treatment: A\n  start: 2026\n  stop: 2025',
      '[prior treatment length]',
      [
        'prior treatment stop: comes before start, so that [prior treatment length] has no value. Printed at the beginning.',
      ],
    ],
    [
      'outcome measure: A\n  baseline: 8\n  current: high',
      '[outcome measure change]',
      [
        'outcome measure current: begins with no number, or holds several, so that [outcome measure change] has no value. Printed at the beginning.',
      ],
    ],
    [
      'outcome measure: A\n  baseline: 8 of 10\n  current: 4 of 5',
      '[outcome measure change]',
      [
        'outcome measure current: in another unit than baseline, so that [outcome measure change] has no value. Printed at the beginning.',
      ],
    ],
    [
      'service line: A\n  hours: 15\nservice line: B',
      '[hours in all]',
      ['service line hours: not given for service line 2 of 2. Printed at the beginning.'],
    ],
    ['', '[hours in all]', ['service line hours: not given. Printed at the beginning.']],
    [
      'prior treatment: A\n  start: since age 12\n  stop: 2025',
      '[prior treatment length]',
      [
        'prior treatment start: said in words that cannot be counted from, so that [prior treatment length] has no value. Printed at the beginning.',
      ],
    ],
    [
      'outcome measure: A\n  baseline: low\n  current: 4',
      '[outcome measure change]',
      [
        'outcome measure baseline: begins with no number, or holds several, so that [outcome measure change] has no value. Printed at the beginning.',
      ],
    ],
    [
      'stay: A\n  fees: $1.50; 2 hours',
      '[stay cost]',
      ['stay fees: not all in one unit, so that [stay cost] has no value. Printed at the beginning.'],
    ],
    [
      'stay: A\n  fees: $1.50; none',
      '[stay cost]',
      ['stay fees: no number by itself, so that [stay cost] has no value. Printed at the beginning.'],
    ],
  ])('%j', (head, body, lines) => expect(lacks(head, body)).toEqual(lines));
});

test('no value of a fact is in the words for it', () => {
  const made = letterOf(
    'case\noutcome measure: A\n  baseline: 8\n  current: zqxj\n---\n[outcome measure change]',
    files,
  );
  expect(made.lacks.map((lack) => lackLine(lack, made)).join()).not.toContain('zqxj');
});
