import fc from 'fast-check';
import { highlightHelper } from 'langium/test';
import { SemanticTokensDecoder } from 'langium/lsp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { openText, startEditor } from '../support/editor.js';

let server: LmnLanguageServer;

beforeAll(async () => {
  server = await startEditor();
  await openText(server, 'template t\npain (text): What hurts.\n', 't.lmn');
});

/** The colored words of a text, each with its type. */
async function colors(text: string): Promise<string[]> {
  const document = await openText(server, text);
  const provider = server.lmn.lsp.SemanticTokenProvider!;
  const tokens = await provider.semanticHighlight(document, { textDocument: { uri: document.uri.toString() } });
  const decoded = SemanticTokensDecoder.decode(tokens, provider.tokenTypes, document);
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  server.lmn.letters.Workspaces.remove(document.uri.toString());
  return decoded.map(({ text: word, tokenType }) => `${word}: ${tokenType}`);
}

describe('names are colored by what they mean', () => {
  test.each([
    [
      'placeholders, part by part',
      'case t\n---\n[patient name] [pain] [no such]',
      ['t: namespace', 'patient: class', 'name: property', 'pain: variable', 'no such: unknownName'],
    ],
    [
      'a head',
      'case t\npatient\n  date of birth: 1968-03-14\n  pronouns: she\n  name: A\nnonsense: x',
      [
        't: namespace',
        'patient: class',
        'date of birth: property',
        '1968-03-14: number',
        'pronouns: property',
        'she: enumMember',
        'name: property',
        'nonsense: unknownName',
      ],
    ],
    [
      'keys',
      'case t\nevidence @mine\n---\n[@mine; @other]',
      ['t: namespace', 'evidence: class', 'mine: variable', 'mine: variable', 'other: unknownName'],
    ],
    [
      'the choices of a condition',
      'case t\n---\n{when [urgency] is expedited, soon or standard: Now.} {when [pain] is bad: Now.}',
      ['t: namespace', 'urgency: property', 'expedited: enumMember', 'standard: enumMember', 'pain: variable'],
    ],
    ['tags', 'case t\n---\n## A #history #nonsense', ['t: namespace', 'history: decorator', 'nonsense: unknownName']],
    [
      'declarations',
      'template x\nscore (number, many, also "points", nonsense)\nside (left | right)',
      [
        'x: namespace',
        'score: variable',
        'number: type',
        'many: modifier',
        'also: modifier',
        'points: variable',
        'side: variable',
        'left: enumMember',
        'right: enumMember',
      ],
    ],
    [
      'computed facts',
      'vocabulary v\nrecord a\n  b (date)\n  c (time from b to last visit, unprinted)',
      [
        'v: namespace',
        'a: class',
        'b: property',
        'date: type',
        'c: property',
        'time from: type',
        'b: property',
        'to: type',
        'last visit: property',
        'unprinted: modifier',
      ],
    ],
    [
      'a vocabulary',
      'vocabulary v\nrecord a (many)\n  b (date)\nprovider @x\n  npi: 1234567893',
      [
        'v: namespace',
        'a: class',
        'many: modifier',
        'b: property',
        'date: type',
        'provider: class',
        'x: variable',
        'npi: property',
        '1234567893: number',
      ],
    ],
    [
      'values that are not given',
      'case t\npatient\n  date of birth: [MM/DD/YYYY]',
      ['t: namespace', 'patient: class', 'date of birth: property'],
    ],
    ['damaged lines', 'case "\npatient\n name: [\n%%\n dob: x\n---\n[patient', ['patient: class', 'name: property']],
  ])('%s', async (_, text, expected) => {
    expect(await colors(text)).toEqual(expected);
  });
});

test('declarations and what ships are marked', async () => {
  const document = await openText(server, 'vocabulary v\nrecord patient\n  nickname (text)\n');
  const provider = server.lmn.lsp.SemanticTokenProvider!;
  const tokens = await provider.semanticHighlight(document, { textDocument: { uri: document.uri.toString() } });
  const { declaration = 0, defaultLibrary = 0 } = provider.tokenModifiers;
  const marks = SemanticTokensDecoder.decode(tokens, provider.tokenTypes, document).map(({ text, tokenModifiers }) => [
    text,
    tokenModifiers,
  ]);
  expect(marks).toEqual([
    ['v', declaration],
    ['patient', declaration | defaultLibrary],
    ['nickname', declaration],
    ['text', 0],
  ]);
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  server.lmn.letters.Workspaces.remove(document.uri.toString());
});

test('a range gives the tokens in it', async () => {
  const document = await openText(server, 'case t\npatient\n  name: A\n---\n[patient age]');
  const provider = server.lmn.lsp.SemanticTokenProvider!;
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  const tokens = await provider.semanticHighlightRange(document, {
    textDocument: { uri: document.uri.toString() },
    range,
  });
  expect(SemanticTokensDecoder.decode(tokens, provider.tokenTypes, document).map(({ text }) => text)).toEqual(['name']);
});

test('the markers of the test helper find a placeholder', async () => {
  const { tokens, ranges } = await highlightHelper(server.lmn)('case t\n---\n[<|patient|> name]');
  expect(tokens.some(({ offset }) => offset === ranges[0]![0])).toBe(true);
});

test('whatever the text, tokens are in order and none overlap', async () => {
  const part = fc.constantFrom(
    'case t',
    'vocabulary v',
    'template x',
    '\n',
    '\n',
    'patient',
    ' name: A; B',
    'date: 2026-11-21',
    '  payer policy: a; b',
    'a (text | x, also "y")',
    '---',
    '## A #history',
    '[patient name]',
    '[@x; @y]',
    '\r\n',
    '// lmn-disable-file x',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 20 }), async (parts) => {
      const document = await openText(server, parts.join(''));
      const provider = server.lmn.lsp.SemanticTokenProvider!;
      const { data } = await provider.semanticHighlight(document, { textDocument: { uri: document.uri.toString() } });
      server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
      server.lmn.letters.Workspaces.remove(document.uri.toString());
      let length = 0;
      for (let i = 0; i < data.length; i += 5) {
        if (i > 0 && data[i] === 0) expect(data[i + 1]).toBeGreaterThanOrEqual(length);
        length = data[i + 2]!;
        expect(length).toBeGreaterThan(0);
        expect(data[i]).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 100 },
  );
});
