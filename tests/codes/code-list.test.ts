import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codeFileName, packCodes, unpackCodes, yearOfCodeFile } from '../../server/src/codes/compact-file.js';
import { readOfficialCodes } from '../../server/src/codes/official-files.js';
import { CodeList, fiscalYearOf } from '../../server/src/knowledge/code-list.js';

const orderLine = (number: number, code: string, billable: 0 | 1, words: string) =>
  `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${words.slice(0, 60).padEnd(60)} ${words}`;

const order = [
  orderLine(1, 'M54', 0, 'Dorsalgia'),
  orderLine(2, 'M541', 0, 'Radiculopathy'),
  orderLine(3, 'M5410', 1, 'Radiculopathy, site unspecified'),
  orderLine(4, 'M5416', 1, 'Radiculopathy, lumbar region'),
  orderLine(5, 'M542', 1, 'Cervicalgia'),
  orderLine(6, 'K50', 0, "Crohn's disease [regional enteritis]"),
  orderLine(7, 'K5000', 1, "Crohn's disease of small intestine without complications"),
  orderLine(8, 'I10', 1, 'Essential (primary) hypertension'),
].join('\r\n');

function listOf(text: string, name = 'icd10cm-order-2026.txt'): CodeList {
  const read = readOfficialCodes(name, strToU8(text));
  if ('problem' in read) throw new Error(read.problem);
  return new CodeList(read.year, read.text);
}

describe('the official files', () => {
  test('the order file has categories, and long descriptions', () => {
    const list = listOf(order);
    expect(list.year).toBe(2026);
    expect(list.find('M54.16')).toEqual({
      code: 'M54.16',
      billable: true,
      description: 'Radiculopathy, lumbar region',
    });
    expect(list.find('m541')).toEqual({ code: 'M54.1', billable: false, description: 'Radiculopathy' });
    expect(list.find('M54.17')).toBeUndefined();
  });

  test('the codes file knows categories by what is beneath them', () => {
    const list = listOf('A000    Cholera due to Vibrio cholerae\nA001    Cholera, El Tor\n', 'icd10cm_codes_2026.txt');
    expect(list.find('A00.0')?.billable).toBe(true);
    expect(list.find('A00')).toEqual({ code: 'A00', billable: false, description: '' });
  });

  test('a file of codes alone will do', () => {
    expect(listOf('A000\nA001\n', 'icd10cm_codes_2026.txt').find('A00.1')).toEqual({
      code: 'A00.1',
      billable: true,
      description: '',
    });
  });

  test('of a zip the order file is taken', () => {
    const zip = zipSync({
      'Code Descriptions/icd10cm-codes-2027.txt': strToU8('I10     Essential (primary) hypertension'),
      'Code Descriptions/icd10cm-order-2027.txt': strToU8(order),
      'Code Descriptions/icd10cm-order-addenda-2027.txt': strToU8('Add: 1'),
    });
    const read = readOfficialCodes('april-2026-code-descriptions.zip', zip);
    expect(read).toMatchObject({ year: 2027, count: 8 });
  });

  test.each([
    ['x-2026.txt', strToU8('Dear Sir or Madam,\nI am writing'), /^This is no list/],
    ['x-2026.txt', strToU8(''), /^This is no list/],
    ['list.txt', strToU8(order), /--year 2026$/],
    ['x-2026.zip', zipSync({ 'readme.md': strToU8('x') }), /^The zip holds neither/],
    ['x-2026.zip', strToU8('PK not a zip'), /^The zip/],
  ])('%s: says what is wrong', (name, bytes, problem) => {
    expect(readOfficialCodes(name, bytes)).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  test('any bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isZip) => {
        const given = isZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes;
        expect(typeof readOfficialCodes('icd10cm-2026.txt', given)).toBe('object');
        expect(unpackCodes(given, 2026)).toBeUndefined();
      }),
    );
  });
});

test('what is packed is what is unpacked, by its year', () => {
  const read = readOfficialCodes('icd10cm-order-2026.txt', strToU8(order));
  if ('problem' in read) throw new Error(read.problem);
  expect(unpackCodes(packCodes(read), 2026)?.find('I10')?.description).toBe('Essential (primary) hypertension');
  expect(yearOfCodeFile(codeFileName(2026))).toBe(2026);
  expect(yearOfCodeFile('notes-2026.txt')).toBeUndefined();
});

describe('a list', () => {
  const list = listOf(order);

  test('finds every code that it has, and no other', () => {
    const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z]\d[\dA-Z]{1,5}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(codes, fc.stringMatching(/^[A-Z]\d[\dA-Z]{1,5}$/), (known, other) => {
        const made = listOf(known.join('\n'), 'icd10cm_codes_2026.txt');
        for (const code of known) expect(made.find(code)?.billable).toBe(true);
        const beneath = known.some((code) => code.startsWith(other));
        expect(made.find(other) !== undefined).toBe(beneath);
      }),
    );
  });

  test('gives what is right beneath a code', () => {
    expect(list.childrenOf('M54').map(({ code }) => code)).toEqual(['M54.1', 'M54.2']);
    expect(list.childrenOf('M54.1').map(({ code }) => code)).toEqual(['M54.10', 'M54.16']);
    expect(list.childrenOf('I10')).toEqual([]);
  });

  test('finds words of a list in capitals, and capitals in another', () => {
    const shouted = listOf('M5416   RADICULOPATHY, LUMBAR REGION\nB20     HIV DISEASE\n', 'icd10cm_codes_2026.txt');
    expect(shouted.search('lumbar radicul', 9).map(({ code }) => code)).toEqual(['M54.16']);
    const usual = listOf('B20     Human immunodeficiency virus [HIV] disease\n', 'icd10cm_codes_2026.txt');
    expect(usual.search('hiv dis', 9).map(({ code }) => code)).toEqual(['B20']);
  });

  test('finds what has each of the words at a word’s beginning, and nothing else', () => {
    const words = fc.constantFrom('lumbar', 'Lumbar', 'lumbago', 'right', 'Right', 'upright', 'hip', 'HIP', 'region');
    const descriptions = fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30 });
    const typed = fc.array(fc.constantFrom('lum', 'lumbar', 'right', 'hip', 're'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(descriptions, typed, (all, asked) => {
        const lines = all.map((one, i) => `M${String(1000 + i)}   ${one.join(' ')}`);
        const holds = (one: readonly string[]) =>
          asked.every((word) => one.some((other) => other.toLowerCase().startsWith(word)));
        const expected = all.flatMap((one, i) => (holds(one) ? [`M10.${String(i).padStart(2, '0')}`] : []));
        const found = listOf(lines.join('\n'), 'icd10cm_codes_2026.txt').search(asked.join(' '), 99);
        expect(found.map(({ code }) => code)).toEqual(expected);
      }),
    );
  });

  test.each([
    ['M54.1', ['M54.1', 'M54.10', 'M54.16']],
    ['m541', ['M54.1', 'M54.10', 'M54.16']],
    ['lumbar', ['M54.16']],
    ['radiculopathy lum', ['M54.16']],
    ['radicul', ['M54.10', 'M54.16', 'M54.1']],
    ["crohn's", ['K50.00', 'K50']],
    ['primary hyper', ['I10']],
    ['umbar', []],
    ['', []],
  ])('%j is searched', (typed, codes) => {
    expect(list.search(typed, 50).map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  [{ year: 2026, month: 9, day: 30 }, 2026],
  [{ year: 2026, month: 10, day: 1 }, 2027],
  [{ year: 2026, month: 1, day: 1 }, 2026],
])('%j is in fiscal year %i', (day, year) => {
  expect(fiscalYearOf(day)).toBe(year);
});
