import { afterEach, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { largestLetter } from '../../../server/src/workspace/letter-text.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { Session } from '../../support/session.js';
import { type Broken, TextsOnDisk } from '../../support/texts-on-disk.js';

const folder = 'file:///workspace';
const at = (name: string) => `${folder}/${name}`;
const template = 'template ours\npain (text): What hurts.\n---\n[pain]\n';
const letter = 'case ours\npain: knee\nache: arm\n';

let session: Session;
afterEach(() => {
  session.end();
});

/** A folder with one template, one case that is open, and whatever else is put into it. */
async function begin(
  others: Readonly<Record<string, string | Uint8Array | Broken>>,
  closed: string[] = [],
): Promise<TextsOnDisk> {
  const files = { 'ours.lmn': template, 'case.lmn': letter, ...others };
  const disk = new TextsOnDisk(Object.fromEntries(Object.entries(files).map(([name, text]) => [at(name), text])));
  for (const name of closed) disk.closedFolders.add(at(name));
  session = await Session.start({ shipped: shippedFiles, disk, folders: [folder] });
  session.openFile(at('case.lmn'), letter);
  await session.settle();
  return disk;
}

/** What the status says, and what is found in the open case but for what it still lacks. */
function said(): unknown {
  const told = session.unreadable.at(-1);
  const names = told?.uris.map((uri, index) => `${uri.slice(folder.length + 1)}: ${told.problems[index] ?? ''}`);
  const codes = session.diagnostics.get(at('case.lmn'))?.map(({ code }) => code);
  return [told?.count ?? 0, names ?? [], codes?.filter((code) => code !== 'missing-field')];
}

const works = ['unknown-field'];

test('where all can be read, nothing is told', async () => {
  await begin({});
  expect(said()).toEqual([0, [], works]);
});

test.each([
  ['a file without permission', { code: 'EACCES' }, 'no permission'],
  ['a file that another program holds', { code: 'EBUSY' }, 'unreadable'],
  ['a file of 5 MB', `template huge\n---\n${'A line of prose.\n'.repeat(300_000)}`, 'too large'],
  ['a file longer than any text', { code: 'ERR_STRING_TOO_LONG' }, 'too large'],
])('%s is told, and the rest works', async (_, content, problem) => {
  await begin({ 'bad.lmn': content });
  expect(said()).toEqual([1, [`bad.lmn: ${problem}`], works]);
  expect(session.logged).toEqual([]);
});

test('a file that is not UTF-8 is told, and counts as far as it can be read', async () => {
  const latin1 = Buffer.from('template andere "Caf\xe9"\nhip (text): Where.\n---\n[hip]\n', 'latin1');
  await begin({ 'bad.lmn': latin1 });
  expect(said()).toEqual([1, ['bad.lmn: not UTF-8'], works]);
  expect(session.server.lmn.letters.Workspaces.of(at('x.lmn')).templates.has('andere')).toBe(true);
});

test('a folder without permission is told by its name, and what stands beside it is read', async () => {
  await begin({ 'closed/inside.lmn': 'template inside\n', 'open/beside.lmn': 'template beside\n---\n' }, ['closed']);
  expect(said()).toEqual([1, ['closed: no permission'], works]);
  expect(session.server.lmn.letters.Workspaces.of(at('x.lmn')).templates.has('beside')).toBe(true);
  expect(session.logged).toEqual([]);
});

test('a file that vanished is forgotten; one that can be read again is no longer told', async () => {
  const disk = await begin({ 'bad.lmn': { code: 'EACCES' } });
  disk.files.set(at('bad.lmn'), 'template more\n---\n');
  session.changed(at('bad.lmn'), FileChangeType.Changed);
  await session.settle();
  expect(said()).toEqual([0, [], works]);
  disk.files.delete(at('ours.lmn'));
  session.changed(at('ours.lmn'), FileChangeType.Deleted);
  await session.settle();
  expect(said()).toEqual([0, [], ['unknown-template']]);
});

test('one file instead of another is told, though there are as many as before', async () => {
  const disk = await begin({ 'bad.lmn': { code: 'EACCES' } });
  disk.files.set(at('bad.lmn'), 'template more\n---\n').set(at('worse.lmn'), { code: 'EBUSY' });
  session.changed(at('bad.lmn'), FileChangeType.Changed);
  session.changed(at('worse.lmn'), FileChangeType.Created);
  await session.settle();
  expect(said()).toEqual([1, ['worse.lmn: unreadable'], works]);
});

test('a file that is deleted while it is open keeps its findings, and goes when it is closed', async () => {
  const disk = await begin({});
  disk.files.delete(at('case.lmn'));
  session.changed(at('case.lmn'), FileChangeType.Deleted);
  await session.settle();
  expect(said()).toEqual([0, [], works]);
  session.changed(folder, FileChangeType.Deleted);
  await session.settle();
  expect(session.hasDocument(at('case.lmn'))).toBe(true);
  session.closeFile(at('case.lmn'));
  await session.settle();
  expect(said()).toEqual([0, [], []]);
  expect(session.hasDocument(at('case.lmn'))).toBe(false);
});

test('an open file that grows to 5 MB is told and left alone until it is shorter again', async () => {
  await begin({});
  session.edit(at('case.lmn'), letter.length, letter.length, `---\n${'word '.repeat(largestLetter / 5)}`);
  await session.settle();
  expect(said()).toEqual([1, ['case.lmn: too large'], []]);
  session.edit(at('case.lmn'), letter.length, letter.length + 5 + largestLetter, '');
  await session.settle();
  expect(said()).toEqual([0, [], works]);
});

test('in a folder without another letter, what only a whole workspace can say is said once it has been read', async () => {
  const disk = new TextsOnDisk({ [at('case.lmn')]: letter });
  session = await Session.start({ shipped: shippedFiles, disk, folders: [folder] });
  session.openFile(at('case.lmn'), letter);
  await session.settle();
  expect(said()).toEqual([0, [], ['unknown-template']]);
});

test('a file that ships stays known when its editor is closed', async () => {
  await begin({});
  const [standard] = shippedFiles;
  if (!standard) throw new Error('Nothing ships.');
  session.openFile(standard.uri, `${standard.text}oops\n`);
  await session.settle();
  session.closeFile(standard.uri);
  await session.settle();
  expect(said()).toEqual([0, [], works]);
  expect(session.server.lmn.letters.Workspaces.get(standard.uri)?.text).toBe(standard.text);
  expect(session.hasDocument(standard.uri)).toBe(true);
});

test('a file that ships is not looked for on the disk, and not forgotten because it is not there', async () => {
  await begin({});
  const [standard] = shippedFiles;
  if (!standard) throw new Error('Nothing ships.');
  const { Files, Workspaces } = session.server.lmn.letters;
  await Files.refresh(standard.uri);
  expect(Workspaces.get(standard.uri)?.text).toBe(standard.text);
});

test('the other side of a comparison is no file of the folder once it is closed', async () => {
  const disk = await begin({});
  const old = 'git:/workspace/ours.lmn';
  disk.files.set(old, template);
  session.openFile(old, template);
  await session.settle();
  session.closeFile(old);
  await session.settle();
  expect([...session.server.lmn.letters.Files.all()].map(({ uri }) => uri)).not.toContain(old);
  expect(session.server.lmn.letters.Workspaces.get(old)).toBeUndefined();
});
