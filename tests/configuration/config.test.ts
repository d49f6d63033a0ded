import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/src/configuration/config.js';

const rules = [{ id: 'npi' }, { id: 'unused-field', formerly: ['unused-fact'] }, { id: 'missing-field' }];
const read = (text: string) => readConfig('lmn.config.json', text, rules);
const problemsOf = (text: string) =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('reads severities, and what it extends with its place', () => {
  const {
    severities,
    extends: extended,
    problems,
  } = read('{\n  "extends": "./a.json",\n  "rules": { "npi": "off", "missing-field": "info" }\n}');
  expect(severities).toEqual({ npi: 'off', 'missing-field': 'info' });
  expect(extended).toEqual([{ specifier: './a.json', line: 2, column: 14 }]);
  expect(problems).toEqual([]);
});

test('extends may be a list', () =>
  expect(read('{ "extends": ["./a.json", "@clinic/lmn"] }').extends.map(({ specifier }) => specifier)).toEqual([
    './a.json',
    '@clinic/lmn',
  ]));

test('an empty configuration sets nothing', () =>
  expect(read('{}')).toMatchObject({ severities: {}, extends: [], problems: [] }));

test('the schema may be named, for editors', () => expect(problemsOf('{ "$schema": "x.json" }')).toEqual([]));

test('a former id still works', () =>
  expect(read('{ "rules": { "unused-fact": "error" } }').severities).toEqual({ 'unused-field': 'error' }));

test('reads how letters are written', () =>
  expect(
    read('{ "export": { "fileName": "[case] [date]", "paper": "a4", "patientInProperties": true } }'),
  ).toMatchObject({
    export: { fileName: '[case] [date]', patientInProperties: true },
    paper: { size: 'a4' },
    problems: [],
  }));

describe('the paper', () => {
  const paperOfText = (written: string) => read(`{ "paper": ${written} }`).paper;

  test('reads all that can be set of it', () =>
    expect(
      read(
        '{ "paper": { "size": "a4", "margins": "0.5in", "fontSize": 11.5, "letterhead": "logo-left", "runningHead": ["reference number", "name"] } }',
      ),
    ).toMatchObject({
      paper: {
        size: 'a4',
        margins: { top: 36, right: 36, bottom: 36, left: 36 },
        fontSize: 11.5,
        letterhead: 'logo-left',
        runningHead: ['reference number', 'name'],
      },
      problems: [],
    }));

  test.each([
    ['"1in"', 72],
    ['"2.54 cm"', 72],
    ['"25.4mm"', 72],
    ['"72pt"', 72],
    ['"2in"', 144],
  ])('a margin of %s', (written, points) =>
    expect(paperOfText(`{ "margins": ${written} }`).margins?.top).toBeCloseTo(points, 6),
  );

  test('a side of the margins may be set by itself', () =>
    expect(paperOfText('{ "margins": { "top": "1.5in", "left": "20mm" } }').margins).toEqual({
      top: 108,
      left: expect.closeTo(56.69, 2) as number,
    }));

  test('nobody is named at the top where nothing is listed', () =>
    expect(paperOfText('{ "runningHead": [] }')).toEqual({ runningHead: [] }));

  test('what "export" said of it before counts, beneath what "paper" says', () => {
    expect(read('{ "export": { "paper": "a4" } }').paper).toEqual({ size: 'a4' });
    expect(read('{ "paper": { "size": "letter" }, "export": { "paper": "a4" } }').paper).toEqual({ size: 'letter' });
  });

  test.each([
    ['"a4"', '1:12 "paper" is an object: { "size": "letter", "margins": "1in" }'],
    ['{ "size": "legal" }', '1:22 "size" is "letter" (8.5 by 11 inches) or "a4", in double quotes.'],
    ['{ "margin": "1in" }', '1:14 Nothing of the paper is set by "margin". Did you mean "margins"?'],
    [
      '{ "colour": 1 }',
      '1:14 Nothing of the paper is set by "colour". What can be set: "size", "margins", "fontSize", "letterhead" and "runningHead".',
    ],
    ['{ "margins": "1" }', /^1:25 A margin is a length with its unit/],
    ['{ "margins": 1 }', /^1:25 "margins" is one length for all sides/],
    ['{ "margins": "0.2in" }', '1:25 A margin is at least "0.5in" and at most "2in".'],
    ['{ "margins": { "inner": "1in" } }', '1:27 A margin is "top", "right", "bottom" or "left", not "inner".'],
    ['{ "fontSize": "11" }', /^1:26 "fontSize" is a number of points from 9 to 14/],
    ['{ "fontSize": 11.3 }', /^1:26 "fontSize" is a number of points from 9 to 14/],
    ['{ "fontSize": 20 }', /^1:26 "fontSize" is a number of points from 9 to 14/],
    ['{ "letterhead": "right" }', /^1:28 "letterhead" is "center", "left", "logo-left" or "logo-right"/],
    ['{ "runningHead": false }', /^1:29 "runningHead" lists what stands at the top of later pages/],
    ['{ "runningHead": ["phone"] }', /^1:30 "runningHead" lists/],
    ['{ "runningHead": ["name", "name"] }', '1:38 This is "name" a second time. Keep one of them.'],
  ])('says what is wrong, and leaves it out: %s', (written, problem) => {
    const text = `{ "paper": ${written} }`;
    expect(problemsOf(text)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
    expect(Object.values(read(text).paper).filter((value) => Object.keys(value as object).length > 0)).toEqual([]);
  });
});

describe('says what is wrong with an export, and leaves it out', () => {
  test.each([
    ['[]', '1:13 "export" is an object: { "fileName": "[template] [date] [reference number]" }'],
    ['{ "fileNmae": "a" }', '1:15 Nothing of an export is set by "fileNmae". Did you mean "fileName"?'],
    ['{ "paper": "A4" }', '1:24 "paper" is "letter" (8.5 by 11 inches) or "a4", in double quotes.'],
    ['{ "paper": 4 }', '1:24 "paper" is "letter" (8.5 by 11 inches) or "a4", in double quotes.'],
    ['{ "patientInProperties": "true" }', '1:38 "patientInProperties" is true or false, without quotation marks.'],
    ['{ "patientInProperties": 1 }', '1:38 "patientInProperties" is true or false, without quotation marks.'],
    ['{ "fileName": true }', /^1:27 "fileName" is a pattern in double quotes/],
    ['{ "fileName": "[date" }', /^1:27 A bracket has no partner/],
    ['{ "toString": "a4" }', /^1:15 Nothing of an export is set by "toString"/],
  ])('%s', (written, problem) => {
    const text = `{ "export": ${written} }`;
    expect(problemsOf(text)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
    expect(Object.values(read(text).export).filter((value) => value !== undefined)).toEqual([]);
  });
});

describe('says what is wrong', () => {
  test.each([
    ['{ "rules": { "nip": "off" } }', '1:14 No rule has the name "nip". Did you mean "npi"?'],
    ['{ "rules": { "zzzzzzzz": "off" } }', '1:14 No rule has the name "zzzzzzzz". All rules: lmn explain'],
    ['{ "rules": { "npi": "warn" } }', '1:21 A rule is set to "error", "warning", "info" or "off", in double quotes.'],
    ['{ "rules": { "npi": 2 } }', '1:21 A rule is set to "error", "warning", "info" or "off", in double quotes.'],
    [
      '{ "rules": { "npi": ["error"] } }',
      '1:21 A rule is set to "error", "warning", "info" or "off", in double quotes.',
    ],
    [
      '{ "rules": { "unused-field": "off", "unused-fact": "off" } }',
      '1:37 This is the rule unused-field a second time. Keep one of them.',
    ],
    ['{ "rules": [] }', '1:12 "rules" is an object: { "unused-field": "off" }'],
    ['{ "rule": {} }', '1:3 Nothing is set by "rule". Did you mean "rules"?'],
    [
      '{ "colour": {} }',
      '1:3 Nothing is set by "colour". What can be set: "root", "extends", "groups", "rules", "paper" and "export".',
    ],
    ['{ "$schema": 1 }', '1:14 "$schema" is an address in double quotes.'],
    ['[]', '1:1 A configuration is an object: { "rules": { … } }'],
    ['{\n  "rules": {},\n}', '2:14 This comma is one too many: nothing follows it. Take it out.'],
  ])('%j', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test('extends of a wrong kind', () => {
    expect(problemsOf('{ "extends": 1 }')).toHaveLength(1);
    expect(problemsOf('{ "extends": ["", "./a.json", {}] }')).toHaveLength(2);
  });

  test('every mistake, not only the first', () =>
    expect(problemsOf('{ "rules": { "nip": "off", "npi": "on" }, "x": 1 }')).toHaveLength(3));
});

test('what is wrong is left out, the rest stands', () =>
  expect(read('{ "rules": { "nip": "off", "npi": "off" } }').severities).toEqual({ npi: 'off' }));

test.each(['__proto__', 'constructor', 'toString'])('%s is no rule and no setting', (name) => {
  expect(problemsOf(`{ "rules": { "${name}": "off" } }`)).toHaveLength(1);
  expect(problemsOf(`{ "${name}": {} }`)).toHaveLength(1);
});

test('a message stays on one line, whatever the name', () =>
  fc.assert(
    fc.property(fc.string(), (name) => {
      for (const { message } of read(JSON.stringify({ rules: { [name]: 'off' }, [name]: 1 })).problems)
        expect(message).not.toMatch(/[\n\r]/);
    }),
  ));
