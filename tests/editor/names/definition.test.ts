import { beforeAll, describe, expect, test } from 'vitest';
import { type OpenFolder, openFile, openFolder } from '../../support/folder.js';
import { readMarked } from '../../support/marked.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({
    'clinic.lmn':
      'vocabulary our-clinic\nrecord infusion (many)\n  drug (text): Drug.\nevidence @cohen2021\n  title: A title\n',
    't.lmn': 'template t "A template"\npain (text): What hurts.\n---\n## Opening\n[pain]\n## History #history\nWords\n',
    'p.lmn': 'policy some-policy\npayer: X\n',
    'other.lmn': 'case t\n',
  });
});

let opened = 0;

/** Where F12 goes at the markers: file and the text that is selected there, with the line around it. */
async function goTo(marked: string): Promise<(string | undefined)[]> {
  const { text, offsets } = readMarked(marked);
  const document = await openFile(folder, `definition-${String(opened++)}.lmn`, text);
  const provider = folder.lmn.lsp.DefinitionProvider;
  return Promise.all(
    offsets.map(async (offset) => {
      const params = {
        textDocument: { uri: document.uri.toString() },
        position: document.textDocument.positionAt(offset),
      };
      const [link] = (await provider?.getDefinition(document, params)) ?? [];
      if (!link) return undefined;
      const file = folder.lmn.letters.Workspaces.get(link.targetUri)?.text ?? text;
      const lines = file.split('\n');
      const { start, end } = link.targetSelectionRange;
      expect(link.targetRange.start.line).toBe(start.line);
      const selected = lines[start.line]!.slice(start.character, end.character);
      return `${link.targetUri.split('/').at(-1)!}:${String(start.line + 1)} ${selected}`;
    }),
  );
}

test('each part of a placeholder goes to its own declaration, in the file that ships', async () => {
  const [record, field] = await goTo('case t\n---\n[pati<|>ent na<|>me]');
  expect(record).toMatch(/^standard\.lmn:\d+ patient$/);
  expect(field).toMatch(/^standard\.lmn:\d+ name$/);
});

describe('F12', () => {
  test.each([
    ["on a template's name in a case", 'case <|>t\n', ['t.lmn:1 t']],
    ["on a template's own field", 'case t\npa<|>in: back\n---\n[pa<|>in]', ['t.lmn:2 pain', 't.lmn:2 pain']],
    ['on a citation', 'case t\n---\nSee [@co<|>hen2021].', ['clinic.lmn:4 cohen2021']],
    ['on a key in the head', 'case t\nevidence @coh<|>en2021', ['clinic.lmn:4 cohen2021']],
    ["on a case's heading", 'case t\n---\n## <|>opening:\n', ['t.lmn:4 Opening']],
    ['on a heading that shares only the role', 'case t\n---\n## What hap<|>pened #history\n', ['t.lmn:6 History']],
    ['on the name of a policy', 'case t\npayer policy: some<|>-policy\n', ['p.lmn:1 some-policy']],
    ['on a record of our own', 'case t\ninfus<|>ion: A\n  dr<|>ug: B', ['clinic.lmn:2 infusion', 'clinic.lmn:3 drug']],
    ['on the subject of a requirement', 'policy q\nrequire field infusion dr<|>ug', ['clinic.lmn:3 drug']],
    ['on a kind of letter in a case', 'case t\nfor: appeal<|>-2', ['appeal-2.lmn:1 appeal-2']],
    ['on the kind that one stands on', 'kind k from appe<|>al-1', ['appeal-1.lmn:1 appeal-1']],
    ['on the shipped kind beneath one of its name', 'kind oxygen from oxy<|>gen', ['oxygen.lmn:1 oxygen']],
    [
      'on a kind in a policy, and beneath a clause',
      'policy q\nfor: other than dm<|>e\nrequire date\n  for: pd<|>n',
      ['dme.lmn:1 dme', 'pdn.lmn:1 pdn'],
    ],
    [
      'on names beneath a clause',
      'policy q\nrequire 2 infusions "a"\n  dr<|>ug: given\n  when infus<|>ion drug: b',
      ['clinic.lmn:3 drug', 'clinic.lmn:2 infusion'],
    ],
    ['on a template that is not there', 'case no-such-te<|>mplate\n', [undefined]],
    ['on a name that nobody declares', 'case t\n---\n[no su<|>ch name]', [undefined]],
    ['on a word of the text', 'case t\n---\nWo<|>rds', [undefined]],
    ['in a file without a first line', '[pa<|>in]\n', [undefined]],
  ])('%s', async (_, marked, expected) => {
    expect(await goTo(marked)).toEqual(expected);
  });

  test("on a pronoun, to the field that says the patient's pronouns", async () => {
    expect((await goTo('case t\n---\n[th<|>ey have]'))[0]).toMatch(/^standard\.lmn:\d+ pronouns$/);
  });

  test('on a source that the case gives itself', async () => {
    const [target] = await goTo('case t\nevidence @mine\n  title: A\n---\n[@mi<|>ne]');
    expect(target).toMatch(/^definition-\d+\.lmn:2 mine$/);
  });

  test('on damaged lines: what still says what it is', async () => {
    expect(
      await goTo(
        'case t "\npain pain pain: x\n  \n evidence @\n---\n{ [@cohen2021 [pa<|>in] ## x\n## \n[@coh<|>en2021;',
      ),
    ).toEqual(['t.lmn:2 pain', undefined]);
  });
});

test('no closed file is read for it', () => {
  expect(folder.reads).toEqual([]);
});

test('what a fact is computed from', async () => {
  const text =
    'vocabulary v\nrecord drip\n  given (date)\n  rest (time from giv<|>en to date)\n  all (sum of infusion dr<|>ug)';
  expect(await goTo(text)).toEqual([expect.stringMatching(/:3 given$/), 'clinic.lmn:3 drug']);
});

test('what a record is like, and what a date comes after', async () => {
  const text = 'vocabulary v\nrecord drip (like infu<|>sion)\n  given (date)\n  ended (date, after giv<|>en)';
  expect(await goTo(text)).toEqual(['clinic.lmn:2 infusion', expect.stringMatching(/:3 given$/)]);
});
