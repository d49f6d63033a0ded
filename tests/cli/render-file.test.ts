import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderWith, lmn, lmnWith, stateOf } from './folder.js';

const posix = test.skipIf(process.platform === 'win32');

const template =
  'template note "Note"\n---\nTo whom it may concern,\n\n## Request #history\nI care for [patient name].\n';
const done =
  'case note\ndate: 2026-11-21\nreference number: BM-0000-4417\npatient\n  name: Maria Alvarez\nprovider\n  name: Dana Whitfield\n  credentials: MD\n  npi: 1234567893\npractice\n  name: Mesa Pain Clinic\n  address: PO Box 1\n    Taos, NM 87571\n  phone: 505-555-0140\n';
const lacking = done.replace('  name: Maria Alvarez\n', '');
const wrong = done.replace('1234567893', '1234567890');

let cwd = '';
beforeEach(() => {
  cwd = folderWith({
    'note.lmn': template,
    'a.lmn': done,
    'lacking.lmn': lacking,
    'wrong.lmn': wrong,
    'sent/.keep': '',
  });
});
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const write = (name: string, content: string) => writeFileSync(join(cwd, name), content);
const render = (...words: string[]) => lmn(cwd, 'render', ...words);
const fine = { code: 0, stdout: '', stderr: '' };

describe('PDF and Word', () => {
  test.each([
    ['letter.pdf', '%PDF-'],
    ['LETTER.PDF', '%PDF-'],
    ['letter.docx', 'PK\u0003\u0004'],
  ])('%s', async (out, begin) => {
    expect(await render('a.lmn', '-o', out)).toEqual(fine);
    expect(readFileSync(join(cwd, out), 'latin1').slice(0, begin.length)).toBe(begin);
  });

  test('to a pipe, byte for byte what the file has', async () => {
    await render('a.lmn', '-o', 'letter.docx');
    const written: Uint8Array[] = [];
    const stdout = { write: () => undefined, writeBytes: (bytes: Uint8Array) => void written.push(bytes) };
    expect(await lmnWith(cwd, { stdout }, 'render', 'a.lmn', '--to', 'docx')).toEqual(fine);
    expect(Buffer.concat(written)).toEqual(readFileSync(join(cwd, 'letter.docx')));
  });

  test('on the paper that is asked for, else configured, else US Letter', async () => {
    const size = async (...words: string[]) => {
      await render('a.lmn', '-o', 'letter.html', '--force', ...words);
      return /@page \{\s+size: (\w+);/.exec(read('letter.html'))?.[1];
    };
    expect(await size()).toBe('letter');
    write('lmn.config.json', '{ "export": { "paper": "a4" } }');
    expect(await size()).toBe('A4');
    expect(await size('--paper', 'letter')).toBe('letter');
  });

  test('an ending that says another type than --to is told', async () => {
    const { code, stderr } = await render('a.lmn', '-o', 'letter.pdf', '--to', 'txt');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'lmn: .pdf is the ending of PDF; what is in letter.pdf is plain text.\n',
    });
  });

  const hebrew = done.replace('Maria Alvarez', 'דנה לוי');
  test('what the fonts of a PDF cannot print keeps it from being written', async () => {
    write('a.lmn', hebrew);
    const { code, stdout, stderr } = await render('a.lmn', '-o', 'letter.pdf');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^lmn: The letter is not written as PDF, because its fonts cannot print:\n( {2}.*Hebrew.*\n)+lmn: Write the letter as Word or HTML \(-o letter\.docx\), or that part in Latin letters\.\n$/,
    );
    expect(stderr).not.toContain('דנה');
    expect(existsSync(join(cwd, 'letter.pdf'))).toBe(false);
  });

  test('in a draft it is told, and the draft is written', async () => {
    write('a.lmn', hebrew);
    const { code, stderr } = await render('a.lmn', '-o', 'letter.pdf', '--draft');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^lmn: In this PDF a mark stands for what its fonts cannot print:\n/);
    expect(existsSync(join(cwd, 'letter.pdf'))).toBe(true);
  });
});

describe('a draft', () => {
  test.each([
    ['letter.txt', /^DRAFT: not for sending\n\n/],
    ['letter.md', /^\*\*DRAFT: not for sending\*\*\n\n/],
    ['letter.html', /content: "DRAFT"/],
  ])('%s says so, and what is open', async (out, mark) => {
    expect(await render('lacking.lmn', '-o', out, '--draft')).toEqual({
      ...fine,
      stderr: 'lmn: This is a draft: 1 thing is open. Without --draft it is listed.\n',
    });
    expect(read(out)).toMatch(mark);
    expect(await render('a.lmn', '-o', out, '--force')).toEqual(fine);
    expect(read(out)).not.toMatch(/DRAFT|class="draft"/);
  });

  test.each(['letter.pdf', 'letter.docx'])('%s', async (out) => {
    expect((await render('lacking.lmn', '-o', out, '--draft')).code).toBe(0);
    expect(existsSync(join(cwd, out))).toBe(true);
  });

  test('of a letter that has nothing open is one too', async () => {
    expect((await render('a.lmn', '-o', 'letter.txt', '--draft')).stderr).toBe(
      'lmn: This is a draft, as asked: nothing is open. Without --draft the letter is final.\n',
    );
    expect(read('letter.txt')).toMatch(/^DRAFT/);
    expect((await render('a.lmn', '--draft')).stdout).toMatch(/^DRAFT/);
  });
});

describe('the gate', () => {
  test('an error of lmn lint, with its place and rule', async () => {
    expect(await render('wrong.lmn', '-o', 'letter.pdf')).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^lmn: The letter is not written: 1 thing is open\.\n {2}wrong\.lmn:9:8: .* \(npi\)\nlmn: To write it all the same, add --draft: /,
      ) as string,
    });
    expect((await render('wrong.lmn')).stdout).toMatch(/^DRAFT/);
  });

  test('none where the configuration or a comment with its reason says so', async () => {
    write('lmn.config.json', '{ "rules": { "npi": "warning" } }');
    expect((await render('wrong.lmn', '-o', 'letter.txt')).code).toBe(0);
    rmSync(join(cwd, 'lmn.config.json'));
    write('wrong.lmn', wrong.replace('\n', '\n// lmn-disable-file npi -- issued so\n'));
    expect((await render('wrong.lmn', '-o', 'letter.txt')).code).toBe(0);
  });

  test('a gap whatever the configuration says', async () => {
    write('lmn.config.json', '{ "rules": { "missing-field": "off" } }');
    expect((await render('lacking.lmn', '-o', 'letter.txt')).code).toBe(1);
  });

  test('a mistake of the configuration stops before it', async () => {
    write('lmn.config.json', '{ "papr": { "size": "a4" } }');
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'lmn: lmn.config.json:1:3: Nothing is set by "papr". Did you mean "paper"?\n',
    });
  });

  test('the template that --template names counts, not the one of the case', async () => {
    write(
      'other.lmn',
      template.replace('template note', 'template other').replace('[patient name]', '[patient phone]'),
    );
    const { code, stderr } = await render('a.lmn', '--template', 'other', '-o', 'letter.txt');
    expect(code).toBe(1);
    expect(stderr).toContain('patient phone: not given.');
  });
});

describe('into a folder', () => {
  test.each(['sent', 'sent/'])('%s: as PDF, under a name without the patient, which is printed', async (folder) => {
    expect(await render('a.lmn', '-o', folder)).toEqual({
      ...fine,
      stdout: `${join('sent', 'note 2026-11-21 BM-0000-4417.pdf')}\n`,
    });
    expect(readdirSync(join(cwd, 'sent'))).toEqual(['.keep', 'note 2026-11-21 BM-0000-4417.pdf']);
  });

  test('as the type asked for, under the name of the configuration', async () => {
    write('lmn.config.json', '{ "export": { "fileName": "[patient name] ([case])" } }');
    expect((await render('a.lmn', '-o', 'sent', '--to', 'md')).stdout).toBe(
      `${join('sent', 'Maria Alvarez (a).md')}\n`,
    );
  });

  test('a name in the pattern that no field has is told', async () => {
    write('lmn.config.json', '{ "export": { "fileName": "[template] [refrence number]" } }');
    const { stdout, stderr } = await render('a.lmn', '-o', 'sent', '--to', 'md');
    expect(stdout).toBe(`${join('sent', 'note.md')}\n`);
    expect(stderr).toMatch(/^lmn: The file's name leaves out \[refrence number\]/);
  });

  test("another case's letter of the same name stays", async () => {
    write('b.lmn', done.replace('Maria Alvarez', 'Elena Marquez'));
    const { stdout } = await render('a.lmn', '-o', 'sent', '--to', 'txt');
    const { code, stderr } = await render('b.lmn', '-o', 'sent', '--to', 'txt');
    expect(code).toBe(2);
    expect(stderr).toMatch(/is the letter of another case\. .*--force\.\n$/);
    expect(read(stdout.trim())).toContain('Maria Alvarez');
    expect((await render('b.lmn', '-o', 'sent', '--to', 'txt', '--force')).code).toBe(0);
    expect(read(stdout.trim())).toContain('Elena Marquez');
  });
});

describe('a file that is there', () => {
  const refused = (name: string) => ({
    code: 2,
    stdout: '',
    stderr: `lmn: ${name} is not as lmn wrote it: somebody made or changed it. It stays; to replace it, add --force.\n`,
  });
  const change = () => write('a.lmn', done.replace('Alvarez', 'Marquez'));

  test('is replaced where it is as it was written', async () => {
    await render('a.lmn', '-o', 'letter.txt');
    change();
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(fine);
    expect(read('letter.txt')).toContain('Marquez');
  });

  test('stays where somebody changed it since, but for --force', async () => {
    await render('a.lmn', '-o', 'letter.txt');
    const edited = `${read('letter.txt')}My own words.\n`;
    write('letter.txt', edited);
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(refused('letter.txt'));
    expect(read('letter.txt')).toBe(edited);
    expect(await render('a.lmn', '-o', 'letter.txt', '--force')).toEqual(fine);
    change();
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(fine);
  });

  test('stays where somebody else made it, be it empty', async () => {
    write('letter.txt', '');
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(refused('letter.txt'));
  });

  test('that is what would be written needs no asking, and is known from then on', async () => {
    write('letter.txt', (await render('a.lmn')).stdout);
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(fine);
    change();
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(fine);
  });

  test('under another spelling of its path is the same file', async () => {
    mkdirSync(join(cwd, 'x'));
    await render('a.lmn', '-o', 'letter.txt');
    change();
    expect(await render('a.lmn', '-o', 'x/../letter.txt')).toEqual(fine);
  });

  test('named by the user is replaced by the letter of another case', async () => {
    write('b.lmn', done.replace('Maria Alvarez', 'Elena Marquez'));
    await render('a.lmn', '-o', 'letter.txt');
    expect(await render('b.lmn', '-o', 'letter.txt')).toEqual(fine);
  });

  test.each([
    ['is gone', (state: string) => rmSync(state, { recursive: true })],
    ['is damaged', (state: string) => readdirSync(state).forEach((name) => writeFileSync(join(state, name), 'x'))],
    [
      'is a file',
      (state: string) => {
        rmSync(state, { recursive: true });
        writeFileSync(state, '');
      },
    ],
  ])('is asked for where what was remembered %s', async (_, spoil) => {
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(fine);
    spoil(stateOf(cwd));
    change();
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(refused('letter.txt'));
    expect(await render('a.lmn', '-o', 'letter.txt', '--force')).toEqual(fine);
  });

  test('is asked for where nothing can be remembered', async () => {
    const forgetful = (...words: string[]) => lmnWith(cwd, { stateFolder: undefined }, 'render', 'a.lmn', ...words);
    expect(await forgetful('-o', 'letter.txt')).toEqual(fine);
    change();
    expect(await forgetful('-o', 'letter.txt')).toEqual(refused('letter.txt'));
  });

  posix('that somebody else could have written the memory of is asked for', async () => {
    await render('a.lmn', '-o', 'letter.txt');
    chmodSync(stateOf(cwd), 0o777);
    change();
    expect(await render('a.lmn', '-o', 'letter.txt')).toEqual(refused('letter.txt'));
  });

  test('is remembered without names or values', async () => {
    await render('a.lmn', '-o', 'letter.txt');
    const kept = readdirSync(stateOf(cwd)).map((name) => `${name} ${readFileSync(join(stateOf(cwd), name), 'utf8')}`);
    expect(kept.join('')).toMatch(/^written-[0-9a-f]{40} [0-9a-f]{64} [0-9a-f]{64}\n$/);
  });
});

describe('where it is written', () => {
  posix('through a link: the link stays', async () => {
    symlinkSync('sent/real.txt', join(cwd, 'link.txt'));
    expect(await render('a.lmn', '-o', 'link.txt')).toEqual(fine);
    expect(readlinkSync(join(cwd, 'link.txt'))).toBe('sent/real.txt');
    expect(read('sent/real.txt')).toContain('Maria Alvarez');
    expect(await render('a.lmn', '--draft', '-o', 'link.txt')).toMatchObject({ code: 0 });
    expect(readlinkSync(join(cwd, 'link.txt'))).toBe('sent/real.txt');
    expect(readdirSync(join(cwd, 'sent'))).toEqual(['.keep', 'real.txt']);
  });

  posix('not through a link to an .lmn file that is not there yet', async () => {
    symlinkSync('new.lmn', join(cwd, 'link.txt'));
    expect((await render('a.lmn', '-o', 'link.txt')).code).toBe(2);
    expect(existsSync(join(cwd, 'new.lmn'))).toBe(false);
  });

  posix('with the permissions of a new file, or of the one that was there', async () => {
    write('plain.txt', '');
    await render('a.lmn', '-o', 'letter.txt');
    expect(statSync(join(cwd, 'letter.txt')).mode).toBe(statSync(join(cwd, 'plain.txt')).mode);
    chmodSync(join(cwd, 'letter.txt'), 0o600);
    await render('a.lmn', '-o', 'letter.txt', '--draft');
    expect(statSync(join(cwd, 'letter.txt')).mode & 0o777).toBe(0o600);
  });

  posix('another name of the file that was there keeps the old letter', async () => {
    await render('a.lmn', '-o', 'letter.txt');
    linkSync(join(cwd, 'letter.txt'), join(cwd, 'copy.txt'));
    const before = read('copy.txt');
    await render('a.lmn', '-o', 'letter.txt', '--draft');
    expect(read('copy.txt')).toBe(before);
  });

  posix('into what is no file, without replacing it', async () => {
    expect(await render('a.lmn', '-o', '/dev/null', '--to', 'txt')).toEqual(fine);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const reader = spawn('cat', ['pipe'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    const heard = text(reader.stdout);
    expect(await render('a.lmn', '-o', 'pipe', '--to', 'txt')).toEqual(fine);
    expect(await heard).toContain('I care for Maria Alvarez.');
    expect(statSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });

  test('a name with a letter of many bytes, as long as the system takes', async () => {
    const name = `${'é'.repeat(120)}.txt`;
    expect(await render('a.lmn', '-o', name)).toEqual(fine);
    expect(await render('a.lmn', '-o', `${'é'.repeat(400)}.txt`)).toMatchObject({ code: 2 });
    expect(readdirSync(cwd).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
  });
});
