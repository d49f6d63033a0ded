import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver';
import { codeListsIn } from '../../server/src/codes/lists-in-texts.js';
import { createLmnServices } from '../../server/src/editor/wire.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { openText, today } from '../support/editor.js';
import { readMarked } from '../support/marked.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

const lists = codeListsIn({
  'icd10cm_codes_2026.txt': 'M5415 Radiculopathy, thoracolumbar region\nM5416 Radiculopathy, lumbar region\n',
  'icd10cm_codes_2027.txt': 'M5417 Radiculopathy, lumbosacral region\n',
});

async function serverWithLists() {
  const library = { listsOf: () => lists, add: () => ({ year: 2026, count: 0 }) };
  const server = createLmnServices({ files: new TextsOnDisk(), codes: library }, shippedFiles, today);
  await server.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return server;
}

async function ask(marked: string) {
  const server = await serverWithLists();
  const { text, offsets } = readMarked(marked);
  const document = await openText(server, text, 'x.lmn');
  const at = {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0] ?? 0),
  };
  const list = await server.lmn.lsp.CompletionProvider?.getCompletion(document, at);
  const hover = await server.lmn.lsp.HoverProvider?.getHoverContent(document, at);
  return { list, hover: MarkupContent.is(hover?.contents) ? hover.contents.value : undefined };
}

const dated = (date: string, code: string) => `case\ndate: ${date}\ndiagnosis: back pain\n  code: ${code}`;

test.each([
  ['M54<|>', ['M54.15', 'M54.16']],
  ['lumbar rad<|>', ['M54.16']],
  ['M<|>', []],
])('codes are completed by what is typed: %s', async (typed, labels) => {
  const { list } = await ask(dated('2026-03-02', typed));
  expect(list?.items.map(({ label }) => label)).toEqual(labels);
  expect(list?.isIncomplete).toBe(labels.length > 0);
  for (const { textEdit } of list?.items ?? []) expect(labels).toContain(textEdit?.newText);
});

test('where the year of the letter has no list, the newest one is proposed', async () => {
  const { list } = await ask(dated('2029-03-02', 'M54<|>'));
  expect(list?.items.map(({ label }) => label)).toEqual(['M54.17']);
});

test('a hover says what a code means, what is beneath it, and of which year that is', async () => {
  expect((await ask(dated('2026-03-02', 'M54<|>.16'))).hover).toBe(
    '**M54.16** Radiculopathy, lumbar region\n\nICD-10-CM, fiscal year 2026',
  );
  const { hover } = await ask(dated('2026-03-02', 'M54<|>.1'));
  expect(hover).toContain('A category');
  expect(hover).toContain('- M54.15: Radiculopathy, thoracolumbar region\n- M54.16');
  expect((await ask(dated('2026-03-02', 'M9<|>9'))).hover).toBeUndefined();
});
