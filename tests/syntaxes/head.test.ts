import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../server/src/language/terms.js';
import { colorsOfLine } from './tokenize.js';

/** The colors of the last line of a file's head. */
function colors(...lines: string[]): string[] {
  return colorsOfLine(lines.join('\n'), lines.length - 1);
}

describe('the kind line', () => {
  test('a case names its template', () =>
    expect(colors('case chronic-pain-continuation')).toEqual([
      'case = keyword.control.kind',
      'chronic-pain-continuation = entity.name.namespace',
    ]));

  test.each(['template', 'policy', 'vocabulary'])('a %s has a name and a title', (kind) =>
    expect(colors(`${kind} appeal-1 "First appeal"`)).toEqual([
      `${kind} = keyword.control.kind`,
      'appeal-1 = entity.name.namespace',
      '"First appeal" = string.quoted.double',
    ]),
  );

  test('a template names what it stands on', () =>
    expect(colors('template pump from medical-letter "A pump"')).toEqual([
      'template = keyword.control.kind',
      'pump = entity.name.namespace',
      'from = keyword.control.from',
      'medical-letter = entity.name.namespace',
      '"A pump" = string.quoted.double',
    ]));

  test('a template can be named so', () =>
    expect(colors('template from from')).toEqual([
      'template = keyword.control.kind',
      'from = entity.name.namespace',
      'from = keyword.control.from',
    ]));

  test('comes after comments and blank lines', () =>
    expect(colors('// our clinic', '', 'case')).toEqual(['case = keyword.control.kind']));

  test('is only the first line: after it the same words are names', () =>
    expect(colors('case', 'template')).toEqual(['template = entity.name.type.record']));

  test('where it is missing, facts are still colored', () =>
    expect(colors('patient', '  name: Ann Lee')).toEqual([
      'name = support.variable.field',
      'Ann Lee = string.unquoted',
    ]));
});

describe('facts', () => {
  test('a fact of the letter', () =>
    expect(colors('case', 'date: 2026-11-21')).toEqual([
      'date = support.variable.field',
      '2026-11-21 = string.unquoted',
    ]));

  test('a record by its name', () =>
    expect(colors('case', 'prior treatment')).toEqual(['prior treatment = entity.name.type.record']));

  test('a record from the address book', () =>
    expect(colors('case', 'provider @whitfield')).toEqual([
      'provider = entity.name.type.record',
      '@whitfield = variable.other.constant.key',
    ]));

  test('names have letters of any language and the marks of names', () =>
    expect(colors('case', 'patient', "  médecin d'origine & co. 50%: x")).toEqual([
      "médecin d'origine & co. 50% = support.variable.field",
      'x = string.unquoted',
    ]));

  test('the first colon ends a name', () =>
    expect(colors('case', 'subject: RE: your letter')).toEqual([
      'subject = support.variable.field',
      'RE: your letter = string.unquoted',
    ]));

  test('a value prints as written: nothing in it is markup or a comment', () =>
    expect(colors('case', 'patient', '  name: **Ann** {x} // y')).toEqual([
      'name = support.variable.field',
      '**Ann** {x} // y = string.unquoted',
    ]));

  test('a value wholly in brackets is not given yet', () =>
    expect(colors('case', 'patient', '  name: [full legal name]')).toEqual([
      'name = support.variable.field',
      '[full legal name] = keyword.control.gap',
    ]));

  test('what stands deeper continues the value, colon or not', () =>
    expect(colors('case', 'insurance', '  address: Utilization Review', '    PO Box: 12')).toEqual([
      'PO Box: 12 = string.unquoted',
    ]));

  test('a blank line inside a continued value belongs to it', () =>
    expect(colors('case', 'insurance', '  address: Box 1', '', '    Suite: 2')).toEqual([
      'Suite: 2 = string.unquoted',
    ]));

  test('the next field ends a continued value', () =>
    expect(colors('case', 'insurance', '  address: Box 1', '    Reno', '  member id: H1')).toEqual([
      'member id = support.variable.field',
      'H1 = string.unquoted',
    ]));

  test('a comment inside a continued value is a comment', () =>
    expect(colors('case', 'insurance', '  address: Box 1', '    // moved')).toEqual([
      'moved = comment.line.double-slash',
    ]));
});

describe('declarations', () => {
  test('a field with its type, flag and help', () =>
    expect(colors('template t', 'body parts (text, many): Where: the pain is.')).toEqual([
      'body parts = support.variable.field',
      'text = support.type',
      'many = storage.modifier.flag',
      'Where: the pain is. = string.unquoted.description',
    ]));

  test('choices', () =>
    expect(colors('template t', 'response (positively | stably)')).toEqual([
      'response = support.variable.field',
      'positively = constant.language.choice',
      '| = keyword.operator.choice',
      'stably = constant.language.choice',
    ]));

  test('other names', () =>
    expect(colors('template t', 'code (icd-10, also "dx code")')).toEqual([
      'code = support.variable.field',
      'icd-10 = support.type',
      'also = storage.modifier.flag',
      '"dx code" = string.quoted.double',
    ]));

  test('a record of a vocabulary', () =>
    expect(colors('vocabulary v', 'record infusion (many): Infusions so far.')).toEqual([
      'record = keyword.control.record',
      'infusion = entity.name.type.record',
      'many = storage.modifier.flag',
      'Infusions so far. = string.unquoted.description',
    ]));

  test('a field of a declared record', () =>
    expect(colors('vocabulary v', 'record infusion', '  drug (text, required): Drug.')).toEqual([
      'drug = support.variable.field',
      'text = support.type',
      'required = storage.modifier.flag',
      'Drug. = string.unquoted.description',
    ]));

  test('a half-typed list of terms ends with its line', () =>
    expect(colors('template t', 'response (positively |', 'for: appeal-1')).toEqual([
      'for = support.variable.field',
      'appeal-1 = string.unquoted',
    ]));
});

describe('policies', () => {
  test('a field with an age limit', () =>
    expect(colors('policy p', 'require field last visit within 60 days: Section 3.2: fresh.')).toEqual([
      'require = keyword.control.requirement',
      'field = storage.modifier.subject',
      'last = support.variable.field',
      'visit = support.variable.field',
      'within = keyword.control.within',
      '60 = constant.numeric',
      'days = keyword.control.unit',
      'Section 3.2: fresh. = string.unquoted.description',
    ]));

  test('a number of records', () =>
    expect(colors('policy p', 'require 2 evidence')).toEqual([
      'require = keyword.control.requirement',
      '2 = constant.numeric',
      'evidence = support.variable.field',
    ]));

  test('an enclosure', () =>
    expect(colors('policy p', 'recommend enclosure "Progress notes"')).toEqual([
      'recommend = keyword.control.requirement',
      'enclosure = storage.modifier.subject',
      '"Progress notes" = string.quoted.double',
    ]));

  test('a limit', () =>
    expect(colors('policy p', 'limit 2 pages')).toEqual([
      'limit = keyword.control.requirement',
      '2 = constant.numeric',
      'pages = keyword.control.unit',
    ]));

  test('its words are ordinary names in a case', () =>
    expect(colors('case', 'limit: 3')).toEqual(['limit = support.variable.field', '3 = string.unquoted']));
});

describe('comments', () => {
  test('with and without indentation', () => {
    expect(colors('case', '// note')).toEqual(['note = comment.line.double-slash']);
    expect(colors('case', 'patient', '  // note')).toEqual(['note = comment.line.double-slash']);
  });

  test('a suppression names its rule and its reason', () =>
    expect(colors('case', '// lmn-disable-next-line npi -- number is from the directory')).toEqual([
      'lmn-disable-next-line = keyword.control.suppression',
      'npi = entity.name.function.rule',
      'number is from the directory = comment.line.double-slash',
    ]));
});

test.each(flagsOf('field').concat('like'))('the flag %s', (flag) => {
  const words = { also: 'also "b"', like: 'like b', after: 'after b', 'instead of': 'instead of b' };
  const written = Object.entries(words).find(([name]) => name === flag)?.[1] ?? flag;
  expect(colors('vocabulary v', 'record a', `  x (date, ${written})`)).toContain(`${flag} = storage.modifier.flag`);
});

test('a computed fact', () =>
  expect(colors('vocabulary v', 'record a', '  x (time from start of care to date, unprinted)')).toEqual([
    'x = support.variable.field',
    'time from = support.type',
    'to = support.type',
    'unprinted = storage.modifier.flag',
  ]));
