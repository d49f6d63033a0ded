import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'langium';
import { afterEach, describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { diskLater } from '../../server/src/disk/disk-later.js';
import { editorFiles } from '../../server/src/editor/workspace/editor-files.js';
import {
  type ExportCheck,
  exportCheckRequest,
  type ExportWrite,
  exportWriteRequest,
} from '../../server/src/protocol/export.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { type Files, folderWith, lintJson, lmn } from '../cli/folder.js';
import { Session } from '../support/session.js';

/** Links need a right that not every Windows user has. */
const linked = describe.skipIf(process.platform === 'win32');

const template = (name: string, field: string) =>
  `template ${name}\n${field} (text): What it says.\n---\n[letterhead]\n\n## Request\n[${field}] for [patient name]\n\n[signature]\n`;
const caseOf = (name: string, field: string, logo = 'logo.png') =>
  `case ${name}\n${field}: given\npractice\n  name: Mesa Clinic\n  logo: ${logo}\n`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const odd = ['a#b', 'a%b', 'a%20b', 'two words', '😀', 'a(1)', 'a+b&c', 'é', 'e\u0301', "it's"];

/** One folder with everything in it that two programs could read in two ways. */
function hostileFolder(): string {
  const outside = folderWith({
    't.lmn': template('outer', 'x'),
    'secret.json': '{ "rules": { "unknown-template": "off" } }',
    'scan.png': png,
  });
  const root = folderWith({
    '.git/HEAD': '',
    '.git/t.lmn': template('hidden', 'x'),
    '.gitignore': 'ignored/\n*.draft.lmn\ntaken/\nwith space/\n',
    '.lmnignore': '!taken/\n',
    'lmn.config.json': '{ "extends": ["./rules/strict.json", "pack"], "rules": { "unused-field": "off" } }',
    'rules/strict.json': '{ "rules": { "unknown-field": "warning" } }',
    'node_modules/pack/lmn.config.json': '{ "rules": { "unused-field": "error", "duplicate-name": "warning" } }',
    'node_modules/pack/t.lmn': template('packed', 'x'),
    'ignored/t.lmn': template('ignored', 'x'),
    'x.draft.lmn': template('draft', 'x'),
    'taken/t.lmn': template('taken', 'x'),
    'with space/t.lmn': template('spaced', 'x'),
    'out/t.lmn': template('out', 'x'),
    '.store/t.lmn': template('stored', 'x'),
    'T.lmn': template('twice', 'x'),
    't.lmn': template('twice', 'y'),
    'dup=.lmn': template('sorted', 'x'),
    'dup-.lmn': template('sorted', 'y'),
    'own/lmn.config.json': '{ "root": true }',
    'own/t.lmn': template('own', 'z'),
    'own/case.lmn': caseOf('own', 'z'),
    'folder.lmn/t.lmn': template('in-folder', 'x'),
    'utf16.lmn': Buffer.from(`\uFEFF${template('wide', 'x')}`, 'utf16le'),
    'logo.png': png,
    'not.png': 'no picture',
    'dir.png/x': '',
    ...Object.fromEntries(odd.map((name) => [`${name}.lmn`, caseOf('out', 'x', `${name}.png`)])),
    ...Object.fromEntries(odd.map((name) => [`${name}.png`, png])),
    ...Object.fromEntries(
      [
        'hidden',
        'packed',
        'ignored',
        'draft',
        'taken',
        'spaced',
        'out',
        'stored',
        'twice',
        'sorted',
        'own',
        'in-folder',
        'wide',
        'outer',
        'linked',
      ].map((name) => [`cases/${name}.lmn`, caseOf(name, 'x')]),
    ),
    ...Object.fromEntries(
      ['not.png', 'dir.png', 'gone.png', 'way-out.png', 'around.png', 'LOGO.PNG', '../logo.png', 'dangling.png'].map(
        (name, index) => [`cases/picture-${String(index)}.lmn`, caseOf('out', 'x', name)],
      ),
    ),
  });
  symlinkSync(join(outside, 't.lmn'), join(root, 'link-out.lmn'));
  symlinkSync(outside, join(root, 'folder-out'));
  symlinkSync(join(outside, 'scan.png'), join(root, 'way-out.png'));
  symlinkSync(join(root, '.store'), join(root, 'stored-link'));
  symlinkSync(root, join(root, 'out/around'));
  symlinkSync(join(root, 'loop'), join(root, 'loop'));
  symlinkSync('logo.png', join(root, 'around.png'));
  symlinkSync('nowhere', join(root, 'dangling.png'));
  symlinkSync(join(root, 'out/t.lmn'), join(root, 'a-first.lmn'));
  return root;
}

let session: Session | undefined;
afterEach(() => {
  session?.end();
  session = undefined;
});

async function openIn(root: string): Promise<Session> {
  const nobody = { sendRequest: () => Promise.reject(new Error('Nobody is asked.')) };
  const disk = editorFiles(nobody, diskLater);
  session = await Session.start({ shipped: shippedFiles, disk, folders: [URI.file(root).toString()], trusted: true });
  await session.settle();
  return session;
}

const severities: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

linked('one hostile folder, read by the command line and by the editor', () => {
  test('the same files, with the same findings at the same places', async () => {
    const root = hostileFolder();
    const { findings, code } = await lintJson(root, '.');
    const { stderr } = await lmn(root, 'lint', '--debug', '.');
    const editor = await openIn(root);
    const { Files } = editor.server.lmn.letters;
    const known = [...Files.all()].map(({ uri }) => URI.parse(uri).fsPath.slice(root.length + 1)).sort();
    expect(code).toBe(1);
    expect(stderr).toContain('left out');
    const said: unknown[] = [];
    for (const name of known) {
      const uri = URI.file(join(root, name)).toString();
      const read = await Files.read(uri);
      editor.openFile(uri, read?.text ?? '');
      await editor.settle();
      for (const { code, message, severity, range } of editor.diagnostics.get(uri) ?? [])
        said.push([
          name,
          code,
          severity,
          message,
          range.start.line + 1,
          range.start.character + 1,
          range.end.line + 1,
          range.end.character + 1,
        ]);
    }
    const printed = findings.map((one) => [
      one.file,
      one.rule,
      severities[one.severity],
      one.message,
      one.line,
      one.column,
      one.endLine,
      one.endColumn,
    ]);
    const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(said)).toEqual(sorted(printed));
    const unknown = findings
      .filter(({ rule }) => rule === 'unknown-template')
      .map(({ file }) => file)
      .sort();
    expect(unknown).toEqual(
      ['draft', 'hidden', 'ignored', 'linked', 'outer', 'own', 'packed', 'spaced'].map((name) => `cases/${name}.lmn`),
    );
    for (const name of odd) expect(known).toContain(`${name}.lmn`);
  });

  test('the same gate and the same pictures for each case', async () => {
    const root = hostileFolder();
    const editor = await openIn(root);
    const names = [...editor.server.lmn.letters.Files.all()]
      .filter(({ kind }) => kind === 'case')
      .map(({ uri }) => URI.parse(uri).fsPath.slice(root.length + 1));
    const pictured: string[] = [];
    for (const name of names) {
      const uri = URI.file(join(root, name)).toString();
      const { stderr } = await lmn(root, 'render', name, '-o', 'letter.html');
      const listed = stderr.split('\n').flatMap((line) => /^ {2}(?:.*?:(\d+):(\d+): )?(.*)$/.exec(line)?.[3] ?? []);
      const check: ExportCheck = await editor.client.sendRequest(exportCheckRequest, { uri, type: 'html' });
      const items =
        check.kind === 'letter' ? check.open.map(({ what, why }) => (why === '' ? what : `${what}: ${why}`)) : [];
      expect([name, items.length]).toEqual([name, listed.length]);
      for (const [index, item] of items.entries())
        expect(`${name} ${listed[index] ?? ''}`).toContain(item.split(':')[0] ?? item);
      const { stdout } = await lmn(root, 'render', name, '--draft', '--to', 'html');
      const write: ExportWrite = await editor.client.sendRequest(exportWriteRequest, {
        uri,
        type: 'html',
        draft: true,
      });
      const html = write.kind === 'file' ? Buffer.from(write.content, 'base64').toString() : '';
      const images = (text: string): string[] => [...text.matchAll(/data:image\/[^"]*/g)].map(([found]) => found);
      expect([name, images(html)]).toEqual([name, images(stdout)]);
      if (images(html).length > 0) pictured.push(name);
    }
    for (const name of odd) if (!name.includes('%')) expect(pictured).toContain(`${name}.lmn`);
    const refused = [0, 1, 2, 3, 6, 7].map((index) => `cases/picture-${String(index)}.lmn`);
    expect(pictured.filter((name) => refused.includes(name))).toEqual([]);
    expect(pictured).toContain('cases/picture-4.lmn');
  }, 60_000);

  test.each<[string, Files, ((root: string) => void)?]>([
    ['a package without its ./', { 'lmn.config.json': '{ "extends": "rules/strict" }' }],
    ['a package with ..', { 'lmn.config.json': '{ "extends": "p/../b.json" }', 'b.json': '{}' }],
    ['a way out', { 'lmn.config.json': '{ "extends": "../secret.json" }' }],
    ['a backslash', { 'lmn.config.json': '{ "extends": ".\\\\b.json" }', 'b.json': '{}' }],
    ['a folder called lmn.config.json', { 'lmn.config.json/x': '' }],
    ['an unknown rule', { 'lmn.config.json': '{ "rules": { "nip": "off" } }' }],
    ['a circle', { 'lmn.config.json': '{ "extends": "./lmn.config.json" }' }],
    [
      'a link that leads out',
      { 'lmn.config.json': '{ "extends": "./link.json" }' },
      (root) => {
        symlinkSync(join(folderWith({ 'secret.json': '{}' }), 'secret.json'), join(root, 'link.json'));
      },
    ],
    [
      'a configuration that is a link that leads out',
      {},
      (root) => {
        symlinkSync(join(folderWith({ 'secret.json': '{}' }), 'secret.json'), join(root, 'lmn.config.json'));
      },
    ],
  ])('a configuration is refused by both, with the same words: %s', async (_, files, then) => {
    const root = folderWith({ 'a.lmn': 'vocabulary v\n', ...files });
    then?.(root);
    const { code, stderr } = await lmn(root, 'lint', '.');
    expect(code).toBe(2);
    const editor = await openIn(root);
    editor.openFile(URI.file(join(root, 'a.lmn')).toString(), 'vocabulary v\n');
    await editor.settle();
    const said = [...editor.diagnostics].flatMap(([uri, found]) =>
      found.map(({ message, range }) => {
        const place = /:\d+:\d+: /.test(stderr)
          ? `:${String(range.start.line + 1)}:${String(range.start.character + 1)}`
          : '';
        return `lmn: ${URI.parse(uri).fsPath.slice(root.length + 1)}${place}: ${typeof message === 'string' ? message : message.value}\n`;
      }),
    );
    expect(said.join('')).toBe(stderr);
  });

  test.skipIf(process.getuid?.() === 0)(
    'what cannot be read is told by both (not as root, who can read all)',
    async () => {
      const root = folderWith({ 'a.lmn': 'vocabulary v\n', 'b.lmn': 'vocabulary w\n' });
      chmodSync(join(root, 'b.lmn'), 0);
      const { code } = await lmn(root, 'lint', '.');
      const editor = await openIn(root);
      expect([code, editor.unreadable.at(-1)?.problems]).toEqual([2, ['no permission']]);
    },
  );

  test('a folder that vanishes takes its names along', async () => {
    const root = folderWith({ 'sub/t.lmn': template('t', 'x'), 'a.lmn': caseOf('t', 'x') });
    const editor = await openIn(root);
    rmSync(join(root, 'sub'), { recursive: true });
    editor.changed(URI.file(join(root, 'sub')).toString(), 3);
    await editor.settle();
    expect([...editor.server.lmn.letters.Files.all()]).toHaveLength(1);
  });
});
