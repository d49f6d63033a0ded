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

test('a heading that only shares words with one of the template is another one', () => {
  const short = { 't.lmn': 'template t\n---\n## Plan\nLong.\n\n## Medical Necessity of It\nMany.' };
  finds(nearHeading, 'case t\n---\n## Plan of Care\nMine.', short);
  finds(nearHeading, 'case t\n---\n## <|Plan B|>\nMine.', short);
  finds(nearHeading, 'case t\n---\n## <|Medical Necessity|>\nMine.', short);
  finds(nearHeading, 'case t\n---\n## Necessity\nMine.', short);
  finds(nearHeading, 'case t\n---\n## History\nMine.', others);
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

test('a heading of the template without its ##', () => {
  const [finding] = finds(nearHeading, 'case t\n---\nMine.\n\n<|Clinical History:|>\nThe pain began in 2021.', others);
  expect(finding?.severity).toBe('info');
  finds(nearHeading, 'case t\n---\n## Extra\n<|**clinical history**|>\nMine.', others);
  const text = 'case t\n---\nClinical History:\nMine.';
  expect(fixed(text, findingsOf(nearHeading, { 'x.lmn': text, ...others }).findings[0]!)).toBe(
    'case t\n---\n## Clinical History\nMine.',
  );
});

test.each([
  'The clinical history is long.',
  'Clinical History: long and hard.',
  '// Clinical History:',
  '- Clinical History',
])('not on %s', (line) => {
  finds(nearHeading, `case t\n---\n${line}\nMine.`, others);
});
