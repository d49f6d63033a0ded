import { beforeAll, describe, expect, test } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import { addressOf, closeFile, type OpenFolder, openFile, openFolder } from '../../support/folder.js';
import { completes, completionsAt } from '../../support/completes.js';
import { readMarked } from '../../support/marked.js';

const files: Readonly<Record<string, string>> = {
  'base.lmn': 'template base\nsite (text): Where.\n---\n## Opening\nAt [site].\n\n## Evidence #evidence\nMore.',
  't.lmn': 'template t from base\n---\n## opening\n[template text] Mine.\n\n## Evidence',
  'u.lmn': 'template u from t\n---\n## Opening:\nOurs.',
  'a.lmn': 'case u\nsite: here\n---\n## Opening\n[template text] [site]',
  'other.lmn': 'template other\n---\n## Opening\nNone.',
  'm.lmn': 'template general-medical-necessity from general-medical-necessity\n---',
};

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder(files);
});

async function at(name: string, mark: string) {
  const { text, offsets } = readMarked((files[name] ?? '').replace(mark.replace('<|>', ''), mark));
  const document = await openFile(folder, name, text);
  const textDocument = { uri: document.uri.toString() };
  return { document, params: { textDocument, position: document.textDocument.positionAt(offsets[0] ?? 0) } };
}

describe('F12', () => {
  test.each([
    ['the base, to its kind line', 't.lmn', 'from ba<|>se', 'base.lmn:1'],
    ['a heading, to the section it stands on', 'u.lmn', '## Open<|>ing:', 't.lmn:3'],
    ['a heading of the template that stands on the lowest', 't.lmn', '## open<|>ing', 'base.lmn:4'],
    ['[template text] of a case, to the words', 'a.lmn', '[template te<|>xt]', 'u.lmn:3'],
    ['[template text] of a template', 't.lmn', '[template te<|>xt]', 'base.lmn:4'],
    [
      'a base of the file’s own name, to the one that ships',
      'm.lmn',
      'from general-<|>medical',
      'general-medical-necessity.lmn:1',
    ],
  ])('on %s', async (_, name, mark, target) => {
    const { document, params } = await at(name, mark);
    const [link] = (await folder.lmn.lsp.DefinitionProvider?.getDefinition(document, params)) ?? [];
    expect(`${link?.targetUri.split('/').at(-1) ?? ''}:${String((link?.targetRange.start.line ?? -1) + 1)}`).toBe(
      target,
    );
    if (name === 'm.lmn') expect(link?.targetUri).toMatch(/^lmn-shipped:/);
    await closeFile(folder, document);
  });
});

async function renamedFiles(name: string, mark: string, newName: string): Promise<Record<string, number>> {
  const { document, params } = await at(name, mark);
  const edit = await folder.lmn.lsp.RenameProvider?.rename(document, { ...params, newName });
  await closeFile(folder, document);
  return Object.fromEntries(
    Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri.split('/').at(-1) ?? '', edits.length]),
  );
}

describe('rename', () => {
  const everywhere = { 'base.lmn': 1, 't.lmn': 1, 'u.lmn': 1, 'a.lmn': 1 };
  test('of a heading, in all that stands on it', async () => {
    expect(await renamedFiles('base.lmn', '## Open<|>ing', 'Beginning')).toEqual(everywhere);
    expect(await renamedFiles('u.lmn', '## Open<|>ing', 'Beginning')).toEqual(everywhere);
  });
  test('of a template, behind every `from`', async () => {
    expect(await renamedFiles('base.lmn', 'template ba<|>se', 'ground')).toEqual({ 'base.lmn': 1, 't.lmn': 1 });
    expect(await renamedFiles('t.lmn', 'template t<|>', 'ground')).toEqual({ 't.lmn': 1, 'u.lmn': 1 });
  });
  test('of a field of the base, also in cases of what stands on it', async () => {
    expect(await renamedFiles('base.lmn', '[si<|>te]', 'place')).toEqual({ 'base.lmn': 2, 'a.lmn': 2 });
  });
});

test('references of a heading are those in all that stands on it', async () => {
  const { document, params } = await at('base.lmn', '## Open<|>ing');
  const found = await folder.lmn.lsp.ReferencesProvider?.findReferences(
    document,
    { ...params, context: { includeDeclaration: true } },
    CancellationToken.None,
  );
  expect(new Set(found?.map(({ uri }) => uri))).toEqual(
    new Set(['base.lmn', 't.lmn', 'u.lmn', 'a.lmn'].map((name) => addressOf(name))),
  );
  await closeFile(folder, document);
});

describe('completion', () => {
  const others = { 'base.lmn': files['base.lmn'] ?? '', 'u.lmn': 'template u from x' };
  test('of templates after `from`, without itself and what stands on it', async () => {
    const { list } = await completionsAt('template x from <|>', others);
    const labels = list.items.map(({ label }) => label);
    expect(labels).toContain('base');
    expect(labels).not.toContain('x');
    expect(labels).not.toContain('u');
  });
  test('of the base’s headings', () => completes('template x from base\n---\n## <|>', ['Opening', 'Evidence'], others));
  test('of [template text] beneath them', async () => {
    const { list } = await completionsAt('template x from base\n---\n## Opening\n[te<|>', others);
    expect(list.items.map(({ label }) => label)).toContain('template text');
    const own = await completionsAt('template x from base\n---\n## Mine\n[te<|>', others);
    expect(own.list.items.map(({ label }) => label)).not.toContain('template text');
  });
});
