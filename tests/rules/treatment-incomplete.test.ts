import { expect, test } from 'vitest';
import { treatmentIncomplete } from '../../server/src/rules/treatment-incomplete.js';
import { finds, fixed } from '../support/finds.js';

const others = { 't.lmn': 'template t\n---\n## History\nTried: [prior treatment], [required step]\n' };

test.each(['ineffective', 'partially effective', 'not tolerated'])('what was tried, and was %s', (outcome) => {
  finds(treatmentIncomplete, `case t\n<|prior treatment|>: Physical therapy, 24 visits\n  outcome: ${outcome}`, others);
});

test('of each that lacks it, records like it too', () => {
  finds(
    treatmentIncomplete,
    'case t\nprior treatment: A\n  outcome: ineffective\n  reason: no change\n<|prior treatment|>: B\n  outcome: ineffective\n<|required step|>: C\n  outcome: ineffective',
    others,
  );
});

test.each([
  'prior treatment: Beta blockers\n  outcome: contraindicated',
  'prior treatment: Surgery',
  'prior treatment: none\n  outcome: ineffective',
  'prior treatment: Naproxen for 12 weeks\n  outcome: ineffective',
  'prior treatment: Naproxen in 2025\n  outcome: ineffective',
  'prior treatment: Naproxen\n  start: March 2025\n  outcome: ineffective',
  'prior treatment: Naproxen\n  outcome: not tolerated\n  reason: bleeding',
  'prior treatment: Naproxen\n  outcome: [how it turned out]',
])('silent: %j', (lines) => {
  finds(treatmentIncomplete, `case t\n${lines}`, others);
});

test('the fix brings the lines, and no value', () => {
  const text = 'case t\nprior treatment: A\n  outcome: ineffective';
  const [finding] = finds(treatmentIncomplete, text.replace('prior treatment', '<|prior treatment|>'), others);
  const after = fixed(text, finding!, 0);
  expect(after).toMatch(
    /^case t\nprior treatment: A\n {2}outcome: ineffective\n {2}start: .*\n {2}stop: .*\n {2}reason: .*$/,
  );
});
