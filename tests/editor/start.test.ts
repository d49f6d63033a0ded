import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startLmnServer } from '../../server/src/editor/start.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

let client: ProtocolConnection;
let capabilities: Record<string, unknown>;

const uri = 'file:///workspace/a.lmn';
const text = 'case chronic-pain-continuation\npatient\n  name: A B\n---\n## Opening\nDear [patient name].\n';

beforeAll(async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startLmnServer({ connection, files: new TextsOnDisk() }, shippedFiles, () => ({ year: 2026, month: 11, day: 21 }));
  client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  const result = await client.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: null,
    capabilities: {},
    workspaceFolders: null,
  });
  ({ capabilities } = result);
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'lmn', version: 1, text } });
});

afterAll(() => {
  client.dispose();
});

test('the server says what it can', () => {
  expect(capabilities).toMatchObject({
    codeLensProvider: {},
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: {},
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    selectionRangeProvider: true,
    workspaceSymbolProvider: {},
    semanticTokensProvider: { range: true, full: { delta: false } },
    workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*.lmn' } }] } } },
  });
});

describe('over a connection', () => {
  const at = { textDocument: { uri }, position: { line: 5, character: 8 } };

  test('the selection grows', async () => {
    const [range] = await client.sendRequest<{ parent?: unknown }[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [at.position],
    });
    expect(range).toMatchObject({
      range: { start: { line: 5, character: 6 }, end: { line: 5, character: 13 } },
      parent: {},
    });
  });

  test('a definition leads into a file that ships', async () => {
    expect(await client.sendRequest('textDocument/definition', at)).toMatchObject([
      { targetUri: 'lmn-shipped:/standard.lmn' },
    ]);
  });

  test('a refused rename says why', async () => {
    await expect(client.sendRequest('textDocument/prepareRename', at)).rejects.toThrow(/ships with LMN/);
  });

  test.each([
    ['textDocument/hover', at],
    ['textDocument/documentHighlight', at],
    ['textDocument/documentSymbol', { textDocument: { uri } }],
    ['textDocument/foldingRange', { textDocument: { uri } }],
    ['textDocument/semanticTokens/full', { textDocument: { uri } }],
    ['textDocument/codeLens', { textDocument: { uri } }],
    ['workspace/symbol', { query: 'patient' }],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
  ])('%s is answered', async (method, params) => {
    expect(await client.sendRequest(method, params)).toBeTruthy();
  });
});
