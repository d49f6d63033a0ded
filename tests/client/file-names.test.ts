import { describe, expect, test } from 'vitest';
import { freeName, proposedName, withEnding } from '../../client/src/export/file-names.js';

describe('the name that is proposed', () => {
  test('has the ending of its format', () =>
    expect(proposedName('note 2026-11-21', false, 'pdf')).toBe('note 2026-11-21.pdf'));
  test('says that a draft is one', () =>
    expect(proposedName('note 2026-11-21', true, 'docx')).toBe('DRAFT note 2026-11-21.docx'));
});

describe('what is typed gets the ending that opens it', () => {
  test.each([
    ['/a/letter.pdf', 'pdf', '/a/letter.pdf'],
    ['/a/letter.PDF', 'pdf', '/a/letter.PDF'],
    ['/a/letter', 'pdf', '/a/letter.pdf'],
    ['/a/letter.', 'pdf', '/a/letter.pdf'],
    ['/a/letter 1.2', 'docx', '/a/letter 1.2.docx'],
    ['/a/letter.docx', 'pdf', '/a/letter.docx.pdf'],
    ['/a/case.lmn', 'html', '/a/case.lmn.html'],
    ['/a/letter.htm', 'html', '/a/letter.htm'],
  ] as const)('%s as %s', (path, format, expected) => expect(withEnding(path, format)).toBe(expected));
});

describe('another name', () => {
  const free = (name: string, ...taken: string[]) => freeName(name, (one) => Promise.resolve(taken.includes(one)));

  test('is the next number', async () => expect(await free('note.docx', 'note.docx')).toBe('note 2.docx'));
  test('is one that is not taken', async () =>
    expect(await free('note.docx', 'note.docx', 'note 2.docx', 'note 3.docx')).toBe('note 4.docx'));
  test('keeps the dots of the name', async () => expect(await free('Dr. Ruiz v1.5.pdf')).toBe('Dr. Ruiz v1.5 2.pdf'));
  test('keeps the number of a date', async () =>
    expect(await free('note 2026-11-21.pdf')).toBe('note 2026-11-21 2.pdf'));
  test('counts on from a number', async () => expect(await free('note 2.pdf', 'note 2.pdf')).toBe('note 3.pdf'));
  test('is the same where all are taken: then the dialog asks', async () =>
    expect(await freeName('note.pdf', () => Promise.resolve(true))).toBe('note.pdf'));
});
