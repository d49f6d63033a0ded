import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

interface Pattern {
  readonly pattern: string;
  readonly flags?: string;
}
interface LanguageConfiguration {
  readonly wordPattern: Pattern;
  readonly onEnterRules: readonly { beforeText: string | Pattern; afterText?: string; action: { indent: string } }[];
}

const file = new URL('../../language-configuration.json', import.meta.url);
const parsed = ts.parseConfigFileTextToJson('language-configuration.json', readFileSync(file, 'utf8'));
const configuration = parsed.config as LanguageConfiguration;

/** What Enter does between the two parts of a line, as VS Code decides it: the first rule that fits. */
function onEnter(before: string, after = ''): string {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) =>
      (typeof beforeText === 'string'
        ? new RegExp(beforeText).test(before)
        : new RegExp(beforeText.pattern, beforeText.flags).test(before)) &&
      (afterText === undefined || new RegExp(afterText).test(after)),
  );
  return rule?.action.indent ?? 'none';
}

/** The words of a line, as a double click selects them. */
function words(line: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return [...line.matchAll(new RegExp(pattern, `g${flags ?? ''}`))].map(([word]) => word);
}

test('is JSON with comments', () => expect(parsed.error).toBeUndefined());

describe('Enter indents under', () => {
  test.each([
    'patient',
    'prior treatment',
    'provider @whitfield',
    'record infusion (many): Infusions so far.',
    'record patient',
  ])('%s', (line) => expect(onEnter(line)).toBe('indent'));
});

describe('Enter does not indent under', () => {
  test.each([
    'case',
    'case chronic-pain-continuation',
    'template appeal-1 "First appeal"',
    'require section evidence',
    'limit 2 pages',
    'date: 2026-11-21',
    'prior treatment: Gabapentin',
    '  name: Maria Alvarez',
    '---',
    '## History',
    'Sincerely,',
    'The patient is well',
    'who has been in my care for years.',
    'and this line of prose is longer than names are',
  ])('%s', (line) => expect(onEnter(line)).toBe('none'));
});

describe('Enter in a value', () => {
  test.each([
    '  address:',
    '  address: Utilization Review',
    '  Home address: 100 Example Avenue',
    'practice address: Suite 5',
  ])('goes on beneath %s', (line) => expect(onEnter(line)).toBe('indent'));

  test.each([
    ['  address: Utilization Review, ', 'PO Box 4410'],
    ['prior treatment: Gabapentin 300 mg ', 'three times daily'],
    ['  reason: drowsiness that made ', 'driving unsafe'],
  ])('keeps what stood behind the cursor in it: %s|%s', (before, after) =>
    expect(onEnter(before, after)).toBe('indent'),
  );

  test.each([
    ['    PO Box 4410', ''],
    ['    PO Box 4410, ', 'Albuquerque'],
    ['Note: these are ', 'words of prose.'],
    ['## Address: where ', 'it is'],
    ['- reason: none ', 'given'],
  ])('keeps the depth of %s|%s', (before, after) => expect(onEnter(before, after)).toBe('none'));
});

test('Enter on an empty indented line ends the record', () => expect(onEnter('  ')).toBe('outdent'));

test.each([
  ['icd-10 code', ['icd-10', 'code']],
  ["[patient's name]", ["patient's", 'name']],
  ['drugs and/or R&D, 50% of Ph.D.', ['drugs', 'and/or', 'R&D', '50%', 'of', 'Ph.D']],
  ['Dr. Müller’s note.', ['Dr', 'Müller’s', 'note']],
  ['## Evidence #evidence', ['Evidence', 'evidence']],
  ['[@cohen2021; @lee-2020]', ['cohen2021', 'lee-2020']],
])('the words of %s', (line, expected) => expect(words(line)).toEqual(expected));
