import { expect, test, vi } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { countWork } from '../../support/count-work.js';
import { openText, startEditor } from '../../support/editor.js';
import { readTemplate } from '../../support/workspace.js';

test('completion reads what the last version was read into: no parse, no section, no other file', async () => {
  const server = await startEditor();
  const text = readTemplate('samples/chronic-pain-continuation.lmn');
  const document = await openText(server, text);
  const { LangiumParser } = server.lmn.parser;
  const { Files } = server.lmn.letters;
  const parsed = vi.spyOn(LangiumParser, 'parse');
  const asked = [
    vi.spyOn(Files, 'all'),
    vi.spyOn(Files, 'read'),
    vi.spyOn(Files, 'mentioning'),
    vi.spyOn(Files, 'casesOf'),
  ];
  const counted = countWork();
  for (const place of [
    'chronic-pain',
    'patient\n',
    '  name: ',
    'overall response: ',
    '## Clin',
    '[template',
    '[their',
    'evidence @',
  ]) {
    const offset = text.indexOf(place) + place.length;
    const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, {
      textDocument: { uri: document.uri.toString() },
      position: document.textDocument.positionAt(offset),
    });
    expect(list).toBeDefined();
  }
  expect(parsed).not.toHaveBeenCalled();
  for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  expect(counted()).toEqual({ prosesRead: 0, sectionsResolved: 0, rulesRun: 0 });
});

test('a list is short, and says so when it is cut', async () => {
  const server = await startEditor();
  const document = await openText(server, 'case\n---\n[');
  const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, {
    textDocument: { uri: document.uri.toString() },
    position: { line: 2, character: 1 },
  });
  expect(list?.items.length).toBe(100);
  expect(list?.isIncomplete).toBe(true);
});

test('an editor without snippets and Markdown gets plain text', async () => {
  const server = await startEditor();
  const params = { processId: null, capabilities: { textDocument: { completion: {} } } } as InitializeParams;
  await server.shared.lsp.LanguageServer.initialize(params);
  const document = await openText(server, 'case\nprior');
  const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, {
    textDocument: { uri: document.uri.toString() },
    position: { line: 1, character: 5 },
  });
  const item = list?.items.find(({ label }) => label === 'prior treatment');
  expect(item?.insertTextFormat).toBeUndefined();
  expect(item?.textEdit?.newText).toMatch(/^prior treatment: \[With dose/);
  expect(typeof item?.documentation).toBe('string');
  expect(item?.documentation).not.toMatch(/\\/);
});

test.each([
  [true, { labelDetails: { description: 'required' } }],
  [false, { detail: 'required' }],
])('what stands beside labels is there for every row, where an editor shows it so: %s', async (supported, expected) => {
  const server = await startEditor();
  const completion = { completionItem: { labelDetailsSupport: supported } };
  const params = { processId: null, capabilities: { textDocument: { completion } } } as InitializeParams;
  await server.shared.lsp.LanguageServer.initialize(params);
  const document = await openText(server, 'case\npatient\n  na');
  const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, {
    textDocument: { uri: document.uri.toString() },
    position: { line: 2, character: 4 },
  });
  const item = list?.items.find(({ label }) => label === 'name');
  expect({
    ...(item?.detail && { detail: item.detail }),
    ...(item?.labelDetails && { labelDetails: item.labelDetails }),
  }).toEqual(expected);
});
