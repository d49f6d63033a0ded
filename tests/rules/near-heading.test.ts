import { expect, test } from 'vitest';
import { nearHeading } from '../../server/src/rules/near-heading.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const others = { 't.lmn': 'template t\n---\n## Clinical History\nLong.\n\n## Risks Without the Treatment\nMany.' };

test('stands on the heading, without its tags', () => {
  finds(nearHeading, 'case t\n---\n## <|Clinical Histroy|> #history\nMine.', others);
  finds(nearHeading, 'case t\n---\n## <|Risks Without Treatment|>\nMine.', others);
});

test.each(['## Clinical History', '## clinical  history:', '## A Word on Cost'])('not on %s', (heading) => {
  finds(nearHeading, `case t\n---\n${heading}\nMine.`, others);
});

test('not where the template’s section of that heading is written already', () => {
  finds(nearHeading, 'case t\n---\n## Clinical History\nMine.\n\n## Clinical Histories\nMine.', others);
});

test("the fix writes the template's heading and keeps the tags", () => {
  const text = 'case t\n---\n## Clinical Histroy #history\nMine.';
  const [finding] = findingsOf(nearHeading, { 'x.lmn': text, ...others }).findings;
  const after = fixed(text, finding!);
  expect(after).toBe('case t\n---\n## Clinical History #history\nMine.');
  expect(findingsOf(nearHeading, { 'x.lmn': after, ...others }).findings).toEqual([]);
});
