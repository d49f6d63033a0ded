import { URI } from 'langium';
import { expect, test } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { ClientFileSystem, eitherFileSystem } from '../../../server/src/editor/workspace/client-file-system.js';
import { LetterWorkspaceManager } from '../../../server/src/editor/workspace/workspace-manager.js';
import { createLmnServices } from '../../../server/src/editor/wire.js';
import { readDirectoryRequest, readFileRequest, statRequest } from '../../../server/src/protocol.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { today } from '../../support/editor.js';

const root = 'vscode-vfs://somewhere/letters';
const texts: Record<string, string> = {
  [`${root}/t.lmn`]: 'template t\n---\n## A\nMine.\n',
  [`${root}/cases/a.lmn`]: 'case t\n',
};

/** Answers as our client does. */
const client = {
  sendRequest(method: string, { uri }: { uri: string }): Promise<unknown> {
    const isFolder = uri === root || uri === `${root}/cases`;
    const text = texts[uri];
    if (method === statRequest)
      return Promise.resolve(isFolder || text !== undefined ? { uri, isDirectory: isFolder } : null);
    if (method === readFileRequest) return Promise.resolve(text === undefined ? null : { text });
    if (method !== readDirectoryRequest) return Promise.reject(new Error(method));
    if (uri === root)
      return Promise.resolve([
        { uri: `${root}/t.lmn`, isDirectory: false },
        { uri: `${root}/cases`, isDirectory: true },
        { uri: `${root}/gone.lmn`, isDirectory: false },
      ]);
    return Promise.resolve(isFolder ? [{ uri: `${root}/cases/a.lmn`, isDirectory: false }] : null);
  },
};
const files = new ClientFileSystem(client as unknown as ConstructorParameters<typeof ClientFileSystem>[0]);

test('a folder that only the editor can read is read through it', async () => {
  const { lmn, shared } = createLmnServices({ fileSystemProvider: () => files }, shippedFiles, today);
  const manager = shared.workspace.WorkspaceManager;
  if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
  const workspaceFolders = [{ uri: root, name: 'letters' }];
  manager.initialize({ processId: null, capabilities: {}, workspaceFolders } as InitializeParams);
  await manager.initializeWorkspace(workspaceFolders);
  while (!manager.complete) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(lmn.letters.Workspace.templates.has('t')).toBe(true);
  expect([...lmn.letters.Files.all()].map(({ uri }) => uri).sort()).toEqual(Object.keys(texts).sort());
  expect(lmn.letters.Config.severitiesFor(`${root}/cases/a.lmn`)).toEqual({});
});

test('what is not there is not read', async () => {
  const gone = URI.parse(`${root}/gone.lmn`);
  expect(await files.exists(gone)).toBe(false);
  await expect(files.readFile(gone)).rejects.toThrow(/no such file/);
  await expect(files.stat(gone)).rejects.toThrow(/no such file/);
  await expect(files.readDirectory(gone)).rejects.toThrow(/no such folder/);
  expect(files.existsSync()).toBe(false);
});

test('the disk is asked for what is on it, and for nothing else', async () => {
  const disk = new ClientFileSystem({
    sendRequest: () => Promise.resolve({ text: 'of the disk' }),
  });
  const either = eitherFileSystem(disk, files);
  expect(await either.readFile(URI.parse('file:///a.lmn'))).toBe('of the disk');
  expect(await either.readFile(URI.parse(`${root}/t.lmn`))).toBe(texts[`${root}/t.lmn`]);
});
