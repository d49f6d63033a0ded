import { URI } from 'langium';
import { expectFormatting } from 'langium/test';
import { beforeAll, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { createLmnServices } from '../../server/src/editor/wire.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { openText, startEditor, today } from '../support/editor.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
});

const options = { tabSize: 8, insertSpaces: false };

test('lays out a document, whatever the editor’s own indentation is', () =>
  expectFormatting(server.lmn)({
    before: 'case chronic-pain-continuation\ndate :2026-11-21\npatient\n      name:Ann\n---\n  prose  \n',
    after: 'case chronic-pain-continuation\ndate: 2026-11-21\npatient\n  name: Ann\n---\n  prose  \n',
    options,
  }));

test('lays out a selection', () =>
  expectFormatting(server.lmn)({
    before: 'case\ndate :2026-11-21\nsubject :a\n',
    after: 'case\ndate :2026-11-21\nsubject: a\n',
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
  }));

test('a damaged file', () =>
  expectFormatting(server.lmn)({
    before: 'caes chronic-pain-continuation\n"what [\npatient\n    name :Ann\n      (((\n  :\n',
    after: 'caes chronic-pain-continuation\n"what [\npatient\n  name: Ann\n    (((\n  :\n',
  }));

test('each edit is a stretch of white space', async () => {
  const text = 'case\r\ndate :2026-11-21\r\npatient\r\n\tname:Ann  \r\n\r\n\r\n';
  const document = await openText(server, text);
  const edits =
    (await server.lmn.lsp.Formatter?.formatDocument(document, {
      textDocument: { uri: document.uri.toString() },
      options,
    })) ?? [];
  expect(edits.map(({ range, newText }) => [document.textDocument.getText(range), newText])).toEqual([
    [' ', ''],
    ['', ' '],
    ['\t', '  '],
    ['', ' '],
    ['  ', ''],
    ['\r\n\r\n', ''],
  ]);
  expect(TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits)).toBe(
    'case\r\ndate: 2026-11-21\r\npatient\r\n  name: Ann\r\n',
  );
});

test('nothing moves while somebody types', async () => {
  const document = await openText(server, 'case\npatient\n     name :Ann');
  const position = { line: 2, character: 3 };
  const params = { textDocument: { uri: document.uri.toString() }, position, ch: '\n', options };
  expect(server.lmn.lsp.Formatter?.formatOnTypeOptions).toBeUndefined();
  expect(await server.lmn.lsp.Formatter?.formatDocumentOnType(document, params)).toEqual([]);
});

test('files that ship stay as they are', async () => {
  const text = 'vocabulary standard\nrecord   x\n';
  const own = createLmnServices(
    { files: new TextsOnDisk() },
    [...shippedFiles, { uri: 'lmn-shipped:/own.lmn', text }],
    today,
  );
  await own.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  const document = own.shared.workspace.LangiumDocuments.getDocument(URI.parse('lmn-shipped:/own.lmn'));
  const params = { textDocument: { uri: 'lmn-shipped:/own.lmn' }, options };
  expect(document && (await own.lmn.lsp.Formatter?.formatDocument(document, params))).toEqual([]);
});

test('reads its result once', async () => {
  const document = await openText(server, 'case\ndate :2026-11-21\n');
  const parse = vi.spyOn(server.lmn.parser.LangiumParser, 'parse');
  await server.lmn.lsp.Formatter?.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options });
  expect(parse).toHaveBeenCalledTimes(1);
});
