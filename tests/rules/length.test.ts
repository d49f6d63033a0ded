import { expect, test } from 'vitest';
import { length } from '../../server/src/rules/length.js';
import { policyRecommends } from '../../server/src/rules/policy-recommends.js';
import { finds } from '../support/finds.js';

const of = (words: number) =>
  `---\n## Request\n${Array.from({ length: words }, (_, at) => `word${String(at)}`).join(' ')}`;
const policy = (lines: string) => ({ 'p.lmn': `policy p\npayer: Blue Mesa\n${lines}` });

test('tells of what is surely longer, in the words of the policy', () => {
  const [finding] = finds(
    length,
    `<|case|>\ninsurance: Blue Mesa\n${of(1500)}`,
    policy('limit 2 pages: 7: At most two pages.'),
  );
  expect(finding?.message).toBe(
    '"7" is not met: by an estimate it has more than 2 pages; the PDF counts them. The policy asks: At most two pages.',
  );
  expect(finding?.severity).toBe('info');
});

test.each([
  ['a letter that fits', of(200), 'limit 2 pages'],
  ['where nobody limits it', of(3000), 'require insurance payer'],
  ['a limit for another kind', of(3000), 'limit 1 page\n  for: appeal-1'],
  ['a limit whose condition does not hold', of(3000), 'limit 1 page\n  when urgency: expedited'],
  [
    'a limit that was waived',
    `criterion: 7\n  waived because: The study is quoted.\n${of(3000)}`,
    'limit 1 page: 7: One.',
  ],
])('says nothing of %s', (_, text, lines) => {
  finds(length, `case\ninsurance: Blue Mesa\n${text}`, policy(lines));
});

test('is not told twice', () => {
  finds(policyRecommends, `case\ninsurance: Blue Mesa\n${of(3000)}`, policy('limit 1 page'));
});
