import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isTitledName,
  titleAtStart,
  titledNames,
  titleSaysOf,
  withoutTitledNames,
} from '../../server/src/knowledge/titled-names.js';

const shown = (text: string) =>
  titledNames(text).map(({ title, name, start, end }) => [title, name, text.slice(start, end)]);

test.each([
  ['I saw Mrs. Gomez today.', [['Mrs', 'Gomez', 'Mrs. Gomez']]],
  ['Ms Maria Gomez agrees.', [['Ms', 'Maria Gomez', 'Ms Maria Gomez']]],
  [
    'Miss O’Brien and Mx. Élan-Ray',
    [
      ['Miss', 'O’Brien', 'Miss O’Brien'],
      ['Mx', 'Élan-Ray', 'Mx. Élan-Ray'],
    ],
  ],
  ['Mr. J. Doe', [['Mr', 'J. Doe', 'Mr. J. Doe']]],
  ['Mr.\nPaul Reed', [['Mr', 'Paul Reed', 'Mr.\nPaul Reed']]],
  ['Mr. and Mrs. Reed', [['Mrs', 'Reed', 'Mrs. Reed']]],
  ['an EMr. Gomez, mr. gomez, Mr. X', []],
])('names with a title: %j', (text, names) => expect(shown(text)).toEqual(names));

test.each([
  ['Mr. Paul Reed', true],
  ['Mr. Paul Reed, attorney', true],
  ['Mr. Paul Reed drove', false],
  ['for Mr. Reed', false],
  ['Paul Reed', false],
])('%j is such a name and no more: %s', (text, is) => expect(isTitledName(text)).toBe(is));

test('the others are what is left', () =>
  expect(withoutTitledNames('seen with Mr. Paul Reed, her uncle, and Mrs. Reed').replace(/ +/g, ' ')).toBe(
    'seen with , her uncle, and ',
  ));

test.each([
  ['Mrs. van Houten', 'Mrs'],
  [' Mr', 'Mr'],
  ['Missy', undefined],
  ['Jane', undefined],
])('the title at the start of %j', (text, title) => expect(titleAtStart(text)).toBe(title));

test('Mx. is said of anybody', () =>
  expect(['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', ''].map(titleSaysOf)).toEqual([
    ...['he', 'she', 'she', 'she'],
    ...[undefined, undefined],
  ]));

test('of any text: places that hold what is said, one behind the other', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Mr.', 'Mrs', 'Miss ', ' ', 'Gomez', 'J.', '\u2028', 'x', 'É'), { maxLength: 12 }),
      (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, title, name } of titledNames(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).startsWith(title) && text.slice(start, end).endsWith(name)).toBe(true);
          last = end;
        }
      },
    ),
  ));
