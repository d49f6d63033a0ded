import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkValue, printValue, readType, VALUE_TYPES, type ValueType } from '../../server/src/knowledge/types.js';

function type(written: string): ValueType {
  const read = readType(written);
  if (!read) throw new Error(`no type: ${written}`);
  return read;
}

test('the types of the language are there, in its order', () =>
  expect([...VALUE_TYPES.keys()].join(' ')).toBe(
    'text address date when number money phone email url npi icd-10 hcpcs cpt ndc pmid doi nct loinc dea mbi pronouns kind image',
  ));

test.each<[string, string]>([
  ['text', '#*[any] thing'],
  ['address', 'PO Box 4410\nAlbuquerque, NM 87196'],
  ['date', 'March 14, 1968'],
  ['when', 'since 2024'],
  ['number', '24'],
  ['money', '$1,250'],
  ['phone', '505-555-0142'],
  ['email', 'dwhitfield@example.org'],
  ['url', 'https://example.org'],
  ['npi', '1234567893'],
  ['icd-10', 'M54.16'],
  ['hcpcs', '62323'],
  ['ndc', '0002-1433-80'],
  ['pmid', '33888641'],
  ['cpt', '0042T'],
  ['doi', '10.1000/182'],
  ['nct', 'NCT01234567'],
  ['loinc', '4548-4'],
  ['dea', 'AP5836727'],
  ['mbi', '1EG4-TE5-MK73'],
  ['kind', 'continuation'],
  ['image', 'images/logo.png'],
  ['positively | stably', 'stably'],
])('%s takes %j', (written, value) => expect(checkValue(type(written), value)).toBeUndefined());

test.each<[string, string, string | undefined]>([
  ['date', '02/30/2024', undefined],
  ['date', '14/03/1968', '03/14/1968'],
  ['when', 'from March 2024', 'since March 2024'],
  ['number', 'many', undefined],
  ['npi', '1234567890', undefined],
  ['icd-10', 'm54.16', 'M54.16'],
  ['positively | stably', 'positivly', 'positively'],
  ['positively | stably', 'badly', undefined],
  ['he | she | they', 'she/her', 'she'],
  ['he | she | they', 'They/Them', 'they'],
])('%s refuses %j', (written, value, fix) => {
  const problem = checkValue(type(written), value);
  expect(problem?.problem).toMatch(/\S/);
  expect(problem?.fix).toBe(fix);
  expect(checkValue(type(written), problem?.example ?? '')).toBeUndefined();
});

test('a choice is found in any case and spacing', () =>
  expect(checkValue(type('not tolerated | ineffective'), ' Not   Tolerated ')).toBeUndefined());

test('a wrong choice is told all of them', () =>
  expect(checkValue(type('positively | stably'), 'x')?.problem).toContain('positively, stably'));

test('choices are read without empty and repeated ones', () =>
  expect(type('| a | b |  | a ').choices).toEqual(['a', 'b']));

test.each(['', 'datum', '|', ' | '])('%j names no type', (written) => expect(readType(written)).toBeUndefined());

test('a value that is empty is not given, and so not wrong', () => {
  for (const each of VALUE_TYPES.values()) expect(checkValue(each, ' \n ')).toBeUndefined();
});

test.each<[string, string, string]>([
  ['date', '1968-03-14', 'March 14, 1968'],
  ['when', 'since 2024-03', 'since March 2024'],
  ['date', 'unknown', 'unknown'],
  ['text', '1968-03-14', '1968-03-14'],
  ['npi', '1234567893', '1234567893'],
  ['positively | stably', 'Stably', 'stably'],
])('%s prints %j as %j in long style', (written, value, printed) =>
  expect(printValue(type(written), value, { dates: 'long' })).toBe(printed),
);

test('dates print as written where no style is asked for', () =>
  expect(printValue(type('date'), '3/14/1968', {})).toBe('3/14/1968'));

describe('every type', () => {
  const types = [...VALUE_TYPES.values(), type('positively | stably')];

  test.each(types)('$name takes its example and all that it suggests', (each) => {
    for (const value of [each.example, ...each.suggest]) expect(checkValue(each, value)).toBeUndefined();
    expect(each.description).toMatch(/\.$/);
  });

  test.each(types)('$name takes any text, and a fix puts it right', (each) =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const fix = checkValue(each, text)?.fix;
        if (fix !== undefined) expect(checkValue(each, fix)).toBeUndefined();
        expect(printValue(each, text, { dates: 'long' })).toBeTypeOf('string');
      }),
    ),
  );
});
