import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/editor/selection-ranges.js';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { openText, startEditor } from '../support/editor.js';
import { readMarked } from '../support/marked.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
});

/** What *Expand Selection* selects, step by step. */
async function steps(marked: string): Promise<string[]> {
  const { text, offsets } = readMarked(marked);
  const document = await openText(server, text);
  const [innermost] = selectionRanges(server.lmn, document, [document.textDocument.positionAt(offsets[0] ?? 0)]);
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  const found: string[] = [];
  for (let range = innermost; range; range = range.parent) found.push(document.textDocument.getText(range.range));
  return found;
}

describe('the selection grows', () => {
  test('in prose: word, name, bracket, sentence, paragraph, section, body, file', async () => {
    const section = '## Opening\nFirst one. Then **[patient name] came** home. Last.\nAnd so on.\n\nMore.';
    expect(await steps(`case t\n---\n${section.replace('na', 'na<|>')}\n\n## Next\nText`)).toEqual([
      'name',
      'patient name',
      '[patient name]',
      '**[patient name] came**',
      'Then **[patient name] came** home.',
      'First one. Then **[patient name] came** home. Last.',
      'First one. Then **[patient name] came** home. Last.\nAnd so on.',
      section.slice('## Opening\n'.length),
      section,
      `${section}\n\n## Next\nText`,
      `case t\n---\n${section}\n\n## Next\nText`,
    ]);
  });

  test('in a head: word, line, value, field, record, head, file', async () => {
    const head = 'case t\ninsurance\n  payer: A\n  address: PO B<|>ox\n    Town\n  fax: 1';
    expect(await steps(`${head}\n---\nText`)).toEqual([
      'Box',
      'PO Box',
      'PO Box\n    Town',
      'address: PO Box\n    Town',
      'insurance\n  payer: A\n  address: PO Box\n    Town\n  fax: 1',
      head.replace('<|>', ''),
      `${head.replace('<|>', '')}\n---\nText`,
    ]);
  });

  test.each([
    [
      'a heading',
      'case t\n---\n## My head<|>ing #history\nText',
      ['heading', 'My heading', '## My heading #history', '## My heading #history\nText'],
    ],
    ['a list', 'case t\n---\n- one\n- tw<|>o\n', ['two', '- two', '- one\n- two']],
    ['optional text', 'case t\n---\nA {b [da<|>te] c} d.', ['date', '[date]', '{b [date] c}', 'A {b [date] c} d.']],
    ['the first line', 'case chronic-pa<|>in', ['chronic-pain', 'case chronic-pain']],
    [
      'one of several values',
      'template t\nparts (text, many)\nparts: the ba<|>ck; the leg\n',
      ['back', 'the back', 'parts: the back', 'parts: the back; the leg'],
    ],
    ['damaged text', 'case "\npat<|>ient [\n---\n[', ['patient', 'patient [']],
  ])('in %s', async (_, marked, expected) => {
    expect((await steps(marked)).slice(0, expected.length)).toEqual(expected);
  });

  test('an empty file has an empty selection', async () => {
    expect(await steps('<|>')).toEqual(['']);
  });
});

test('each selection lies within the next and is larger, wherever the cursor is', async () => {
  const part = fc.constantFrom(
    'case t',
    '\n',
    '\n',
    'patient',
    '  name: A b; c',
    '    more',
    '---',
    '## A #tag',
    '### B',
    '[patient name]',
    '{a [x] b}',
    '**b**',
    'One. Two!',
    '- item',
    '| a | b |',
    '> q',
    '// c',
    ' ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 15 }), fc.nat(200), async (parts, at) => {
      const document = await openText(server, parts.join(''));
      const position = document.textDocument.positionAt(at);
      const [innermost] = selectionRanges(server.lmn, document, [position]);
      server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
      const offset = (place: Position) => document.textDocument.offsetAt(place);
      const cursor = offset(position);
      let inner: SelectionRange = innermost!;
      expect(offset(inner.range.start) <= cursor && cursor <= offset(inner.range.end)).toBe(true);
      for (let outer = inner.parent; outer; inner = outer, outer = outer.parent) {
        expect(offset(outer.range.start)).toBeLessThanOrEqual(offset(inner.range.start));
        expect(offset(outer.range.end)).toBeGreaterThanOrEqual(offset(inner.range.end));
        expect(outer.range).not.toEqual(inner.range);
      }
    }),
    { numRuns: 100 },
  );
});
