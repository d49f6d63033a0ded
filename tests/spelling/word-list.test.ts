import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packWords } from '../../server/src/spelling/pack-words.js';
import { WordList } from '../../server/src/spelling/word-list.js';
import { foldWord } from '../../server/src/spelling/word-order.js';

const listOf = (words: readonly string[]) => new WordList(packWords(words));

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'z', '\u00e9', 'A', 'Z'), {
  minLength: 1,
  maxLength: 12,
});
const word = letters.map((some) => some.join(''));

test('knows every word that was packed, in whatever capitals, and no other', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.array(word), (words, others) => {
      const list = listOf(words);
      const packed = new Set(words.map(foldWord));
      for (const one of words) {
        expect(list.has(one)).toBe(true);
        expect(list.has(one.toUpperCase())).toBe(true);
      }
      for (const one of others) expect(list.has(one)).toBe(packed.has(foldWord(one)));
    }),
  );
});

test('packs the same words alike in whatever order they come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['An', 'an', 'ant', 'Ant', 'bee', "don't", 'zebra'], { minLength: 7 }), (words) => {
      expect(packWords(words)).toBe("an2t0bee0don't0zebra\n");
    }),
  );
});

test('packs neither numbers nor possessives', () => {
  expect(packWords(['4th', 'B12', "ant's", 'x-ray', 'ant'])).toBe('ant\n');
});

test('any text is looked up without a throw', () => {
  const list = listOf(['ant', 'bee']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof list.has(text)).toBe('boolean');
      expect(list.near(text, 2, 3).length).toBeLessThanOrEqual(3);
    }),
  );
});

test('any text is a list without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof new WordList(text).has('ant')).toBe('boolean');
      expect(new WordList(text).near('ant', 1, 3).length).toBeLessThanOrEqual(3);
    }),
  );
});

describe('near', () => {
  const list = listOf(['treatment', 'testament', 'treatments', 'headache', 'receive', 'relieve', 'separate', 'Boston']);

  test.each([
    ['tretament', ['treatment', 'testament', 'treatments']],
    ['treatmnet', ['treatment', 'treatments']],
    ['ehadache', ['headache']],
    ['eadache', ['headache']],
    ['xheadache', ['headache']],
    ['recieve', ['receive', 'relieve']],
    ['bostn', ['Boston']],
    ['treatment', ['treatments']],
    ['walrus', []],
  ])('%s', (asked, found) => {
    expect(list.near(asked, 2, 3).slice(0, found.length || 3)).toEqual(found);
  });

  test('gives no more than are asked for', () => {
    expect(list.near('tretament', 2, 1)).toEqual(['treatment']);
    expect(list.near('tretament', 1, 3)).toEqual(['treatment']);
  });
});
