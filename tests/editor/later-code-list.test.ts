import fs, { rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { type CompletionList, FileChangeType } from 'vscode-languageserver';
import { codeFileName, codesInWorkspace, packCodes } from '../../server/src/codes/compact-file.js';
import { codeFolders, currentCodeLists } from '../../server/src/disk/code-folders.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { folderWith } from '../cli/folder.js';
import { Session } from '../support/session.js';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const text = 'case\ndate: 2026-03-02\ndiagnosis: back pain\n  code: M54.1';

function writeList(folder: string, lines: string) {
  writeFileSync(join(folder, codeFileName(2026)), packCodes({ text: lines }));
}

const categories = 'M54\t0\tDorsalgia\nM541\t0\tRadiculopathy\nM5416\t1\tRadiculopathy, lumbar region\n';

/** A server over a workspace and a state folder of the user that have no list yet. `clock.time` counts milliseconds. */
async function start() {
  const state = folderWith({ 'codes/.keep': '' });
  const root = folderWith({ [`${codesInWorkspace}/.keep`]: '' });
  const clock = { time: 0, asked: 0 };
  const now = () => {
    clock.asked++;
    return clock.time;
  };
  const codes = {
    listsOf: () => currentCodeLists(codeFolders(root, state), now),
    add: () => ({ year: 2026, count: 0 }),
  };
  const folder = pathToFileURL(root).href;
  const session = await Session.start({ shipped: shippedFiles, folders: [folder], codes });
  const uri = `${folder}/a.lmn`;
  session.openFile(uri, text);
  await session.settle();
  return {
    ...{ session, uri, clock, folder },
    ofUser: join(state, 'codes'),
    ofWorkspace: join(root, codesInWorkspace),
    complete: async (): Promise<string[]> => {
      const at = { textDocument: { uri }, position: { line: 3, character: 13 } };
      const list = await session.client.sendRequest<CompletionList | null>('textDocument/completion', at);
      return (list?.items ?? []).map(({ label }) => label);
    },
    codesTold: () => (session.diagnostics.get(uri) ?? []).filter(({ code }) => code === 'icd-10-not-billable').length,
  };
}

test('a list that is added while the server runs is known a second later, and so is its replacement and its end', async () => {
  const { session, uri, clock, ofUser, complete, codesTold } = await start();
  expect(await complete()).toEqual([]);
  writeList(ofUser, categories);
  expect(await complete()).toEqual([]);
  clock.time += 1000;
  expect(await complete()).toEqual(['M54.1', 'M54.16']);
  session.edit(uri, text.length, text.length, '\n');
  await session.settle();
  expect(codesTold()).toBe(1);
  writeList(ofUser, 'M5412\t1\tRadiculopathy, cervical region\n');
  clock.time += 1000;
  expect(await complete()).toEqual(['M54.12']);
  rmSync(join(ofUser, codeFileName(2026)));
  clock.time += 1000;
  expect(await complete()).toEqual([]);
  session.end();
});

test('one that comes into the workspace is known at once, and the open letters are checked against it', async () => {
  const { session, folder, ofWorkspace, complete, codesTold } = await start();
  expect(codesTold()).toBe(0);
  writeList(ofWorkspace, categories);
  session.changed(`${folder}/${codesInWorkspace}/${codeFileName(2026)}`, FileChangeType.Created);
  await session.settle();
  expect(codesTold()).toBe(1);
  expect(await complete()).toEqual(['M54.1', 'M54.16']);
  session.end();
});

test('one that comes with its folder is known where only the folder is told of', async () => {
  const { session, folder, ofWorkspace, codesTold } = await start();
  writeList(ofWorkspace, categories);
  session.changed(`${folder}/${codesInWorkspace}`, FileChangeType.Created);
  await session.settle();
  expect(codesTold()).toBe(1);
  session.end();
});

test('however often lists are asked for within a second, the folders are looked at once', async () => {
  const { session, uri, clock, complete } = await start();
  const looks = vi.spyOn(fs, 'readdirSync');
  syncBuiltinESMExports();
  clock.asked = 0;
  for (let typed = 0; typed < 20; typed++) {
    session.edit(uri, text.length + typed, text.length + typed, '\n');
    expect(await complete()).toEqual([]);
  }
  expect(clock.asked).toBeGreaterThanOrEqual(20);
  expect(looks).not.toHaveBeenCalled();
  clock.time += 1000;
  for (let asked = 0; asked < 20; asked++) expect(await complete()).toEqual([]);
  // That of the workspace, and that of the user.
  expect(looks).toHaveBeenCalledTimes(2);
  session.end();
});
