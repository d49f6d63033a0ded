import { describe, expect, it } from 'vitest';
import { isCodeOf } from '../../server/src/requirements/code-ranges.js';
import { hasWords } from '../../server/src/requirements/words-in-text.js';

describe('words in a text', () => {
  it.each([
    ['Topiramate 100 mg daily', 'topiramate', true],
    ['a walker', 'walker', true],
    ['walkers', 'walker', true],
    ['hurricane', 'cane', false],
    ['CT of the spine', 'CT', true],
    ['her doctor', 'CT', false],
    ['PT, ATP', 'PT', true],
    ['class II', 'class I', false],
    ['RE: appeal', 'RE:', true],
    ['ARE: appeal', 'RE:', false],
    ['correct\nor  ameliorate', 'correct or ameliorate', true],
    ['the patient\u2019s chart', "patient's chart", true],
    ['C++ (in brackets)', 'c++', true],
    ['anything', '', false],
  ])('%j has %j: %s', (text, words, expected) => {
    expect(hasWords(text, words)).toBe(expected);
  });
});

describe('a code and what a policy lists', () => {
  it.each([
    ['E66.01', 'E66', undefined, true],
    ['E66.01', 'E66.01', undefined, true],
    ['E66', 'E66.01', undefined, false],
    ['G12.21', 'G10', 'G14', true],
    ['G14.9', 'G10', 'G14', true],
    ['G15', 'G10', 'G14', false],
    ['K0861', 'K0861', 'K0864', true],
    ['K0865', 'K0861', 'K0864', false],
    ['K0861-NU', 'K0861', undefined, true],
    ['CPT 64483', '64483', undefined, true],
    ['64484', '6448', undefined, false],
    ['J0178', '10000', '69999', false],
    ['g43.709', 'G43', undefined, true],
    ['55513-841-01', '55513-841-01', undefined, true],
  ])('%s of %s to %s: %s', (code, text, to, expected) => {
    expect(isCodeOf(code, to === undefined ? { text } : { text, to })).toBe(expected);
  });
});
