import { describe, expect, test } from 'vitest';
import { largestLetter } from '../../server/src/workspace/letter-text.js';
import { folderWith, lintJson, lmn } from './folder.js';

const body = (text: string) => `case\ndate: 2026-11-21\n---\n## History\n${text}\n`;

/** Bytes that no editor would write, each with the rule that must speak of them. */
const inputs: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['bytes that are no UTF-8', Buffer.from(body('caf\xe9 \xff\xfe'), 'latin1'), 'unreadable-character'],
  ['a byte order mark', `\uFEFFcase no-such-template\n`, 'unknown-template'],
  ['UTF-16', Buffer.from('\uFEFFcase no-such-template\n', 'utf16le'), 'unknown-template'],
  ['CRLF', body('[patient nam] text').replaceAll('\n', '\r\n'), 'unknown-placeholder'],
  ['CR', body('[patient nam] text').replaceAll('\n', '\r'), 'unknown-placeholder'],
  ['NUL', body('a\0b'), 'unreadable-character'],
  ['a case that names itself as its template', 'case self\n', 'unknown-template'],
  ['a path as a template', 'case ../templates/self.lmn\n', 'unknown-template'],
  ['a drive as a template', 'case C:\\letters\\self.lmn\n', 'unknown-template'],
  ['a picture on a drive', 'case\npractice\n  logo: C:\\pictures\\logo.png\n', 'wrong-value'],
  ['a picture above the workspace', 'case\npractice\n  logo: ..\\..\\logo.png\n', 'wrong-value'],
];

describe('is a finding at a place of the file', () => {
  test.each(inputs)('%s', async (_, content, rule) => {
    const { code, findings, stderr } = await lintJson(folderWith({ 'self.lmn': content }), '.');
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const finding of findings)
      expect(finding).toMatchObject({ file: 'self.lmn', line: expect.any(Number) as number });
  });

  test.each(['', '// nothing\n'])(
    'a file of nothing, or of a comment, is told and is no mistake yet: %j',
    async (content) => {
      const { code, findings } = await lintJson(folderWith({ 'self.lmn': content }), '.');
      expect(code).toBe(0);
      expect(findings).toMatchObject([{ rule: 'unknown-word', severity: 'info', file: 'self.lmn' }]);
    },
  );

  test('two templates of one name, in both files', async () => {
    const template = 'template twin "Twin"\nfor: new-pa\n---\n## A #history\n[patient name]\n';
    const { findings } = await lintJson(
      folderWith({ 'a.lmn': template, 'b.lmn': template, 'c.lmn': 'case twin\n' }),
      '.',
    );
    expect(
      findings
        .filter(({ rule }) => rule === 'duplicate-name')
        .map(({ file, line, column, endColumn }) => [file, line, column, endColumn]),
    ).toEqual([
      ['a.lmn', 1, 10, 14],
      ['b.lmn', 1, 10, 14],
    ]);
  });
});

describe('a file that is far too long for a letter is told and not read', () => {
  const long = `vocabulary v "${'x'.repeat(largestLetter)}"\n`;

  test('and the others are checked', async () => {
    const { code, findings, stderr } = await lintJson(folderWith({ 'long.lmn': long, 'a.lmn': 'case nowhere\n' }), '.');
    expect(stderr).toMatch(/^lmn: .*long\.lmn cannot be read: it is too large: .* more than 4,000,000\.\n$/);
    expect([code, new Set(findings.map(({ file }) => file))]).toEqual([2, new Set(['a.lmn'])]);
  });

  test('one that is named', async () => {
    const cwd = folderWith({ 'long.lmn': `case ${long}` });
    for (const command of [['lint'], ['render', '--to', 'txt']]) {
      const { code, stderr } = await lmn(cwd, ...command, 'long.lmn');
      expect([code, stderr]).toEqual([2, expect.stringContaining('it is too large')]);
    }
  });
});

/** Texts of one kind, of any length, that could make a reader go back and forth. */
const heavy: readonly (readonly [string, (size: number) => string])[] = [
  ['one long line of prose', (size) => body('word '.repeat(size / 5))],
  ['one long line of a value', (size) => `case\npatient\n  name: ${'word '.repeat(size / 5)}\n`],
  ['one long name', (size) => `case\n${'name '.repeat(size / 5)}\n`],
  ['braces', (size) => body('{'.repeat(size))],
  ['brackets', (size) => body('['.repeat(size))],
  ['brackets in the head', (size) => `case\nsubject: ${'['.repeat(size)}\n`],
  ['stars', (size) => body('*'.repeat(size))],
  ['stars and letters', (size) => body('*a '.repeat(size / 3))],
  ['quotations in quotations', (size) => body('> '.repeat(size / 2))],
  ['columns of a table', (size) => body(`${'|'.repeat(size / 2)}\n${'|-'.repeat(size / 4)}`)],
  ['placeholders in one line', (size) => body('[patient name] '.repeat(size / 15))],
  ['lines of the head', (size) => `case\n${'patient: x\n'.repeat(size / 11)}`],
  ['sections', (size) => `case\n---\n${'## A\ntext\n'.repeat(size / 10)}`],
  ['blank lines', (size) => body('\n'.repeat(size))],
  ['backslashes', (size) => body('\\'.repeat(size))],
];

describe('takes a time that grows no faster than the text', () => {
  test.each(heavy)('%s', async (_, make) => {
    const cwd = folderWith({ 'warm.lmn': make(1000), 'small.lmn': make(4_000), 'large.lmn': make(32_000) });
    await lintJson(cwd, 'warm.lmn');
    const small = await cpuOf(cwd, 'small.lmn');
    const large = await cpuOf(cwd, 'large.lmn');
    // Eight times the text: a quadratic reader would take 64 times as long, and more than the second a megabyte that is allowed.
    expect(large).toBeLessThan(Math.max(24 * small, 250));
  });

  /** Processor time in milliseconds: the machine may be doing other things. */
  async function cpuOf(cwd: string, file: string): Promise<number> {
    const before = process.cpuUsage();
    const { code } = await lmn(cwd, 'lint', '--format', 'json', file);
    const { user, system } = process.cpuUsage(before);
    expect(code).toBeLessThan(2);
    return (user + system) / 1000;
  }
});

test('no file is lost among broken ones', async () => {
  const files = Object.fromEntries(
    inputs.map(([, content], index) => [`${String(index).padStart(2, '0')}.lmn`, content]),
  );
  const { stdout } = await lmn(folderWith(files), 'lint', '.');
  expect(stdout).toMatch(new RegExp(`in ${inputs.length} files checked\\.`));
});
