import { chmodSync, linkSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderWith, lmn } from './folder.js';

const template = [
  'template note "Note"',
  '---',
  '[letterhead]',
  '',
  'To whom it may concern,',
  '',
  '## Request #history',
  'I care for [patient name].',
  '',
].join('\n');
const done =
  'case note\ndate: 2026-11-21\npatient\n  name: Maria Alvarez\nprovider\n  name: Dana Whitfield\n  credentials: MD\n  npi: 1234567893\npractice\n  name: Mesa Pain Clinic\n  address: PO Box 1\n    Taos, NM 87571\n  phone: 505-555-0140\n';
const draft = done.replace('  name: Maria Alvarez\n', '');
const other = template.replace('template note', 'template other').replace('I care for', 'I treat');

let cwd = '';
beforeEach(() => {
  cwd = folderWith({
    'note.lmn': template,
    'other.lmn': other,
    'cases/done.lmn': done,
    'cases/draft.lmn': draft,
    'notes.txt': '',
  });
});
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

describe('the letter', () => {
  test('as plain text on stdout', async () => {
    const { code, stdout, stderr } = await lmn(cwd, 'render', 'cases/done.lmn');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('I care for Maria Alvarez.');
    expect(stdout).not.toMatch(/[<>*#]/);
  });

  test.each([
    ['letter.html', /^<!DOCTYPE html>[^]*I care for[^]*Maria Alvarez/],
    ['LETTER.HTM', /^<!DOCTYPE html>/],
    ['letter.md', /^## Request$/m],
    ['letter.markdown', /^## Request$/m],
    ['letter.txt', /I care for Maria Alvarez\./],
  ])('its type from the ending of %s', async (out, expected) => {
    expect(await lmn(cwd, 'render', 'cases/done.lmn', '-o', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read(out)).toMatch(expected);
  });

  test('its type as asked, whatever the ending', async () => {
    expect((await lmn(cwd, 'render', 'cases/done.lmn', '--to', 'html')).stdout).toMatch(/^<!DOCTYPE html>/);
    await lmn(cwd, 'render', 'cases/done.lmn', '-o', 'letter', '--to', 'md');
    expect(read('letter')).toMatch(/^## Request$/m);
  });

  test('of another template', async () =>
    expect((await lmn(cwd, 'render', 'cases/done.lmn', '--template', 'other')).stdout).toContain(
      'I treat Maria Alvarez.',
    ));

  test('written again over the last one', async () => {
    await lmn(cwd, 'render', 'cases/done.lmn', '-o', 'a.txt');
    expect((await lmn(cwd, 'render', 'cases/done.lmn', '--template', 'other', '-o', 'a.txt')).code).toBe(0);
    expect(read('a.txt')).toContain('I treat');
  });

  test('of a case beneath the repository, from a folder in it', async () => {
    const root = folderWith({ '.git/HEAD': '', 'templates/note.lmn': template, 'cases/a.lmn': done });
    expect((await lmn(join(root, 'cases'), 'render', 'a.lmn')).stdout).toContain('I care for Maria Alvarez.');
  });
});

describe('what is missing', () => {
  test('stands in the draft, and one line says so', async () => {
    const { code, stdout, stderr } = await lmn(cwd, 'render', 'cases/draft.lmn');
    expect(code).toBe(0);
    expect(stdout).toContain('I care for [patient name].');
    expect(stdout).toMatch(/^DRAFT: not for sending\n\n/);
    expect(stderr).toBe('lmn: This is a draft: 1 thing is open. With --final it is listed.\n');
  });

  const notWritten =
    'lmn: The letter is not written: 1 thing is open.\n' +
    '  cases/draft.lmn:3:8: patient name: not given. Printed in “Request”. The patient must have it.\n' +
    'lmn: To write it all the same, add --draft: every page then says that it is a draft.\n';

  test.each([
    ['-o', 'letter.html'],
    ['-o', 'letter.pdf'],
    ['-o', 'letter.docx'],
    ['-o', 'letter.md'],
    ['-o', 'letter.txt'],
    ['-o', 'letter.txt', '--final'],
    ['-o', 'cases'],
    ['--final'],
  ])('stops a letter with %s %s: it is listed, and nothing is written', async (...words) => {
    const before = readdirSync(cwd, { recursive: true });
    expect(await lmn(cwd, 'render', 'cases/draft.lmn', ...words)).toEqual({ code: 1, stdout: '', stderr: notWritten });
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test('stops it before an older letter is touched, --force or not', async () => {
    await lmn(cwd, 'render', 'cases/done.lmn', '-o', 'letter.txt');
    const before = read('letter.txt');
    for (const words of [[], ['--force'], ['--final']])
      expect((await lmn(cwd, 'render', 'cases/draft.lmn', '-o', 'letter.txt', ...words)).code).toBe(1);
    expect(read('letter.txt')).toBe(before);
  });

  test('nothing: --final writes it', async () =>
    expect((await lmn(cwd, 'render', 'cases/done.lmn', '--final')).code).toBe(0));

  test('the template: it is a gap', async () => {
    const here = folderWith({ 'a.lmn': 'case gone\n' });
    expect((await lmn(here, 'render', 'a.lmn')).stdout).toContain('gone');
    expect((await lmn(here, 'render', 'a.lmn', '--final')).code).toBe(1);
  });
});

describe('could not run: one line, and nothing is written', () => {
  test.each([
    [[], 'Say which case: lmn render CASE.lmn -o letter.pdf'],
    [['gone.lmn'], 'gone.lmn: there is no such file or folder.'],
    [['cases'], 'Several letters go into a folder, one that is there: lmn render PATH… -o letters/'],
    [['notes.txt'], 'notes.txt: this is no .lmn file.'],
    [
      ['note.lmn'],
      'note.lmn: this is a template. A letter is made of a case: a file whose first line begins with "case".',
    ],
    [
      ['cases/done.lmn', 'cases/draft.lmn'],
      'Several letters go into a folder, one that is there: lmn render PATH… -o letters/',
    ],
    [
      ['cases/done.lmn', '-o', 'letter.doc'],
      'The ending of letter.doc says no type of letter. End it in .pdf, .docx, .html, .md, or .txt, or add --to pdf.',
    ],
    [
      ['cases/done.lmn', '-o', 'letter'],
      'The ending of letter says no type of letter. End it in .pdf, .docx, .html, .md, or .txt, or add --to pdf.',
    ],
    [['cases/done.lmn', '--to', 'rtf'], '--to can be pdf, docx, html, md, or txt, not rtf.'],
    [['cases/done.lmn', '--to', 'pdf'], 'A terminal cannot show PDF. Write it to a file: -o letter.pdf'],
    [['cases/done.lmn', '--to', 'docx'], 'A terminal cannot show Word. Write it to a file: -o letter.docx'],
    [['cases/done.lmn', '-o', 'gone/'], 'gone/: there is no such folder. Make it first.'],
    [['cases/done.lmn', '-o', 'notes.txt/'], 'notes.txt/: this is no folder.'],
    [['cases/done.lmn', '--draft', '--final'], 'Either --draft or --final: a letter is one or the other.'],
    [['cases/done.lmn', '--paper', 'a5'], '--paper can be letter or a4, not a5.'],
    [['cases/done.lmn', '--paper', 'a4'], '--paper is for PDF, Word, and HTML: plain text has no pages.'],
    [['cases/done.lmn', '-o', 'gone/letter.txt'], 'gone/letter.txt: its folder does not exist yet. Make it first.'],
    [['cases/done.lmn', '-o', 'notes.txt/letter.txt'], 'notes.txt/letter.txt: there is no such file or folder.'],
    [
      ['cases/done.lmn', '--to', 'txt', '-o', 'cases/done.lmn'],
      'cases/done.lmn is an .lmn file: a letter is not written over one.',
    ],
    [
      ['cases/done.lmn', '--to', 'txt', '-o', 'note.lmn'],
      'note.lmn is an .lmn file: a letter is not written over one.',
    ],
    [['cases/done.lmn', '--template', 'nota'], 'There is no template nota. Did you mean note?'],
    [
      ['cases/done.lmn', '--template', './note.lmn'],
      'There is no template ./note.lmn. A template is named by its name, the word after "template" in its first line, not by its file. Did you mean note?',
    ],
    [['cases/done.lmn', '--finel'], 'There is no option --finel here. Did you mean --final?'],
  ])('render %j', async (words, line) => {
    expect(await lmn(cwd, 'render', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
    expect(read('cases/done.lmn')).toBe(done);
    expect(read('note.lmn')).toBe(template);
  });

  test.skipIf(process.platform === 'win32')('not over the case under another name of it', async () => {
    linkSync(join(cwd, 'cases/done.lmn'), join(cwd, 'hard.txt'));
    symlinkSync(join(cwd, 'cases/done.lmn'), join(cwd, 'soft.txt'));
    const say = async (out: string) => (await lmn(cwd, 'render', 'cases/done.lmn', '-o', out)).stderr;
    expect(await say('hard.txt')).toBe('lmn: hard.txt is the case itself. Write the letter to another file.\n');
    expect(await say('soft.txt')).toBe('lmn: soft.txt is an .lmn file: a letter is not written over one.\n');
    expect(read('cases/done.lmn')).toBe(done);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('without permission to write', async () => {
    const locked = folderWith({ 'x/y': '' });
    chmodSync(join(locked, 'x'), 0o500);
    const { code, stderr } = await lmn(cwd, 'render', 'cases/done.lmn', '-o', join(locked, 'x/letter.txt'));
    chmodSync(join(locked, 'x'), 0o700);
    expect(code).toBe(2);
    expect(stderr).toMatch(/could not be written: you have no permission\.\n$/);
  });
});

describe('pictures in HTML', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const withLogo = (path: string) => `${done}  logo: ${path}\n`;
  const render = async (logo: string, files: Record<string, string | Uint8Array>) => {
    cwd = folderWith({ 'note.lmn': template, 'a.lmn': withLogo(logo), ...files });
    return lmn(cwd, 'render', 'a.lmn', '--to', 'html');
  };

  test('become part of the letter', async () => {
    const { stdout, stderr } = await render('images/logo.png', { 'images/logo.png': png });
    expect(stdout).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
    expect(stderr).toBe('');
  });

  test('one that is not there is left out, and said', async () => {
    const { code, stdout, stderr } = await render('images/logo.png', {});
    expect(code).toBe(0);
    expect(stdout).not.toContain('<img');
    expect(stderr).toBe('lmn: A picture of the letter was left out: there is no such file or folder.\n');
  });

  test('one that is larger than 5 MB is left out, and said', async () => {
    cwd = folderWith({ 'note.lmn': template, 'a.lmn': withLogo('logo.png'), 'logo.png': png });
    truncateSync(join(cwd, 'logo.png'), 5 * 1024 * 1024 + 1);
    const { stdout, stderr } = await lmn(cwd, 'render', 'a.lmn', '--to', 'html');
    expect(stdout).not.toContain('<img');
    expect(stderr).toBe('lmn: A picture of the letter was left out: it is larger than 5 MB.\n');
  });

  test.skipIf(process.platform === 'win32')(
    'one outside the workspace is never read, not through a link either',
    async () => {
      const outside = folderWith({ 'logo.png': png });
      cwd = folderWith({ 'note.lmn': template, 'a.lmn': withLogo('images/logo.png') });
      symlinkSync(outside, join(cwd, 'images'));
      const { stdout, stderr } = await lmn(cwd, 'render', 'a.lmn', '--to', 'html');
      expect(stdout).not.toContain('<img');
      expect(stderr).toMatch(/left out: it is no PNG or JPEG file inside the workspace/);
      expect((await render(`../${outside.split('/').at(-1)}/logo.png`, {})).stdout).not.toContain('<img');
      expect((await render(`${outside}/logo.png`, {})).stdout).not.toContain('<img');
    },
  );
});
