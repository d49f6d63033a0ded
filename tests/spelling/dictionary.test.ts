import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { dictionaryOf, spell } from '../../server/src/spelling/dictionary.js';
import { english } from '../support/english.js';

const meantBy = (word: string) => {
  const said = spell(english(), word);
  return said === 'right' ? 'right' : said.meant;
};

describe('right', () => {
  test.each(
    `treatment Treatment colour color organise organize organized anaemia anemia haemoglobin oesophagus paediatric orthopaedics
    patient's patients' patient’s don't doesn’t Crohn's Parkinson’s adalimumab Humira radiculopathy transforaminal duloxetine polyradiculoneuropathy
    nonpharmacologic periarticular neuromodulation wheelchair homebound micrograms Oswestry nonbinary copayment preauthorization hyperkyphosis
    counselled counseled practise practice gray grey`.split(/\s+/),
  )('%s', (word) => {
    expect(meantBy(word)).toBe('right');
  });
});

describe('wrong, and what was meant', () => {
  test.each([
    ['tretament', 'treatment'],
    ['Tretament', 'Treatment'],
    ['diagnossis', 'diagnosis'],
    ['adalimumb', 'adalimumab'],
    ['radiculopthy', 'radiculopathy'],
    ['seperate', 'separate'],
    ['teh', 'the'],
    ['adn', 'and'],
    ["patietn's", "patient's"],
    ['medciation', 'medication'],
    ['ocurred', 'occurred'],
    ['neccessary', 'necessary'],
    ['perscribed', 'prescribed'],
  ])('%s: %s', (word, meant) => {
    expect(meantBy(word)[0]).toBe(meant);
  });

  test.each(['qwertzuiop', 'xyzzyplugh', 'zalunfiban', 'qrs', 'fho'])('nothing is meant by %s', (word) => {
    expect(meantBy(word)).toEqual([]);
  });
});

test('no more than three words are meant, and any text has an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z']{1,14}$/)), (text) => {
      const said = spell(english(), text);
      expect(said === 'right' || said.meant.length <= 3).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a word is looked up once', () => {
  const list = english();
  const dictionary = dictionaryOf(list);
  const looks = vi.spyOn(list, 'has');
  dictionary.look('walking');
  dictionary.look('walking');
  expect(looks).toHaveBeenCalledTimes(1);
  looks.mockRestore();
});

const folder = fileURLToPath(new URL('../../server/src/spelling/medical/', import.meta.url));
const lists = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const);

test.each(lists)('every word of medical/%s is right, and stands there once', (_, text) => {
  const words = text.split(/\r?\n/).flatMap((line) => (line.startsWith('#') ? [] : line.split(' ')));
  const listed = words.filter((word) => word !== '');
  expect(listed.filter((word) => meantBy(word) !== 'right')).toEqual([]);
  expect(listed.length).toBeGreaterThan(300);
});
