import { expect, test } from 'vitest';
import { completenessOf } from '../../server/src/letter/completeness.js';
import { subjectOf } from '../support/workspace.js';

const template = {
  't.lmn': 'template t\n---\n[patient name], [patient date of birth], {[patient phone]}\n\n## Why\n[write: why]',
};

function completeness(text: string) {
  const { letter } = subjectOf(text, template);
  if (!letter) throw new Error('A case has a letter.');
  return completenessOf(letter);
}

test('counts each needed fact once, and optional text for nothing', () => {
  const { given, total, missing } = completeness('case t\ndate: 2026-11-21\npatient\n  name: Jane Doe');
  expect(missing).toContain('patient date of birth');
  expect(missing).not.toContain('patient phone');
  expect(given + missing.length).toBe(total);
});

test('what the template gives is no fact to give', () => {
  const upon = {
    't.lmn': 'template t\nsubject: A request\nsite (text): Where.\nsite: here\n---\n[subject] [site] [patient name]',
  };
  const count = (text: string) => completenessOf(subjectOf(text, upon).letter!);
  expect(count('case t').total).toBe(count('case t').missing.length);
  expect(count('case t\nsubject: Mine').given).toBe(1);
});

test('a fact that case and template both give is one to give', () => {
  const upon = { 't.lmn': 'template t\nsites (text, many): Where.\nsites: here\n---\n[sites] [patient name]' };
  const total = (text: string) => completenessOf(subjectOf(text, upon).letter!).total;
  expect(total('case t\nsites: there; elsewhere')).toBe(total('case t') + 1);
});

test('the total stays what it is while facts are given', () => {
  const before = completeness('case t\npatient\n  name: Jane Doe');
  const after = completeness('case t\ndate: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1968-03-14');
  expect(after.total).toBe(before.total);
  expect(after.given).toBe(before.given + 2);
});

test('names sections that only the writer can write, until they are written', () => {
  expect(completeness('case t').unwritten).toEqual(['Why']);
  expect(completeness('case t\n---\n## Why\nBecause.').unwritten).toEqual([]);
});
