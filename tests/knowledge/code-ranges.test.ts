import { describe, expect, it, test } from 'vitest';
import { codeRangeProblem, isCodeOf, readCodeRange } from '../../server/src/knowledge/code-ranges.js';

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

test.each([
  ['K0848 to K0864', { text: 'K0848', to: 'K0864' }],
  ['E66  TO E67', { text: 'E66', to: 'E67' }],
  ['E66', { text: 'E66' }],
  ['K1 to K2 to K3', { text: 'K1 to K2 to K3' }],
])('%j as a range', (written, range) => expect(readCodeRange(written)).toEqual(range));

describe('a range in which no code can lie', () => {
  const wrong = (written: string) => codeRangeProblem(readCodeRange(written));

  test.each([
    ['64490-64495', '64490 to 64495'],
    ['64490 – 64495', '64490 to 64495'],
    ['m54.1-M54.5', 'm54.1 to M54.5'],
    ['K0848-K0864', 'K0848 to K0864'],
  ])('%s has a hyphen', (written, fix) =>
    expect(wrong(written)).toEqual({
      problem: 'Between the first and the last code of a range stands "to": K0848 to K0864',
      fix,
    }),
  );

  test.each(['K0864 to K0848', 'E67 to E66.9', '99999 to 10000'])('%s comes down', (written) =>
    expect(wrong(written)?.problem).toMatch(/its first comes after its last/),
  );

  test.each(['10000 to K9999', 'K0848 to 99999'])('%s is of two systems', (written) =>
    expect(wrong(written)?.problem).toMatch(/begins with a letter and the other with a digit/),
  );

  test.each([
    ...['K0848 to K0864', 'G10 to G14', 'E66 to E66.9', 'E66.9 to E66', 'K0848 to K0848', '0001U to 0099U'],
    ...['64483', '64483-RT', '64483-50', '55513-841-01', '0078-0877', '00078-0877', '12345-6789', 'E66.01', 'none'],
  ])('%s is none', (written) => expect(wrong(written)).toBeUndefined());
});
