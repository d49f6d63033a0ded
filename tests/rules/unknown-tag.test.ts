import { describe, expect, test } from 'vitest';
import { unknownTag } from '../../server/src/rules/unknown-tag.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const others = { 't.lmn': 'template t\n---\n## A #history #optional\nText.' };

test('the tag with its hash, among known ones', () => {
  finds(unknownTag, '## A #history <|#histroy|> #Evidence\nText.');
});

test.each(['## Claim #123\nText.', '## A #History #UNTITLED\nText.', '## A \\#abc\nText.'])('not in %j', (prose) => {
  finds(unknownTag, prose);
});

test('the nearest is offered, else all', () => {
  expect(finds(unknownTag, '## A <|#optinal|>\nText.')[0]?.message).toBe(
    'No role or flag has this name. Did you mean #optional?',
  );
  expect(finds(unknownTag, '## A <|#zzqq|>\nText.')[0]?.message).toContain('#history #condition');
});

test.each([
  ['## A #histroy', 0, '## A #history'],
  ['## A #histroy #evidence', 1, '## A #evidence'],
  ['## A #histroy', 2, '## A \\#histroy'],
])('fixes of %s: %i', (heading, index, expected) => {
  const text = `case\n---\n${heading}\nText.`;
  const after = fixed(text, findingsOf(unknownTag, text).findings[0]!, index);
  expect(after).toBe(`case\n---\n${expected}\nText.`);
  expect(findingsOf(unknownTag, after).findings).toEqual([]);
});

describe('a tag without effect', () => {
  test.each([
    ['#omit in a template', 'template u\n---\n## A <|#omit|>\nText.'],
    ['#optional in a section of the case’s own', 'case t\n---\n## B <|#optional|>\nText.'],
    ['#optional in a case without a template', 'case\n---\n## B <|#optional|>\nText.'],
    ['#untitled where the template’s heading stays', 'case t\n---\n## A <|#untitled|>\nText.'],
  ])('%s', (_, text) => {
    finds(unknownTag, text, others);
  });

  test.each([
    ['a copy of the template’s tag', 'case t\n---\n## A #history #optional\nText.'],
    ['#untitled in a section of the case’s own', 'case t\n---\n## B #untitled\nText.'],
    ['#omit in a case', 'case t\n---\n## A #omit'],
    ['a role, by which a section finds its place', 'case t\n---\n## Z #history\nText.'],
  ])('not %s', (_, text) => {
    finds(unknownTag, text, others);
  });
});
