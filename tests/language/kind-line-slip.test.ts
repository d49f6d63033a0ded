import { expect, test } from 'vitest';
import { parse, workspaceOf } from '../support/workspace.js';
import { readCaseFile } from '../../server/src/language/case-file.js';

test.each([
  ['cse visit', 'visit'],
  ['templat  visit "A visit"', 'visit'],
  ['cas(e visit', 'visit'],
  ['polcy', undefined],
  ['templat "A visit"', undefined],
])('a slip in the first word does not lose the name: %j', (line, name) => {
  const { header } = parse('file:///x.lmn', `${line}\npatient: Jane Doe`);
  expect(header?.exact).toBe(false);
  expect(header?.name?.text).toBe(name);
  if (header?.name) expect(line.slice(header.name.start, header.name.end)).toBe(name);
});

test('so a case still finds its template', () => {
  const workspace = workspaceOf({ 't.lmn': 'template visit\nsite (text)\n---\n[site]' });
  expect(readCaseFile(parse('file:///x.lmn', 'cse visit'), workspace).template?.name).toBe('visit');
});
