import { describe, expect, it } from 'vitest';
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
