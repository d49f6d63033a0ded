import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bound } from '../../server/src/letter/source.js';
import { readNumber, withinBounds } from '../../server/src/requirements/compare-numbers.js';
import { numbersIn } from '../../server/src/requirements/number-ranges.js';

const bounds: Readonly<Record<string, Bound['op']>> = { '>=': 'at least', '<=': 'at most', '<': 'under', '>': 'over' };

/** `at least 50 percent` of a value, as `>= 50 percent`; names of the value behind a bar. */
function holds(value: string, test: string, names: readonly string[] = []): string {
  const [op = '', number = '', ...unit] = test.split(' ');
  const read = readNumber(value, unit.length > 0 ? unit.join(' ') : undefined, names);
  if ('why' in read) return read.why;
  return withinBounds(read, [{ op: bounds[op] ?? 'at least', number: Number(number) }]);
}

describe('numbers in text', () => {
  it.each([
    ['11', '11'],
    ['8 of 10', '8'],
    ['8/10', '8'],
    ['8 out of 10 on most days', '8 on most days'],
    ['40\u201360 percent', '40 to 60 percent'],
    ['40-60', '40 to 60'],
    ['40 to 60', '40 to 60'],
    ['40s', '40 to 49'],
    ['in her 40s', '40 to 49'],
    ['1,200 units', '1200 units'],
    ['2.5', '2.5'],
    ['-2.5', '-2.5'],
    ['about 50', '45 to 55'],
    ['50+ percent', '50 to Infinity percent'],
    ['hemoglobin A1c 9.1 percent', '9.1 percent'],
    ['COVID-19 test', ''],
    ['31.4 kg/m2 on 2026-10-12', '31.4 kg/m2 on'],
    ['31.4, October 2026', '31.4 ,'],
    ['31.4 (32 in May)', '31.4'],
    ['six months', '6 months'],
    ['lifetime', ''],
  ])('%s', (text, expected) => {
    const found = numbersIn(text).map(({ range: { low, high }, behind }) =>
      `${low === high ? String(low) : `${String(low)} to ${String(high)}`} ${behind}`.trim(),
    );
    expect(found.join('; ')).toBe(expected);
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { range } of numbersIn(text)) expect(range.low).toBeLessThanOrEqual(range.high);
      }),
    );
  });
});

describe('a number held against bounds', () => {
  it.each([
    ['11', '>= 4 days', ['migraine days per month'], 'yes'],
    ['11', '>= 4 days', ['migraine attacks per month'], 'no unit stands there; write days behind the number'],
    ['60 percent less pain', '>= 50 percent', [], 'yes'],
    ['60% less pain', '>= 50 percent', [], 'yes'],
    ['40 to 60 percent', '>= 50 percent', [], 'unclear'],
    ['40 to 60 percent', '>= 61 percent', [], 'no'],
    ['40s', '<= 50', [], 'yes'],
    ['40s', '<= 45', [], 'unclear'],
    ['<10', '< 10', [], 'yes'],
    ['<10', '>= 10', [], 'no'],
    ['<10', '<= 8', [], 'unclear'],
    ['>30', '> 30', [], 'yes'],
    ['14 of 27', '>= 10', [], 'yes'],
    ['14, then 9', '>= 10', [], 'more than one number stands there'],
    ['5 mg twice a day for 8 weeks', '>= 6 weeks', [], 'yes'],
    ['130 kg', '<= 300 lb', [], 'it does not count in lb'],
    ['286 pounds', '<= 300 lb', [], 'yes'],
    ['5 ft 10 in', '>= 60 in', [], 'it counts in two units, not in in alone'],
    ['31.4 kg/m\u00b2', '>= 30 kg/m2', [], 'yes'],
    ['lifetime', '<= 12 months', [], 'no number can be read there'],
    ['12 months', '<= 6 months', [], 'no'],
    ['1 year', '<= 12 months', [], 'yes'],
    ['14 weeks', '>= 3 months', [], 'yes'],
    ['13 weeks', '>= 3 months', [], 'unclear'],
    ['12 weeks', '>= 3 months', [], 'no'],
    ['2 months', '>= 8 weeks', [], 'yes'],
    ['56 days', '>= 8 weeks', [], 'yes'],
    ['36 hours', '<= 1 days', [], 'no'],
    ['12 autoinjectors', '>= 12', [], 'yes'],
  ])('%s %s', (value, test, names, expected) => {
    expect(holds(value, test, names)).toBe(expected);
  });
});
