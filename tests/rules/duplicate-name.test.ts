import { expect, test } from 'vitest';
import { duplicateName } from '../../server/src/rules/duplicate-name.js';
import { finds } from '../support/finds.js';

test.each(['template', 'policy', 'vocabulary'])('two of one name: %s', (kind) => {
  const [finding] = finds(duplicateName, `${kind} <|appeal|> "A"`, {
    'b.lmn': `${kind} appeal`,
    'c.lmn': `${kind} other`,
  });
  expect(finding?.related.map((one) => one.range.uri)).toEqual(['file:///b.lmn']);
});

test('files of different kinds may share a name, and a file the name of one that ships', () => {
  finds(duplicateName, 'template appeal', { 'b.lmn': 'policy appeal' });
  finds(duplicateName, 'vocabulary standard\nrecord patient\n  name (text)');
  finds(duplicateName, 'template', { 'b.lmn': 'template' });
  finds(duplicateName, 'case appeal', { 'b.lmn': 'template appeal' });
});
