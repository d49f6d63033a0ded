import { beforeAll, describe, expect, test } from 'vitest';
import { closeFile, type OpenFolder, openFile, openFolder } from '../../support/folder.js';
import { readMarked } from '../../support/marked.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({
    'clinic.lmn': [
      'vocabulary our-clinic',
      'record infusion (many, also "drip")',
      '  drug (text, also "agent"): Drug.',
      'evidence @cohen2021',
      '  title: A title',
    ].join('\n'),
    't.lmn':
      'template t\npain (text, also "ache"): What hurts.\n---\n## Opening\n[ache], [infusions]\n## History #history\n',
    'p.lmn': 'policy some-policy\nrequire field infusion drug\nrequire 2 evidence\n',
    'a.lmn': "case t\npain: back\ninfusion: A\n---\n## Opening\n[infusion's agent] [@Cohen2021]\n",
    'b.lmn': 'case t\ndrip\n  agent: A\npayer policy: some-policy\n---\n## What happened #history\n',
    'c.lmn': 'case u\npain: x\nevidence @cohen2021\n  title: B\n',
    'd.lmn': 'case u\nprior treatment: A\n',
  });
});

let opened = 0;

/** Every use of what is under the marker, as `file:line words`, the marked file being `here`. */
async function uses(marked: string, includeDeclaration = true): Promise<string[]> {
  const { text, offsets } = readMarked(marked);
  const name = `references-${String(opened++)}.lmn`;
  const document = await openFile(folder, name, text);
  const params = {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0] ?? 0),
    context: { includeDeclaration },
  };
  const found = (await folder.lmn.lsp.ReferencesProvider?.findReferences(document, params)) ?? [];
  const { Files } = folder.lmn.letters;
  const shown = await Promise.all(
    found.map(async ({ uri, range: { start, end } }) => {
      const file = uri === document.uri.toString() ? text : ((await Files.read(uri))?.text ?? '');
      const words = file.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
      const short = uri === document.uri.toString() ? 'here' : uri.split('/').at(-1)!;
      return `${short}:${String(start.line + 1)} ${words}`;
    }),
  );
  await closeFile(folder, document);
  return shown
    .filter((one) => !one.startsWith('standard') && !one.startsWith('chronic') && !one.startsWith('general'))
    .sort();
}

describe('references, in every spelling', () => {
  test.each([
    [
      'a record',
      'case t\n---\n[inf<|>usions]',
      [
        'a.lmn:3 infusion',
        "a.lmn:6 infusion's",
        'b.lmn:2 drip',
        'clinic.lmn:2 drip',
        'clinic.lmn:2 infusion',
        'here:3 infusions',
        'p.lmn:2 infusion',
        't.lmn:5 infusions',
      ],
    ],
    [
      'a field',
      'case t\n---\n[drip dr<|>ug]',
      ['a.lmn:6 agent', 'b.lmn:3 agent', 'clinic.lmn:3 agent', 'clinic.lmn:3 drug', 'here:3 drug', 'p.lmn:2 drug'],
    ],
    [
      "a template's field, where no other template declares it",
      'case t\npa<|>in: x',
      ['a.lmn:2 pain', 'c.lmn:2 pain', 'here:2 pain', 't.lmn:2 ache', 't.lmn:2 pain', 't.lmn:5 ache'],
    ],
    [
      'a key',
      'case t\n---\n[@cohe<|>n2021]',
      ['a.lmn:6 Cohen2021', 'c.lmn:3 cohen2021', 'clinic.lmn:4 cohen2021', 'here:3 cohen2021'],
    ],
    ['a template', 'case <|>t', ['a.lmn:1 t', 'b.lmn:1 t', 'here:1 t', 't.lmn:1 t']],
    [
      'a policy',
      'case t\npayer policy: so<|>me-policy',
      ['b.lmn:4 some-policy', 'here:2 some-policy', 'p.lmn:1 some-policy'],
    ],
    ['a heading', 'case t\n---\n## open<|>ing.\n', ['a.lmn:5 Opening', 'here:3 opening.', 't.lmn:4 Opening']],
    [
      'a heading, by its role',
      'case t\n---\n## His<|>tory\n',
      ['b.lmn:6 What happened', 'here:3 History', 't.lmn:6 History'],
    ],
    ['a name of one file only', 'case t\nevidence @mine\n---\n## My own\n[@mi<|>ne]', ['here:2 mine', 'here:5 mine']],
    ['nothing', 'case t\n---\n[no su<|>ch]', []],
  ])('%s', async (_, marked, expected) => {
    expect(await uses(marked)).toEqual(expected);
  });

  test('without declarations', async () => {
    expect(await uses('case t\npa<|>in: x', false)).toEqual([
      'a.lmn:2 pain',
      'c.lmn:2 pain',
      'here:2 pain',
      't.lmn:5 ache',
    ]);
  });
});

test('only files that mention a name are read for it', async () => {
  folder.reads.length = 0;
  await uses('case t\n---\n[@cohe<|>n2021]');
  expect(new Set(folder.reads)).toEqual(new Set(['a.lmn', 'c.lmn']));
});
