import { expect, test } from 'vitest';
import { parse, workspaceOf } from '../support/workspace.js';

test("a workspace's own vocabulary of a shipped one's name stands for it", () => {
  const { vocabulary } = workspaceOf({ 'v.lmn': 'vocabulary standard\nrecord patient\n  nickname (text)' });
  expect(vocabulary.byName.get('patient')?.fields.map((field) => field.name)).toEqual(['nickname']);
});

test('one of another name adds to it', () => {
  const { vocabulary } = workspaceOf({ 'v.lmn': 'vocabulary our-clinic\nrecord patient\n  nickname (text)' });
  const names = vocabulary.byName.get('patient')?.fields.map((field) => field.name);
  expect(names?.[0]).toBe('name');
  expect(names?.at(-1)).toBe('nickname');
});

test('and taking it out brings the shipped one back', () => {
  const workspace = workspaceOf({ 'v.lmn': 'vocabulary standard\nrecord patient\n  nickname (text)' });
  workspace.set(parse('file:///v.lmn', 'case'));
  expect(workspace.vocabulary.byName.get('patient')?.fields[0]?.name).toBe('name');
});
