import { afterEach, expect, test, vi } from 'vitest';
import { shippedFiles } from '../../../server/src/shipped.js';
import { Session } from '../../support/session.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

const a = 'file:///clinic/a';
const b = 'file:///clinic/b';
const files = {
  [`${a}/t.lmn`]: 'template tt\nsite a (text): Where.\n---\n## Request\n[site a]\n',
  [`${a}/case.lmn`]: 'case tt\nsite a: left\n',
  [`${a}/book.lmn`]: 'vocabulary ours\nprovider @lee\n  name: Ada Lee\n',
  [`${b}/t.lmn`]: 'template tt\nsite b (text): Where.\n---\n## Request\n[site b]\n',
  [`${b}/case.lmn`]: 'case tt\nsite b: right\n',
};

let session: Session;
afterEach(() => {
  session.end();
});

async function begin(folders: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<TextsOnDisk> {
  const disk = new TextsOnDisk({ ...files, ...more });
  session = await Session.start({ shipped: shippedFiles, disk, folders, trusted: true });
  return disk;
}

/** Opens a file as it is on disk, and waits for what is found in it. */
async function open(disk: TextsOnDisk, uri: string): Promise<void> {
  session.openFile(uri, disk.textOf(uri));
  await session.settle();
}

/** What is wrong in a file but for what its letter lacks. */
function wrong(uri: string): string[] {
  const codes = (session.diagnostics.get(uri) ?? []).map(({ code }) => String(code));
  return codes.filter((code) => !/^(?:missing|unwritten)-/.test(code));
}

const ask = (request: string, uri: string, line: number, character: number, more: object = {}) =>
  session.client.sendRequest(`textDocument/${request}`, {
    textDocument: { uri },
    position: { line, character },
    ...more,
  });

test.each([
  ['a first', [a, b]],
  ['b first', [b, a]],
])('a case is made of the template of its own root: %s', async (_, folders) => {
  const disk = await begin(folders);
  for (const uri of [`${a}/case.lmn`, `${b}/case.lmn`, `${a}/t.lmn`, `${b}/t.lmn`]) {
    await open(disk, uri);
    expect([uri, wrong(uri)]).toEqual([uri, []]);
  }
  expect(await ask('definition', `${b}/case.lmn`, 0, 6)).toMatchObject([{ targetUri: `${b}/t.lmn` }]);
  expect(await ask('definition', `${a}/case.lmn`, 0, 6)).toMatchObject([{ targetUri: `${a}/t.lmn` }]);
});

test('uses are found in their own root, and a rename stays in it', async () => {
  const disk = await begin([a, b]);
  await open(disk, `${b}/t.lmn`);
  const uses = await ask('references', `${b}/t.lmn`, 0, 10, { context: { includeDeclaration: true } });
  expect((uses as { uri: string }[]).map(({ uri }) => uri).sort()).toEqual([`${b}/case.lmn`, `${b}/t.lmn`]);
  const renamed = await ask('rename', `${b}/t.lmn`, 0, 10, { newName: 'tb' });
  expect(Object.keys((renamed as { changes: object }).changes).sort()).toEqual([`${b}/case.lmn`, `${b}/t.lmn`]);
});

test('keys of an address book are in reach in its own root only', async () => {
  const written = (root: string) => ({ [`${root}/new.lmn`]: 'case tt\nprovider @lee\n' });
  const disk = await begin([a, b], { ...written(a), ...written(b) });
  await open(disk, `${a}/new.lmn`);
  await open(disk, `${b}/new.lmn`);
  const server = session.server.lmn.letters.Workspaces;
  expect(server.of(`${a}/new.lmn`).vocabulary.book.size).toBe(1);
  expect(server.of(`${b}/new.lmn`).vocabulary.book.size).toBe(0);
});

test('workspace symbols name what is in all roots', async () => {
  await begin([a, b]);
  await session.settle();
  const found = await session.client.sendRequest('workspace/symbol', { query: 'tt' });
  const uris = (found as { location: { uri: string } }[]).map(({ location }) => location.uri);
  expect(uris.filter((uri) => !uri.startsWith('lmn-shipped:')).sort()).toEqual([`${a}/t.lmn`, `${b}/t.lmn`]);
});

test('of roots within each other the innermost counts', async () => {
  const outer = 'file:///clinic';
  const disk = await begin([outer, b]);
  await open(disk, `${b}/case.lmn`);
  await open(disk, `${a}/case.lmn`);
  expect([wrong(`${b}/case.lmn`), wrong(`${a}/case.lmn`)]).toEqual([[], []]);
});

test('a folder whose configuration says so is a workspace of its own', async () => {
  const disk = await begin(['file:///clinic'], { [`${b}/lmn.config.json`]: '{ "root": true }' });
  await open(disk, `${b}/case.lmn`);
  await open(disk, `${b}/t.lmn`);
  await open(disk, `${a}/case.lmn`);
  expect([`${b}/case.lmn`, `${b}/t.lmn`, `${a}/case.lmn`].flatMap(wrong)).toEqual([]);
});

test('a root that is taken away takes its names and closed files along; one that is added is read', async () => {
  const disk = await begin([a, b]);
  await open(disk, `${b}/case.lmn`);
  session.changeFolders([], [b]);
  await session.settle();
  const { Files } = session.server.lmn.letters;
  expect([...Files.all()].map(({ uri }) => uri).filter((uri) => uri.startsWith(b))).toEqual([]);
  expect(wrong(`${b}/case.lmn`)).toContain('unknown-template');
  session.changeFolders([b], []);
  await session.settle();
  expect(wrong(`${b}/case.lmn`)).toEqual([]);
});

test('a file that lies in no root knows what ships, and nothing of a root', async () => {
  const elsewhere = 'file:///elsewhere/case.lmn';
  const disk = await begin([a, b], { [elsewhere]: 'case tt\n' });
  await open(disk, elsewhere);
  expect(wrong(elsewhere)).toEqual(['unknown-template']);
});

test('what an ignore file leaves out is not known to others, also while it is open', async () => {
  const disk = await begin([a], { [`${a}/.gitignore`]: 'old/\n', [`${a}/old/t.lmn`]: 'template old\n---\n## A\nB\n' });
  await open(disk, `${a}/old/t.lmn`);
  disk.files.set(`${a}/x.lmn`, 'case old\n');
  await open(disk, `${a}/x.lmn`);
  expect(wrong(`${a}/x.lmn`)).toEqual(['unknown-template']);
  expect(wrong(`${a}/old/t.lmn`)).toEqual([]);
});

test('a file is one, however its editor encodes the address', async () => {
  const disk = await begin([a], { [`${a}/x%281%29.lmn`]: 'template odd\n---\n## A\nB\n' });
  session.openFile(`${a}/x(1).lmn`, disk.textOf(`${a}/x%281%29.lmn`));
  await session.settle();
  const codes = [...session.diagnostics.values()].flat().map(({ code }) => String(code));
  expect(codes).not.toContain('duplicate-name');
});

test('a root that is taken out takes its findings along, those of files that nobody opened too', async () => {
  const [ofA, ofB] = [`${a}/bad.lmn`, `${b}/bad.lmn`];
  await begin([a, b], { [ofA]: 'case nowhere\n', [ofB]: 'case nowhere\n' });
  const shown = () => [ofA, ofB].map((uri) => wrong(uri));
  await session.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { lmn: { diagnostics: 'workspace' } },
  });
  await vi.waitFor(() => {
    expect(shown()).toEqual([['unknown-template'], ['unknown-template']]);
  });
  session.changeFolders([], [b]);
  await vi.waitFor(() => {
    expect(shown()).toEqual([['unknown-template'], []]);
  });
  session.changeFolders([b], []);
  await vi.waitFor(() => {
    expect(shown()).toEqual([['unknown-template'], ['unknown-template']]);
  });
});
