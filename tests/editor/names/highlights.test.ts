import { expectHighlight } from 'langium/test';
import { beforeAll, describe, expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { LmnLanguageServer } from '../../../server/src/editor/services.js';
import { openText, startEditor } from '../../support/editor.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
  await openText(server, 'template t\npain (text): What hurts.\n---\n## Opening\n[pain]\n', 't.lmn');
});

describe('every place that names the same thing', () => {
  test.each([
    ['a record and its possessive', "case t\n<|pati<|>ent|>\n  name: A\n---\n[<|Patient's|> name] [<|patient|> age]"],
    ['a field', 'case t\npatient\n  <|na<|>me|>: A\n---\n[patient <|full name|>] [provider name]'],
    ['a fact of the letter', 'case t\n<|da<|>te|>: 1\n---\n[<|date|>]'],
    ['keys', 'case t\nevidence @<|m<|>y1|>\n---\n[@<|MY1|>] [@<|my1|>; @other]'],
    ['roles', 'case t\n---\n## A #<|his<|>tory|>\n## B #<|history|>'],
    ['pronouns', 'case t\n---\n[<|th<|>ey|>] [<|They|>] [them]'],
    ['nothing for a word that means nothing', 'case t\n---\n[wha<|>tever] [whatever]'],
    ['a damaged file', 'case "\n<|pati<|>ent|>\n name: [\n---\n[<|patient|> name] [patient name\n{[<|Patient’s|> dob]'],
  ])('%s', async (_, text) => {
    await expectHighlight(server.lmn)({ text });
  });
});

test('what a head gives is written, what prose prints is read', async () => {
  const document = await openText(server, 'case t\npain: back\n---\n[pain]');
  const params = { textDocument: { uri: document.uri.toString() }, position: { line: 1, character: 1 } };
  const found = await server.lmn.lsp.DocumentHighlightProvider?.getDocumentHighlight(document, params);
  expect(found?.map(({ kind }) => kind)).toEqual([DocumentHighlightKind.Write, DocumentHighlightKind.Read]);
});
