import { expect, test } from 'vitest';
import { sideOfIcd10 } from '../../server/src/knowledge/icd-10-sides.js';
import { sideOfModifiers, sideOfWords, sideWords } from '../../server/src/knowledge/sides.js';

test.each([
  ['M17.11', 'right'],
  ['M17.12', 'left'],
  ['M17.0', 'bilateral'],
  ['m25.562', 'left'],
  ['M16.7', undefined],
  ['M17.9', undefined],
  ['M25.569', undefined],
  ['M54.16', undefined],
  ['G56.03', 'bilateral'],
  ['G81.92', 'left'],
  ['I69.353', 'right'],
  ['H25.13', 'bilateral'],
  ['E11.3512', 'left'],
  ['H90.3', 'bilateral'],
  ['C50.911', 'right'],
  ['C56.9', undefined],
  ['N63.10', 'right'],
  ['I70.242', 'left'],
  ['S83.511A', 'right'],
  // Of a meniscus 0 is right and 1 left; of a finger 2 is another finger.
  ['S83.201A', undefined],
  ['S62.602A', undefined],
  ['M21.733', undefined],
  ['Z96.653', 'bilateral'],
  ['none', undefined],
])('%s: %s', (code, side) => expect(sideOfIcd10(code)).toBe(side));

test.each([
  ['pain in the left knee', 'left'],
  ['Right-sided weakness', 'right'],
  ['bilateral knee pain', 'bilateral'],
  ['both knees', 'bilateral'],
  ['right hip and left knee', undefined],
  ['left ventricular failure', undefined],
  ['right heart catheterization', undefined],
  ['pain', undefined],
])('%j: %s', (words, side) => expect(sideOfWords(words)).toBe(side));

test.each([
  'She left work.',
  'the pain that left',
  'the right to appeal',
  'a right-handed man',
  'left her unable',
  'left-handed',
  'leftover',
  'upright',
])('no side in %j', (text) => expect(sideWords(text)).toEqual([]));

test.each([
  [['27447-RT'], 'right'],
  [['27447 LT'], 'left'],
  [['27447-50'], 'bilateral'],
  [['64483-RT', '64483-LT'], 'bilateral'],
  [['97110-GP', 'E0601-RR'], undefined],
  [['97150'], undefined],
  [['soon-RT'], undefined],
])('%j: %s', (codes, side) => expect(sideOfModifiers(codes)).toBe(side));
