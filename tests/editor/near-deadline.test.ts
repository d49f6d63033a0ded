import { expect, test } from 'vitest';
import { nearDeadline } from '../../server/src/editor/near-deadline.js';
import { readCaseFile } from '../../server/src/language/case-file.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const workspace = shippedWorkspace();

/** Of an appeal whose notice arrived on May 1, 2026: 180 days later is October 28. */
function near(month: number, day: number, head = 'date: 2026-05-02', set = {}): string | undefined {
  const text = `case\nfor: appeal-1\n${head}\ninsurance: Juniper Mutual\n  plan type: employer\ndenial\n  received: 2026-05-01\n---\n`;
  const letter = resolveLetter(readCaseFile(parse('file:///c.lmn', text), workspace));
  return nearDeadline(letter, libraryOf(workspace), { year: 2026, month, day }, set);
}

test.each([
  [10, 13, undefined],
  [10, 14, 'Deadline in 14 days'],
  [10, 27, 'Deadline in 1 day'],
  [10, 28, 'Deadline today'],
  [10, 31, 'Deadline 3 days past'],
])('on day %i/%i', (month, day, expected) => {
  expect(near(month, day)).toBe(expected);
  // Whatever the letter says of its day.
  expect(near(month, day, 'urgency: standard')).toBe(expected);
});

test('as the configuration sets it', () => {
  expect(near(10, 1, undefined, { soon: 30 })).toBe('Deadline in 27 days');
  expect(near(5, 28, undefined, { days: { '29 CFR 2560.503-1(h)(3)(i)': '30 days' } })).toBe('Deadline in 3 days');
});
