import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { addresses, addressOf, editorFiles } from '../../../server/src/editor/workspace/editor-files.js';
import { LetterWorkspaceManager } from '../../../server/src/editor/workspace/workspace-manager.js';
import { createLmnServices } from '../../../server/src/editor/wire.js';
import {
  readDirectoryRequest,
  readFileRequest,
  realPathRequest,
  statRequest,
} from '../../../server/src/protocol/files.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { decodeText } from '../../../server/src/workspace/decode.js';
import { today } from '../../support/editor.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

const root = 'vscode-vfs://somewhere/letters';
const texts: Record<string, string> = {
  [`${root}/t.lmn`]: 'template t\n---\n## A\nMine.\n',
  [`${root}/cases/a.lmn`]: 'case t\n',
};

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Answers as our client does. */
const client = {
  sendRequest(method: string, { uri }: { uri: string }): Promise<unknown> {
    const isFolder = uri === root || uri === `${root}/cases`;
    const text = texts[uri];
    const isThere = isFolder || text !== undefined;
    if (method === statRequest)
      return Promise.resolve(isThere ? { kind: isFolder ? 'folder' : 'file', size: text?.length ?? 0 } : null);
    if (method === readFileRequest) return Promise.resolve(text === undefined ? null : { content: base64(text) });
    if (method === realPathRequest) return Promise.resolve(isThere ? uri : null);
    if (method !== readDirectoryRequest) return Promise.reject(new Error(method));
    if (uri === root)
      return Promise.resolve([
        { name: 't.lmn', kind: 'file' },
        { name: 'cases', kind: 'folder' },
        { name: 'gone.lmn', kind: 'file' },
        { name: 'link.lmn', kind: 'link' },
      ]);
    return Promise.resolve(isFolder ? [{ name: 'a.lmn', kind: 'file' }] : null);
  },
};
const files = editorFiles(client as unknown as Parameters<typeof editorFiles>[0]);

test('a folder that only the editor can read is read through it; a link in it is not followed', async () => {
  const { lmn, shared } = createLmnServices({ files }, shippedFiles, today);
  const manager = shared.workspace.WorkspaceManager;
  if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
  const workspaceFolders = [{ uri: root, name: 'letters' }];
  manager.initialize({ processId: null, capabilities: {}, workspaceFolders } as InitializeParams);
  await manager.initializeWorkspace(workspaceFolders);
  await manager.quiet();
  expect(lmn.letters.Workspaces.of(`${root}/cases/a.lmn`).templates.has('t')).toBe(true);
  expect([...lmn.letters.Files.all()].map(({ uri }) => uri).sort()).toEqual(Object.keys(texts).sort());
  expect(lmn.letters.Config.settingsFor(`${root}/cases/a.lmn`).severities).toEqual({});
});

test('what is not there is not read', async () => {
  for (const ask of ['read', 'stat', 'list', 'realPath'] as const)
    await expect(files[ask](`${root}/gone.lmn`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the disk is asked for what is on it, and for nothing else', async () => {
  const disk = new TextsOnDisk();
  disk.read = (path) => Promise.resolve(Buffer.from(`of the disk: ${path}`));
  const either = editorFiles(client as unknown as Parameters<typeof editorFiles>[0], disk);
  expect(decodeText(await either.read('file:///a%23b%20c.lmn'))).toBe('of the disk: /a#b c.lmn');
  expect(decodeText(await either.read(`${root}/t.lmn`))).toBe(texts[`${root}/t.lmn`]);
});

const name = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'Z',
      '0',
      '.',
      '#',
      '%',
      '?',
      '&',
      '+',
      ';',
      '=',
      ':',
      '(',
      '[',
      '~',
      ' ',
      "'",
      '"',
      'é',
      '😀',
      'e\u0301',
      '%2F',
    ),
    minLength: 1,
  })
  .filter((one) => !/^\.\.?$/.test(one));

describe('addresses', () => {
  test('any names come back out of an address', () =>
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const address = addresses.join('file:///w', ...names);
        expect(addresses.namesFrom('file:///w', address)).toEqual(names);
        expect(addressOf(address)).toBe(address);
      }),
    ));

  test('a folder is in itself, and not in one whose name begins alike', () => {
    expect(addresses.namesFrom('file:///w', 'file:///w/')).toEqual([]);
    expect(addresses.namesFrom('file:///w', 'file:///wx/a.lmn')).toBeUndefined();
    expect(addresses.namesFrom('file:///w', 'vscode-vfs:///w/a.lmn')).toBeUndefined();
  });

  test('what leads out is not in it', () =>
    expect(addresses.namesFrom('file:///w', addresses.join('file:///w', 'a', '..', '..', 'x'))).toBeUndefined());
});
