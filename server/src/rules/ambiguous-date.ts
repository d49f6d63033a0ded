import { type Day, formatDate, isDateProblem, parseDate } from '../knowledge/dates.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { Fix, Rule } from '../lint/rule.js';

export const ambiguousDate: Rule = {
  id: 'ambiguous-date',
  group: 'facts',
  severity: 'error',
  subject: 'file',
  needs: 'template',
  summary: 'In a letter that writes the day before the month, no date can be read in two ways.',
  why: 'Where dates print as 3 April 2026, 03/04/2026 may have been copied from a paper that means April 3 or from one that means March 4. Only the writer knows.',
  bad: 'dates: day-month\ndate: 03/04/2026',
  good: 'dates: day-month\ndate: 3 April 2026',
  check({ letter, records }, report) {
    if (letter?.dates !== 'day-month') return;
    for (const { record } of records)
      for (const { declaration, values } of record.fields) {
        if (declaration?.type.name !== 'date' && declaration?.type.name !== 'when') continue;
        for (const value of values) {
          const fixes = readingsOf(value);
          if (fixes.length > 0)
            report(value.where, 'This date can be read in two ways. Write the month as a word, such as 3 April 2026.', {
              otherFixes: fixes,
            });
        }
      }
  },
};

/** A fix for each of the two days that a value's first date in numbers may mean; none where only one day is meant. */
function readingsOf(value: FactValue): Fix[] {
  const text = value.given ? valueText(value, ' ') : '';
  const found = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/.exec(text);
  if (!found) return [];
  const [written, first = '', second = '', year = ''] = found;
  if (Number(first) === Number(second)) return [];
  const write = (day: Day) =>
    text.slice(0, found.index) + formatDate(day, 'day-month') + text.slice(found.index + written.length);
  const days = [`${second}/${first}/${year}`, `${first}/${second}/${year}`].map(parseDate);
  const [dayFirst, monthFirst] = days;
  if (!dayFirst || !monthFirst || isDateProblem(dayFirst) || isDateProblem(monthFirst)) return [];
  return [
    { title: 'Take the day to stand first', edits: [{ where: value.where, text: write(dayFirst) }] },
    { title: 'Take the month to stand first', edits: [{ where: value.where, text: write(monthFirst) }] },
  ];
}
