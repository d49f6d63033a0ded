import { afterEach, describe, expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { previewCasesRequest } from '../../server/src/preview-protocol.js';
import { exportCheckRequest } from '../../server/src/protocol/export.js';
import { gapRequest } from '../../server/src/protocol/letters.js';
import { Session } from '../support/session.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

const folder = 'file:///workspace';
const shipped = [
  {
    uri: 'lmn-shipped:/standard.lmn',
    text: 'vocabulary standard\nrecord patient\n  name (text): Who.\nrecord letter\n  date (date): When.\n',
  },
];
const [a, b] = [`${folder}/a.lmn`, `${folder}/b.lmn`];
const texts: Readonly<Record<string, string>> = {
  [`${folder}/t.lmn`]: 'template t "Letter"\npain (text): What hurts.\n---\n## Opening\n[pain]\n',
  [a]: 'case t\npain:   knee\n// one\n// two\n---\n## Opening\nSee [link](https://example.org): [pain] and [patient name].\n\n## More\nOf [pain].\n',
  [b]: 'case t\npain:   back\n// one\n// two\n---\n## Opening\nSee [link](https://example.org): [pain] and [patient name].\n\n## More\nIn [pain].\n',
};

/** Every kind of request about a file that the server answers, with what it is asked of the texts above. */
const position = { line: 6, character: 36 };
const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 50 } };
const options = { tabSize: 2, insertSpaces: true };
const kinds: Readonly<Record<string, object>> = {
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/semanticTokens/full': {},
  'textDocument/semanticTokens/range': { range },
  'textDocument/codeLens': {},
  'textDocument/documentLink': {},
  'textDocument/inlayHint': { range },
  'textDocument/formatting': { options },
  'textDocument/selectionRange': { positions: [position] },
  'textDocument/hover': { position },
  'textDocument/completion': { position },
  'textDocument/definition': { position },
  'textDocument/references': { position, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': { position },
  'textDocument/prepareRename': { position },
  'textDocument/rename': { position, newName: 'ache' },
  'textDocument/codeAction': { range, context: { diagnostics: [] } },
};
const ours: Readonly<Record<string, object>> = {
  [gapRequest]: { line: 0, character: 0, direction: 'next' },
  [exportCheckRequest]: { type: 'html' },
  [previewCasesRequest]: {},
};

let session: Session | undefined;
afterEach(() => {
  session?.end();
});

async function start(): Promise<Session> {
  session = await Session.start({ shipped, disk: new TextsOnDisk(texts), folders: [folder] });
  await session.settle();
  return session;
}

/** What the server says to each kind of request, all sent in one breath. */
async function askAll({ client }: Session, uri: string): Promise<Record<string, unknown>> {
  const asked = [
    ...Object.entries(kinds).map(([kind, params]) => [kind, { textDocument: { uri }, ...params }] as const),
    ...Object.entries(ours).map(([kind, params]) => [kind, { uri, ...params }] as const),
  ];
  const answers = asked.map(async ([kind, params]) => [kind, await client.sendRequest<unknown>(kind, params)] as const);
  const all = Object.fromEntries(await Promise.all(answers));
  // The protocol promises no order of them, and that of closed files goes by when they were closed.
  return { ...all, 'textDocument/references': new Set(all['textDocument/references'] as unknown[]) };
}

describe('a request', () => {
  test('waits for the open that came before it, also where another file was closed in the same breath', async () => {
    const all = await start();
    const right: Record<string, unknown> = {};
    for (const uri of [a, b]) {
      all.openFile(uri, texts[uri]!);
      await all.settle();
      right[uri] = await askAll(all, uri);
      all.closeFile(uri);
    }
    all.openFile(a, texts[a]!);
    let [open, other] = [a, b];
    for (let round = 0; round < 50; round++) {
      all.closeFile(open);
      all.openFile(other, texts[other]!);
      expect(await askAll(all, other)).toEqual(right[other]);
      [open, other] = [other, open];
    }
    expect(all.logged).toEqual([]);
  });

  test('waits for what was typed before it', async () => {
    const all = await start();
    all.openFile(a, texts[a]!);
    all.openFile(b, texts[b]!);
    await all.settle();
    for (let round = 0; round < 8; round++) {
      const text = all.textOf(a)!;
      all.edit(b, 0, 0, '// above\n');
      all.edit(a, text.length, text.length, `\n## Part ${String(round)}\nText.\n`);
      const symbols = await all.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: a } });
      expect(JSON.stringify(symbols)).toContain(`Part ${String(round)}"`);
    }
  });

  test('is answered where a closing leaves nothing to build', async () => {
    const all = await start();
    all.openFile(a, texts[a]!);
    await all.settle();
    all.closeFile(a);
    const symbols = await all.client.sendRequest('workspace/symbol', { query: 't' });
    expect(JSON.stringify(symbols)).toContain('t.lmn');
    all.openFile(a, texts[a]!);
    await all.settle();
    all.closeFile(a);
    expect(await all.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: a } })).toHaveLength(4);
  });

  test('about a file that is closed while it waits is answered from the disk', async () => {
    const all = await start();
    all.openFile(a, 'case t\n---\n## Typed\nWords.\n');
    const asked = all.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: a },
      ...kinds['textDocument/codeAction'],
    });
    all.closeFile(a);
    const symbols = await all.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: a } });
    expect(JSON.stringify(symbols)).toContain('More');
    await asked;
  });

  test('about a closed letter is answered from the disk, and no document stays', async () => {
    const all = await start();
    const closed = await askAll(all, a);
    expect(all.hasDocument(a)).toBe(false);
    all.openFile(a, texts[a]!);
    await all.settle();
    expect(closed).toEqual(await askAll(all, a));
    expect(all.logged).toEqual([]);
  });

  test.each([`${folder}/nowhere.lmn`, 'untitled:Untitled-1', `${folder}/a.txt`])(
    'about %s, which is no letter anywhere, has an empty answer',
    async (uri) => {
      const all = await start();
      const answers = await askAll(all, uri);
      expect(answers['textDocument/documentSymbol']).toEqual([]);
      expect(answers['textDocument/hover']).toBeNull();
      expect(answers['textDocument/formatting']).toEqual([]);
      expect(answers[gapRequest]).toBeNull();
      expect(all.hasDocument(uri)).toBe(false);
      expect(all.logged).toEqual([]);
    },
  );
});

test('a provider that throws is told in the output without its message, and the server goes on', async () => {
  const all = await start();
  const { server, client } = all;
  const provider = server.lmn.lsp.HoverProvider!;
  const right = provider.getHoverContent.bind(provider);
  provider.getHoverContent = () => {
    throw new TypeError('Jane Doe');
  };
  const hover = () =>
    client.sendRequest('textDocument/hover', { textDocument: { uri: a }, ...kinds['textDocument/hover'] });
  const answer = await hover().catch((error: unknown) => String(error));
  expect(answer).toContain('because of a fault in LMN');
  expect(all.logged).toEqual([expect.stringContaining('Answering a request failed: TypeError')]);
  expect(`${String(answer)} ${all.logged.join()}`).not.toContain('Jane Doe');
  provider.getHoverContent = right;
  expect(await hover()).not.toBeNull();
});

test('findings that cannot be sent are told in the output without the message of why', async () => {
  const all = await start();
  const given = Object.getPrototypeOf(all.server.shared.lsp.Connection) as Pick<Connection, 'sendDiagnostics'>;
  const right = given.sendDiagnostics;
  given.sendDiagnostics = () => Promise.reject(new TypeError('Jane Doe'));
  all.openFile(a, texts[a]!);
  await all.settle();
  expect(all.logged).toEqual([expect.stringMatching(/^Sending findings failed: TypeError/)]);
  expect(all.logged.join()).not.toContain('Jane Doe');
  given.sendDiagnostics = right;
  all.edit(a, 0, 0, '// above\n');
  await all.settle();
  expect(all.diagnostics.get(a)).toBeDefined();
});
