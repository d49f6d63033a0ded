import { beforeAll, describe, expect, test } from 'vitest';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { openText, startEditor } from '../support/editor.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
  server.shared.workspace.ConfigurationProvider.updateConfiguration({
    settings: { lmn: { inlayHints: { values: true } } },
  });
});

/** The prose of a case with each hint in angle brackets where it is shown. */
async function hints(head: string, prose: string, lines = 99): Promise<string> {
  const document = await openText(server, `case\n${head}\n---\n${prose}`);
  const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
  const found =
    (await server.lmn.lsp.InlayHintProvider?.getInlayHints(document, {
      textDocument: { uri: document.uri.toString() },
      range,
    })) ?? [];
  let text = document.textDocument.getText();
  for (const { position, label } of found.toReversed()) {
    const at = document.textDocument.offsetAt(position);
    text = `${text.slice(0, at)}‹${typeof label === 'string' ? label : ''}›${text.slice(at)}`;
  }
  return text.slice(text.indexOf('---\n') + 4);
}

describe('the value behind a placeholder', () => {
  test.each([
    ['a value', 'patient\n  name: A B', 'Dear [patient name],', 'Dear [patient name]‹A B›,'],
    ['a date, as it prints', 'date: 2026-03-14', '[date]', '[date]‹March 14, 2026›'],
    [
      'a series',
      'prior treatment: A\nprior treatment: B',
      'We tried [prior treatment].',
      'We tried [prior treatment]‹A and B›.',
    ],
    [
      'pronouns, with a capital where a sentence begins',
      'patient\n  pronouns: she',
      'I saw [them]. [They are] well.',
      'I saw [them]‹her›. [They are]‹She is› well.',
    ],
    [
      'a value of several lines, on one',
      'insurance\n  address: A\n    B',
      '[insurance address]',
      '[insurance address]‹A B›',
    ],
    ['a long one, cut', `patient\n  name: ${'x'.repeat(60)}`, '[patient name]', `[patient name]‹${'x'.repeat(39)}…›`],
    ['a citation', 'evidence @a\n  title: T', 'So [@a].', 'So [@a]‹[1]›.'],
    ['in a heading', 'patient\n  name: A', '## About [patient name]\n', '## About [patient name]‹A›\n'],
    [
      'nothing that is missing or unknown',
      '',
      '[patient name] [no such] [signature] [write: x] [@x]',
      '[patient name] [no such] [signature] [write: x] [@x]',
    ],
    ['in damaged text', 'patient\nname: A', '{[patient name] [patient name\n[', '{[patient name]‹A› [patient name\n['],
  ])('%s', async (_, head, prose, expected) => {
    expect(await hints(head, prose)).toBe(expected);
  });

  test('only in the lines asked for', async () => {
    expect(await hints('date: 2026-03-14', '[date]\n[date]', 4)).toBe('[date]‹March 14, 2026›\n[date]');
  });
});

test('a template has no values to show', async () => {
  const document = await openText(server, 'template t\n---\n[patient name]');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(
    await server.lmn.lsp.InlayHintProvider?.getInlayHints(document, {
      textDocument: { uri: document.uri.toString() },
      range,
    }),
  ).toBeUndefined();
});

test.each([[undefined], [{}], [{ values: false }], [{ values: 'yes' }]])('off by default: %j', async (inlayHints) => {
  const other = await startEditor();
  other.shared.workspace.ConfigurationProvider.updateConfiguration({ settings: { lmn: { inlayHints } } });
  const document = await openText(other, 'case\ndate: 2026-03-14\n---\n[date]');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(
    await other.lmn.lsp.InlayHintProvider?.getInlayHints(document, {
      textDocument: { uri: document.uri.toString() },
      range,
    }),
  ).toBeUndefined();
});
