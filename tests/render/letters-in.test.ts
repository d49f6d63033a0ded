import { expect, test } from 'vitest';
import { lettersIn } from '../../server/src/letters-in.js';

test.each([
  ['', 0],
  ['Ana Ruiz, MD', 10],
  ['a\u00a0b\u200bc', 3],
  ['e\u0301 \u00e9', 2],
  ['\u2612 yes', 4],
])('%j', (text, count) => expect(lettersIn(text)).toBe(count));
