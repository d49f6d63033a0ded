import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterFileName, unknownInFileName } from '../../server/src/export/file-name.js';
import { usualFileName } from '../../server/src/configuration/file-name-pattern.js';
import { subjectOf } from '../support/workspace.js';

const template = { 'visit.lmn': 'template visit "A visit"\nroom (text): [which]\n---\n## Request\nPlease approve.\n' };
const full = 'case visit\ndate: 11/21/2026\nreference number: BM-0000-4417\npatient\n  name: Elena Marquez\n';

function letterOf(text: string, name = 'marquez.lmn') {
  const { letter } = subjectOf(text, template, name);
  if (!letter) throw new Error('A case has a letter.');
  return letter;
}

const named = (text: string, pattern = usualFileName, name?: string) => letterFileName(letterOf(text, name), pattern);

test('template, date so that files sort, reference number; no patient', () =>
  expect(named(full)).toBe('visit 2026-11-21 BM-0000-4417'));

test('the patient only where the pattern says so', () =>
  expect(named(full, '[patient name], [date]')).toBe('Elena Marquez, 2026-11-21'));

test('the case file, with letters beyond ASCII', () =>
  expect(named(full, '[case] [date]', 'Zo%C3%AB%20M.lmn')).toBe('Zoë M 2026-11-21'));

test.each([
  ['a.lmn.copy.LMN', 'a.lmn.copy'],
  ['50%.lmn', '50%'],
])('the case file %s', (file, expected) => expect(named(full, '[case]', file)).toBe(expected));

test('a dash at the end of a value is part of it, whatever is left out behind it', () =>
  expect(named(full.replace('BM-0000-4417', 'BM-0000-'), '[reference number][room]')).toBe('BM-0000-'));

test("a template's own field, and a name written in another case", () =>
  expect(named(full.replace('case visit\n', 'case visit\nroom: 12\n'), 'Room [ROOM]')).toBe('Room 12'));

describe('what is not given goes with the separator beside it', () => {
  const noDate = full.replace('date: 11/21/2026\n', '');
  const noNumber = full.replace('reference number: BM-0000-4417\n', '');
  test.each([
    [usualFileName, noDate, 'visit BM-0000-4417'],
    [usualFileName, noNumber, 'visit 2026-11-21'],
    ['[date] - [template]', noDate, 'visit'],
    ['[template] - [date] - [reference number]', noDate, 'visit - BM-0000-4417'],
    ['[date]_[reference number]_[template]', noDate, 'BM-0000-4417_visit'],
    ['Letter ([reference number])', noNumber, 'Letter'],
    ['[date][reference number]', noNumber, '2026-11-21'],
    ['[date] [reference number]', 'case visit\n', 'letter'],
    ['[no such name] [template]', full, 'visit'],
    ['[letterhead] [template]', full, 'visit'],
    ['_[date], [template]', noDate, 'visit'],
    ['[template] - x - [date]', noDate, 'visit - x'],
    ['Letter (draft) [date]', full, 'Letter (draft) 2026-11-21'],
  ])('%s', (pattern, text, expected) => expect(named(text, pattern)).toBe(expected));
});

test('a case without a template is named by what it has', () =>
  expect(named('case\ndate: 2026-11-21\n---\n## A\nB\n')).toBe('2026-11-21'));

test('names that mean nothing are told', () =>
  expect(unknownInFileName(letterOf(full), '[template] [case] [refrence number] [patient name]')).toEqual([
    'refrence number',
  ]));

test('whatever the values and the pattern: a name that every system takes', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(line, line, fc.string(), (number, room, around) => {
      const text = `case visit\ndate: 2026-11-21\nreference number: ${number}\nroom: ${room}\n`;
      const name = named(text, `${around}[reference number] [room]${around}`);
      expect(name).not.toBe('');
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.~-]|[\s.]$/u);
      expect(name.length).toBeLessThanOrEqual(120);
    }),
    { numRuns: 150 },
  );
});
