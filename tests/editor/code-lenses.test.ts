import { beforeAll, describe, expect, test } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { URI } from 'langium';
import {
  copyShippedCommand,
  exportCommand,
  newCaseCommand,
  newTemplateCommand,
  nextGapCommand,
  previewCommand,
  showReferencesCommand,
  writeSectionCommand,
} from '../../server/src/protocol/commands.js';
import { addressOf, closeFile, folderUri, type OpenFolder, openFile, openFolder } from '../support/folder.js';

const files = {
  't.lmn':
    'template t\npain (text): What hurts.\n---\n[pain] since [date] {[reference number]}\n## Words\n[write: what happened]\n',
  'a.lmn': 'case t\n',
  'b.lmn': 'case t\n',
  'c.lmn': 'case other\n',
};

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder(files);
  await folder.shared.lsp.LanguageServer.initialize({
    processId: null,
    capabilities: {},
    workspaceFolders: [{ uri: folderUri, name: 'workspace' }],
    initializationOptions: { trusted: true, commands: [nextGapCommand, showReferencesCommand] },
  } as InitializeParams);
});

let opened = 0;

async function lenses(text: string, server = folder) {
  const document = await openFile(server, `lens-${String(opened++)}.lmn`, text);
  const found =
    (await server.lmn.lsp.CodeLensProvider?.provideCodeLens(document, {
      textDocument: { uri: document.uri.toString() },
    })) ?? [];
  await closeFile(server, document);
  return found.map(({ command, range }) => ({ line: range.start.line, ...command }));
}

describe('above a case', () => {
  test('how many facts are given; a click goes to the next gap', async () => {
    expect(await lenses('// a comment\ncase t\npain: x\n')).toEqual([
      { line: 1, title: '1 of 3 facts, 1 section to write', command: nextGapCommand },
    ]);
  });

  test('a letter that lacks nothing has nowhere to go', async () => {
    expect(await lenses('case t\npain: x\ndate: 2026-11-21\nprovider: A\n---\n## Words\nMine.')).toMatchObject([
      { title: expect.stringMatching(/^all \d facts$/) as string, command: '' },
    ]);
  });

  test('no values', async () => {
    expect(JSON.stringify(await lenses('case t\npain: Secret\n'))).not.toContain('Secret');
  });

  test('nothing where no template says what is needed', async () => {
    expect(await lenses('case no-such-template\n')).toEqual([]);
  });
});

describe('above a template', () => {
  test('how many cases use it, open ones too; a click shows them', async () => {
    const open = await openFile(folder, 'open.lmn', 'case t\n');
    const template = await openFile(folder, 't.lmn', files['t.lmn']);
    const [lens] =
      (await folder.lmn.lsp.CodeLensProvider?.provideCodeLens(template, {
        textDocument: { uri: addressOf('t.lmn') },
      })) ?? [];
    expect(lens?.command).toEqual({
      title: 'used by 3 cases',
      command: showReferencesCommand,
      arguments: [addressOf('t.lmn'), { line: 0, character: 9 }],
    });
    await closeFile(folder, open);
    await closeFile(folder, template);
  });

  test.each([
    ['template other\n', 'used by 1 case'],
    ['template nobody\n', 'used by no case'],
  ])('%j', async (text, title) => {
    expect(await lenses(text)).toMatchObject([{ title }]);
  });
});

test.each(['policy p\n', 'vocabulary v\n', 'template\n', '', 'nonsense', '## A'])('nothing above %j', async (text) => {
  expect(await lenses(text)).toEqual([]);
});

describe('with all of our commands', () => {
  let all: OpenFolder;
  const commands = [
    copyShippedCommand,
    exportCommand,
    newCaseCommand,
    newTemplateCommand,
    nextGapCommand,
    writeSectionCommand,
  ];

  beforeAll(async () => {
    all = await openFolder(files);
    await all.shared.lsp.LanguageServer.initialize({
      processId: null,
      capabilities: {},
      workspaceFolders: [{ uri: folderUri, name: 'workspace' }],
      initializationOptions: { trusted: true, commands },
    } as InitializeParams);
  });

  test.each(['', '\n\n', '// a note\n'])('an empty file asks what it is to be: %j', async (text) => {
    const found = await lenses(text, all);
    expect(found.map(({ title, command }) => [title, command])).toEqual([
      ['Begin a case…', newCaseCommand],
      ['Begin a template…', newTemplateCommand],
    ]);
    expect(found[0]).toMatchObject({ arguments: [expect.stringMatching(/^file:.*\.lmn$/)] });
  });

  test('a case is exported, and its sections written', async () => {
    const titles = (await lenses('case t\n', all)).map(({ title }) => title);
    expect(titles).toEqual(['Export', '0 of 3 facts, 1 section to write', 'Write a section in my words…']);
  });

  test.each(['nonsense', 'case no-such-template\n', 'template u\n', 'vocabulary v\n'])(
    'none of them above %j',
    async (text) => {
      const titles = (await lenses(text, all)).map(({ title }) => title);
      expect(titles.filter((title) => !/^used by/.test(title ?? ''))).toEqual([]);
    },
  );

  test('a file that ships is copied', async () => {
    const uri = 'lmn-shipped:/standard.lmn';
    const document = all.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))!;
    const found = await all.lmn.lsp.CodeLensProvider?.provideCodeLens(document, { textDocument: { uri } });
    expect(found?.map(({ command }) => command)).toEqual([
      { title: 'Copy into my folder to change it', command: copyShippedCommand, arguments: [uri] },
    ]);
  });
});

test('an editor that does not know our commands gets the words alone', async () => {
  const other = await openFolder(files);
  expect(await lenses('case t\n', other)).toEqual([
    { line: 0, title: '0 of 3 facts, 1 section to write', command: '' },
  ]);
});

test('no closed case is read for it', () => {
  expect(folder.reads.filter((name) => name !== 't.lmn')).toEqual([]);
});

test('a template upon another one shows the whole letter, and a base says how many stand on it', async () => {
  const server = await openFolder({ ...files, 'u.lmn': 'template u from t\n---\n' });
  await server.shared.lsp.LanguageServer.initialize({
    processId: null,
    capabilities: {},
    workspaceFolders: [{ uri: folderUri, name: 'workspace' }],
    initializationOptions: { trusted: true, commands: [previewCommand, showReferencesCommand] },
  } as InitializeParams);
  expect((await lenses('template v from t\n---\n', server)).map(({ title }) => title)).toContain(
    'Show the whole letter',
  );
  const base = await openFile(server, 't.lmn', files['t.lmn']);
  const found = await server.lmn.lsp.CodeLensProvider?.provideCodeLens(base, {
    textDocument: { uri: base.uri.toString() },
  });
  expect(found?.map(({ command }) => command?.title)).toEqual(
    expect.arrayContaining(['Preview', 'used by 2 cases and 1 template']),
  );
});
