import { expect, test } from 'vitest';
import { unknownTemplate } from '../../server/src/rules/unknown-template.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const others = { 't.lmn': 'template clinic-letter\n---\n## A\nText.' };

test('a name that no template has', () => {
  const [finding] = finds(unknownTemplate, 'case <|clinic-leter|>', others);
  expect(finding?.message).toBe('There is no template of this name. Did you mean "clinic-letter"?');
});

test('names what there is where nothing is near', () => {
  expect(finds(unknownTemplate, 'case <|zzzz|>', others)[0]?.message).toBe(
    'There is no template of this name. There is: clinic-letter',
  );
  expect(finds(unknownTemplate, 'case <|zzzz|>')[0]?.message).toContain('no template yet');
});

test.each(['../t.lmn', 'C:\\letters\\t', 'clinic-letter.lmn', '/etc/passwd'])('a path is no name: %s', (path) => {
  finds(unknownTemplate, `case <|${path}|>`, others);
});

test('a case that names itself', () => {
  finds(unknownTemplate, 'case <|x|>');
});

test('neither template nor prose', () => {
  expect(finds(unknownTemplate, '<|case|>\npatient: Jane Doe', others)[0]?.message).toContain('case clinic-letter');
});

test.each(['case clinic-letter', 'case\n---\nMy own letter.', 'case\n---\n## Request\nPlease approve.', 'template t'])(
  'not on %j',
  (text) => {
    finds(unknownTemplate, text, others);
  },
);

test('words after the name are reported with the first line', () => {
  finds(unknownTemplate, 'case clinic leter', others);
});

test('writes the nearest name', () => mends(unknownTemplate, 'case clinic-leter', 'case clinic-letter', others));
