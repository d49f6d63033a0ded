import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { openText, startEditor } from '../support/editor.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
});

async function symbolsOf(text: string): Promise<DocumentSymbol[]> {
  const document = await openText(server, text);
  const found = await server.lmn.lsp.DocumentSymbolProvider?.getSymbols(document, {
    textDocument: { uri: document.uri.toString() },
  });
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  return found ?? [];
}

/** The outline as indented lines: name, detail, and the lines that it covers. */
async function outline(text: string): Promise<string[]> {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, range: { start, end }, children = [] }) => [
      `${indent}${name}${detail ? ` = ${detail}` : ''} (${String(start.line + 1)}-${String(end.line + 1)})`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(await symbolsOf(text), '');
}

describe('the outline', () => {
  test('of a case', async () => {
    const text = [
      '// a comment',
      'case chronic-pain-continuation',
      'date: 2026-11-21',
      'insurance',
      '  payer: A payer',
      '  address: Review',
      '    PO Box 12',
      '',
      'provider @whitfield',
      'prior treatment: Gabapentin',
      '  outcome: not tolerated',
      '---',
      'Before the first heading.',
      '## Opening',
      '### Sub #one',
      'Text',
      '#### Deeper',
      '### Next',
      '',
      '## Extra #history #optional',
      '',
    ].join('\n');
    expect(await outline(text)).toEqual([
      'chronic-pain-continuation = case (2-2)',
      'date (3-3)',
      'insurance (4-7)',
      '  payer (5-5)',
      '  address (6-7)',
      'provider @whitfield (9-9)',
      'prior treatment (10-11)',
      '  outcome (11-11)',
      'Opening (14-18)',
      '  Sub #one (15-17)',
      '    Deeper (17-17)',
      '  Next (18-18)',
      'Extra = #history #optional (20-20)',
    ]);
  });

  test('of a template', async () => {
    expect(
      await outline('template t "A title"\nfor: continuation\npain (text, many): What hurts.\n---\n## Opening\n'),
    ).toEqual(['A title = template (1-1)', 'for (2-2)', 'pain = What hurts. (3-3)', 'Opening (5-5)']);
  });

  test('of a vocabulary', async () => {
    expect(
      await outline(
        'vocabulary v\nrecord infusion (many): So far.\n  drug (text): Drug.\nevidence @one\n  title: A title\n',
      ),
    ).toEqual([
      'v = vocabulary (1-1)',
      'infusion = So far. (2-3)',
      '  drug = Drug. (3-3)',
      'evidence @one (4-5)',
      '  title (5-5)',
    ]);
  });

  test('of a policy', async () => {
    expect(await outline('policy p\npayer: A\nrequire field last visit within 60 days: Section 3\n')).toEqual([
      'p = policy (1-1)',
      'payer (2-2)',
      'require field last visit within 60 days (3-3)',
    ]);
  });

  test('of damaged lines', async () => {
    expect(await outline('case "\n%%%\npatient:\nname: A\n @\n---\n## \n##x\n## [pain')).toEqual([
      'case = case (1-1)',
      'patient (3-3)',
      'name (4-5)',
      '… (7-7)',
      'x (8-8)',
      '[pain (9-9)',
    ]);
  });
});

test('kinds tell records, fields and headings apart', async () => {
  const kinds = (await symbolsOf('case\ndate: x\npatient\n---\n## A')).map(({ kind }) => kind);
  expect(kinds).toEqual([SymbolKind.File, SymbolKind.Property, SymbolKind.Struct, SymbolKind.String]);
});

function isWithin(inner: Range, outer: Range): boolean {
  const at = ({ line, character }: Range['start']) => line * 10_000 + character;
  return at(inner.start) >= at(outer.start) && at(inner.end) <= at(outer.end);
}

test('whatever the text, symbols have names and hold what they select and their children', async () => {
  const part = fc.constantFrom(
    'case t',
    'template t "x"',
    'vocabulary v',
    '\n',
    '\n',
    'patient',
    '  name: A',
    '    more',
    ': ',
    'record x',
    '  f (text)',
    '---',
    '## A',
    '##',
    '### B',
    '#### C',
    ' #tag',
    '[x',
    '// c',
    '\r\n',
    'require 2',
  );
  const check = (symbols: readonly DocumentSymbol[]) => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      expect(name.trim()).not.toBe('');
      expect(isWithin(selectionRange, range)).toBe(true);
      for (const child of children) expect(isWithin(child.range, range)).toBe(true);
      check(children);
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 20 }), async (parts) => {
      check(await symbolsOf(parts.join('')));
    }),
    { numRuns: 100 },
  );
});
