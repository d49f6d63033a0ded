import { afterEach, expect, test, vi } from 'vitest';
import { isWordAround } from '../../server/src/analysis/words-around.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { parse, subjectOf } from '../support/workspace.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const policy = 'policy p\npayer: Blue Mesa\n\nrequire diagnosis: the sypmtom must be named.\n';
const text = `case\ndiagnosis: knee pain\n${Array.from({ length: 200 }, (_, n) => `x${String(n)}: a value\n`).join('')}`;

test('asking again, in the next version of the file too, neither reads a head nor looks at other files', () => {
  const subject = subjectOf(text, { 'p.lmn': policy });
  expect(isWordAround(subject, 'sypmtom')).toBe(true);
  expect(isWordAround(subject, 'tretament')).toBe(false);
  const others = vi.spyOn(Workspace.prototype, 'all');
  const kept = vi.spyOn(Set.prototype, 'add');
  const next = { ...subject, file: { ...subject.file, firstLine: { ...subject.file.firstLine } } };
  expect(isWordAround(next, 'sypmtom')).toBe(true);
  expect(isWordAround(next, 'tretament')).toBe(false);
  const added = kept.mock.calls.length;
  kept.mockRestore();
  expect(others).not.toHaveBeenCalled();
  // The first line has one word.
  expect(added).toBe(1);
});

test('what a policy asks is read again when there is another one', () => {
  const subject = subjectOf(text, { 'p.lmn': policy });
  expect(isWordAround(subject, 'sypmtom')).toBe(true);
  subject.workspace.set(parse('file:///p.lmn', policy.replace('sypmtom', 'symptom')));
  expect(isWordAround(subject, 'sypmtom')).toBe(false);
  expect(isWordAround(subject, 'symptom')).toBe(true);
});
