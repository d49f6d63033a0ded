import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderWith, lmn, lmnWith } from './folder.js';

const template =
  'template note "Note"\n---\nTo whom it may concern,\n\n## Request #history\nI care for [patient name].\n';
const letter = (name: string, reference = '') =>
  `case note\ndate: 2026-11-21\n${reference === '' ? '' : `reference number: ${reference}\n`}patient${name === '' ? '' : `\n  name: ${name}`}\nprovider\n  name: Dana Whitfield\n  credentials: MD\n  npi: 1234567893\n`;

let cwd = '';
beforeEach(() => {
  cwd = folderWith({
    'note.lmn': template,
    'lmn.config.json': '{ "export": { "fileName": "[case]" } }',
    'cases/a.lmn': letter('Maria Alvarez'),
    'cases/b.lmn': letter(''),
    'cases/late/c.lmn': letter('Rosa Diaz'),
    'cases/late/d.lmn': letter(''),
    'out/keep': '',
  });
});
const written = () => readdirSync(join(cwd, 'out')).filter((name) => name !== 'keep');

describe('letters of many cases', () => {
  test.each([
    ['a folder', ['cases']],
    ['files', ['cases/a.lmn', 'cases/b.lmn', 'cases/late/c.lmn', 'cases/late/d.lmn']],
    ['a pattern', ['cases/**/*.lmn']],
    ['all that is there: templates are no cases', ['.']],
    ['some of it twice', ['cases', 'cases/a.lmn']],
  ])('go into a folder, of %s; those that are not final stay, and are listed', async (_, words) => {
    expect(await lmn(cwd, 'render', ...words, '--to', 'txt', '-o', 'out')).toEqual({
      code: 1,
      stdout: 'out/a.txt\nout/c.txt\n',
      stderr: [
        'lmn: 2 of 4 letters written; 2 not final:',
        '  cases/b.lmn: 1 thing is open',
        '    cases/b.lmn:3:8: patient name: not given. Printed in “Request”. The patient must have it.',
        '  cases/late/d.lmn: 1 thing is open',
        '    cases/late/d.lmn:3:8: patient name: not given. Printed in “Request”. The patient must have it.',
        'lmn: Open in several letters:',
        '  in 2: patient name: not given',
        'lmn: To write them all the same, add --draft: every page then says that it is a draft.',
        '',
      ].join('\n'),
    });
    expect(written()).toEqual(['a.txt', 'c.txt']);
    expect(readFileSync(join(cwd, 'out/a.txt'), 'utf8')).toContain('I care for Maria Alvarez.');
  });

  test('are drafts with --draft, and what is open is listed all the same', async () => {
    const { code, stderr } = await lmn(cwd, 'render', 'cases', '-o', 'out', '--to', 'md', '--draft');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^lmn: 4 of 4 drafts written; 2 could not be sent:\n {2}cases\/b\.lmn: 1 thing is open\n/);
    expect(stderr).not.toContain('--draft');
    expect(written()).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
    for (const name of written()) expect(readFileSync(join(cwd, 'out', name), 'utf8')).toMatch(/^\*\*DRAFT/);
  });

  test('are PDF where nothing says otherwise', async () => {
    expect((await lmn(cwd, 'render', 'cases/late', '-o', 'out/')).stdout).toBe('out/c.pdf\n');
    expect(readFileSync(join(cwd, 'out/c.pdf'), 'latin1')).toMatch(/^%PDF/);
  });

  test('that the fonts of PDF cannot print stay too', async () => {
    writeFileSync(join(cwd, 'cases/b.lmn'), letter('דינה'));
    const { code, stderr } = await lmn(cwd, 'render', 'cases/a.lmn', 'cases/b.lmn', '-o', 'out');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^lmn: 1 of 2 letters written; 1 not final:\n {2}cases\/b\.lmn: its PDF cannot print some of it\n/,
    );
    expect(stderr).not.toContain('דינה');
  });
});

describe('one that fails keeps no other back, and the exit code is 2', () => {
  test('a file that somebody has worked on stays', async () => {
    writeFileSync(join(cwd, 'out/a.txt'), 'mine');
    const { code, stdout, stderr } = await lmn(cwd, 'render', 'cases', '-o', 'out', '--to', 'txt');
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'out/c.txt\n' });
    expect(stderr).toContain('lmn: cases/a.lmn: out/a.txt is not as lmn wrote it: somebody made or changed it.');
    expect(stderr).toContain('lmn: 1 of 4 letters written; 2 not final:');
    expect(readFileSync(join(cwd, 'out/a.txt'), 'utf8')).toBe('mine');
  });

  test('two cases never take one name, --force or not', async () => {
    writeFileSync(join(cwd, 'lmn.config.json'), '{}');
    writeFileSync(join(cwd, 'cases/b.lmn'), letter('Ann Lee', 'R-1'));
    for (const words of [[], ['--force']]) {
      const { code, stderr } = await lmn(cwd, 'render', 'cases', '-o', 'out', '--to', 'txt', ...words);
      expect(code).toBe(2);
      expect(stderr).toContain('cases/late/c.lmn: out/note 2026-11-21.txt is the letter of cases/a.lmn already.');
    }
    expect(written()).toEqual(['note 2026-11-21 R-1.txt', 'note 2026-11-21.txt']);
    expect(readFileSync(join(cwd, 'out/note 2026-11-21.txt'), 'utf8')).toContain('Maria Alvarez');
  });

  test('a case that cannot be read', async () => {
    writeFileSync(join(cwd, 'cases/b.lmn'), Buffer.from([0xff, 0xfe, 0x00]));
    const { code, stdout } = await lmn(cwd, 'render', 'cases', '-o', 'out', '--to', 'txt');
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'out/a.txt\nout/c.txt\n' });
  });
});

describe('could not run: nothing is written', () => {
  test.each([
    [['cases'], 'Several letters go into a folder, one that is there: lmn render PATH… -o letters/'],
    [['cases', '-o', 'all.pdf'], 'Several letters go into a folder, one that is there: lmn render PATH… -o letters/'],
    [['cases', '-o', 'gone/'], 'gone/: there is no such folder. Make it first.'],
    [
      ['cases', 'note.lmn', '-o', 'out'],
      'note.lmn: this is a template. A letter is made of a case: a file whose first line begins with "case".',
    ],
    [['*.lmn', '-o', 'out'], 'There is no case in *.lmn.'],
    [
      ['cases/*.txt', '-o', 'out'],
      'cases/*.txt: no .lmn file matches, but for what .gitignore and .lmnignore may leave out.',
    ],
    [['cases', '-o', 'out', '--template', 'nota'], 'There is no template nota. Did you mean note?'],
    [['cases', '-o', 'out', '--draft', '--final'], 'Either --draft or --final: a letter is one or the other.'],
  ])('render %j', async (words, line) => {
    expect(await lmn(cwd, 'render', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
    expect(written()).toEqual([]);
  });
});

describe('how far it is', () => {
  const timed = (isWatched: boolean) => {
    let time = 0;
    return lmnWith(
      cwd,
      { isWatched, now: () => new Date((time += 400)) },
      ...['render', 'cases', '-o', 'out', '--to', 'txt'],
    );
  };

  test('is told on a terminal after a second, and taken away before anything is written', async () => {
    const { stderr } = await timed(true);
    expect(stderr).toMatch(/^\r\u001b\[2K\[#+\.+\] \d of 4 letters\r/);
    for (const line of stderr.split('\n')) expect(line).not.toMatch(/letters.*lmn: (?<!\r\u001b\[2Klmn: )/);
    expect(stderr.split('\u001b[2K').at(-1)).toMatch(/^lmn: 2 of 4 letters written/);
  });

  test('is not told where nobody watches', async () => {
    expect((await timed(false)).stderr).toMatch(/^lmn: 2 of 4/);
  });
});
