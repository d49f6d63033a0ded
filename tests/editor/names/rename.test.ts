import { TextDocument } from 'vscode-languageserver-textdocument';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { addressOf, closeFile, type OpenFolder, openFile, openFolder } from '../../support/folder.js';
import { readMarked } from '../../support/marked.js';

const files: Readonly<Record<string, string>> = {
  'clinic.lmn': [
    'vocabulary our-clinic',
    'record infusion (many, also "drip"): So far.',
    '  drug (text, also "agent"): Drug.',
    '  dose (text): Dose.',
    'record patient',
    '  nickname (text): What to call them.',
    'evidence @cohen2021',
    '  title: A title',
    'evidence @other',
  ].join('\n'),
  't.lmn': [
    'template t "A template"',
    'pain (text, also "ache"): What hurts.',
    'budget (money): Cost.',
    '---',
    '## Opening',
    "[pain] [ache] [Infusions] [infusion's drug] [drip dose]",
    '## History #history',
  ].join('\n'),
  'a.lmn':
    "case t\npain: back\ninfusion: A\n  dose: B\n---\n## Opening:\n[INFUSION DOSE] [Infusion’s agent] [@Cohen2021] [patient's nickname]\n",
  'b.lmn':
    'case t\ndrip\n  drug: A\npayer policy: p; q\nevidence @mine\n---\n## What happened #history\n## My heading\n[pain]',
  'p.lmn': 'policy p\nrequire field infusion dose\n',
  'u.lmn': 'template u\n---\n## Opening\n',
};

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder(files);
});

/** The files after a rename at the marker of a file, or of one that is opened beside them; only those that changed. */
async function renamed(
  name: string,
  marked: string,
  newName: string,
  within: { folder: OpenFolder; files: Readonly<Record<string, string>> } = { folder, files },
): Promise<Record<string, string>> {
  const { text, offsets } = readMarked(marked);
  const document = await openFile(within.folder, name, text);
  const params = {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0] ?? 0),
  };
  const provider = within.folder.lmn.lsp.RenameProvider;
  try {
    expect(await provider?.prepareRename(document, params)).toBeDefined();
    const edit = await provider?.rename(document, { ...params, newName });
    return applied(edit ?? {}, { ...within.files, [name]: text });
  } finally {
    await closeFile(within.folder, document);
  }
}

function applied({ changes = {} }: WorkspaceEdit, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).map(([uri, edits]) => {
      const name = Object.keys(texts).find((one) => addressOf(one) === uri)!;
      return [name, TextDocument.applyEdits(TextDocument.create(uri, 'lmn', 0, texts[name]!), edits)];
    }),
  );
}

/** The lines that differ, as they are now. */
function changedLines(after: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(after).map(([name, text]) => {
      const before = files[name]?.split('\n') ?? [];
      return [name, text.split('\n').filter((line, index) => line !== before[index])];
    }),
  );
}

describe('a rename changes the declaration and every use that spells the name', () => {
  test('of a record: plurals, possessives and capitals stay; other names too', async () => {
    expect(
      changedLines(
        await renamed('clinic.lmn', files['clinic.lmn']!.replace('infusion', 'infu<|>sion'), 'home therapy'),
      ),
    ).toEqual({
      'clinic.lmn': ['record home therapy (many, also "drip"): So far.'],
      't.lmn': ["[pain] [ache] [Home therapies] [home therapy's drug] [drip dose]"],
      'a.lmn': ['home therapy: A', "[HOME THERAPY DOSE] [Home therapy’s agent] [@Cohen2021] [patient's nickname]"],
      'p.lmn': ['require field home therapy dose'],
    });
  });

  test('of a field', async () => {
    expect(
      changedLines(await renamed('clinic.lmn', files['clinic.lmn']!.replace('  dose', '  do<|>se'), 'amount')),
    ).toEqual({
      'clinic.lmn': ['  amount (text): Dose.'],
      't.lmn': ["[pain] [ache] [Infusions] [infusion's drug] [drip amount]"],
      'a.lmn': ['  amount: B', "[INFUSION AMOUNT] [Infusion’s agent] [@Cohen2021] [patient's nickname]"],
      'p.lmn': ['require field infusion amount'],
    });
  });

  test('of another name alone', async () => {
    expect(changedLines(await renamed('a.lmn', files['a.lmn']!.replace('agent', 'ag<|>ent'), 'substance'))).toEqual({
      'clinic.lmn': ['  drug (text, also "substance"): Drug.'],
      'a.lmn': ["[INFUSION DOSE] [Infusion’s substance] [@Cohen2021] [patient's nickname]"],
    });
  });

  test("of a template's field, from a case", async () => {
    expect(
      changedLines(await renamed('a.lmn', files['a.lmn']!.replace('pain: back', 'pa<|>in: back'), 'sore spot')),
    ).toEqual({
      't.lmn': [
        'sore spot (text, also "ache"): What hurts.',
        "[sore spot] [ache] [Infusions] [infusion's drug] [drip dose]",
      ],
      'a.lmn': ['sore spot: back'],
      'b.lmn': ['[sore spot]'],
    });
  });

  test('of our own field of a standard record', async () => {
    expect(
      changedLines(await renamed('a.lmn', files['a.lmn']!.replace('nickname', 'nick<|>name'), 'call name')),
    ).toEqual({
      'clinic.lmn': ['  call name (text): What to call them.'],
      'a.lmn': ["[INFUSION DOSE] [Infusion’s agent] [@Cohen2021] [patient's call name]"],
    });
  });

  test('of a key, typed with or without its @', async () => {
    expect(changedLines(await renamed('a.lmn', files['a.lmn']!.replace('@Co', '@C<|>o'), '@cohen2022'))).toEqual({
      'clinic.lmn': ['evidence @cohen2022'],
      'a.lmn': ["[INFUSION DOSE] [Infusion’s agent] [@cohen2022] [patient's nickname]"],
    });
  });

  test('of a template, from a case', async () => {
    expect(changedLines(await renamed('a.lmn', files['a.lmn']!.replace('case t', 'case <|>t'), 'back-pain'))).toEqual({
      't.lmn': ['template back-pain "A template"'],
      'a.lmn': ['case back-pain'],
      'b.lmn': ['case back-pain'],
    });
  });

  test('of a policy', async () => {
    expect(changedLines(await renamed('p.lmn', files['p.lmn']!.replace('policy p', 'policy p<|>'), 'mp-104'))).toEqual({
      'p.lmn': ['policy mp-104'],
      'b.lmn': ['payer policy: mp-104; q'],
    });
  });

  test('of a heading; a heading that only shares its role stays', async () => {
    expect(
      changedLines(await renamed('t.lmn', files['t.lmn']!.replace('Opening', 'Open<|>ing'), 'The request')),
    ).toEqual({
      't.lmn': ['## The request'],
      'a.lmn': ['## The request:'],
    });
    expect(
      changedLines(await renamed('t.lmn', files['t.lmn']!.replace('History', 'Hist<|>ory'), 'Background')),
    ).toEqual({
      't.lmn': ['## Background #history'],
    });
  });

  test('of a heading that a case adds', async () => {
    expect(
      changedLines(await renamed('b.lmn', files['b.lmn']!.replace('My heading', 'My <|>heading'), 'Another')),
    ).toEqual({ 'b.lmn': ['## Another'] });
  });

  test('of capitals alone', async () => {
    expect(changedLines(await renamed('t.lmn', files['t.lmn']!.replace('pain (', 'pa<|>in ('), 'Pain'))).toMatchObject({
      't.lmn': ['Pain (text, also "ache"): What hurts.', "[Pain] [ache] [Infusions] [infusion's drug] [drip dose]"],
    });
  });

  test('in a damaged file', async () => {
    const text = 'case t "\npain: [\n pain\n---\n[pa<|>in] [pain {[pain] [@\n## [pain';
    expect((await renamed('damaged.lmn', text, 'ill'))['damaged.lmn']).toBe(
      'case t "\nill: [\n pain\n---\n[ill] [pain {[ill] [@\n## [pain',
    );
  });
});

describe('records that are like another one', () => {
  const alike = {
    'v.lmn':
      'vocabulary v\nrecord infusion\n  drug (text)\n  dose (text)\nrecord drip (like infusion)\n  rate (text)\n  dose (text)\n',
    't.lmn': 'template t\n---\n## Opening\n[infusion drug] [drip drug] [infusion dose] [drip dose]\n',
    'a.lmn': 'case t\ninfusion\n  drug: A\n  dose: B\ndrip\n  drug: C\n  dose: D\n',
  };
  const rename = async (name: keyof typeof alike, at: string, newName: string) => {
    const marked = alike[name].replace(at, (found) => `${found.slice(0, -1)}<|>${found.slice(-1)}`);
    return renamed(name, marked, newName, { folder: await openFolder(alike), files: alike });
  };

  test.each([
    ['v.lmn', 'record infusion\n  drug'],
    ['t.lmn', '[infusion drug'],
    ['t.lmn', '[infusion drug] [drip drug'],
    ['a.lmn', 'drip\n  drug'],
  ] as const)('a field goes by its new name in all of them, from %s at %j', async (name, at) => {
    expect(await rename(name, at, 'agent')).toEqual({
      'v.lmn': alike['v.lmn'].replace('drug', 'agent'),
      't.lmn': alike['t.lmn'].replaceAll('drug', 'agent'),
      'a.lmn': alike['a.lmn'].replaceAll('drug', 'agent'),
    });
  });

  test('one that a record has of its own is another field', async () => {
    expect(await rename('a.lmn', 'drip\n  drug: C\n  dose', 'amount')).toEqual({
      'v.lmn': alike['v.lmn'].replace('rate (text)\n  dose', 'rate (text)\n  amount'),
      't.lmn': alike['t.lmn'].replace('[drip dose]', '[drip amount]'),
      'a.lmn': alike['a.lmn'].replace('dose: D', 'amount: D'),
    });
  });

  test('the record itself, where others say that they are like it', async () => {
    expect(await rename('v.lmn', 'record infusion', 'course')).toEqual({
      'v.lmn': alike['v.lmn'].replaceAll('infusion', 'course'),
      't.lmn': alike['t.lmn'].replaceAll('infusion', 'course'),
      'a.lmn': alike['a.lmn'].replace('infusion', 'course'),
    });
  });
});

test('the name is offered without its possessive', async () => {
  const { text, offsets } = readMarked("case t\n---\n[infu<|>sion's drug]");
  const document = await openFile(folder, 'c.lmn', text);
  const params = {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0]!),
  };
  expect(await folder.lmn.lsp.RenameProvider?.prepareRename(document, params)).toEqual({
    start: { line: 2, character: 1 },
    end: { line: 2, character: 9 },
  });
});

describe('a rename is refused', () => {
  test.each([
    ['where a shipped file declares it', 'case t\npati<|>ent', 'client', /ships with LMN; declare your own record/],
    [
      'for a field of a shipped file',
      'case t\n---\n[patient na<|>me]',
      'title',
      /ships with LMN; declare your own field/,
    ],
    ['for a shipped template', 'case chronic-pain-continu<|>ation', 'mine', /ships with LMN/],
    [
      "for a shipped template's heading",
      'case chronic-pain-continuation\n---\n## Open<|>ing',
      'Hello',
      /ships with LMN/,
    ],
    ['for a word of the language', 'case t\n---\n[the<|>y]', 'we', /belongs to the language/],
    ['for a block', 'case t\n---\n[sign<|>ature]', 'name', /belongs to the language/],
    ['for a tag', 'case t\n---\n## A #hist<|>ory', 'past', /belongs to the language/],
    ['for a rule', '// lmn-disable-file some-<|>rule -- why\ncase t', 'x', /name of a rule/],
    ['for what nobody declares', 'case t\n---\n[no su<|>ch]', 'x', /Nothing has this name yet/],
    ['for a template that is not there', 'case nowh<|>ere', 'x', /There is no template/],
    ['for a plural', 'case t\n---\n[infu<|>sions]', 'x', /plural/],
    ['for a heading that has only a role in common', 'case t\n---\n## Wh<|>at #history', 'x', /only written here/],
    ['when the record exists', 'case t\ninfu<|>sion', 'drip', /already/],
    ['when another record answers to it', 'case t\ninfu<|>sion', 'Physician', /already/],
    ['when it is the plural of a record', 'case t\ninfu<|>sion', 'prior treatments', /already/],
    ['when a fact of the letter has it', 'case t\npa<|>in: x', 'date', /already/],
    ['when the template has such a field', 'case t\npa<|>in: x', 'budget', /already/],
    ['when the record has such a field', 'case t\ninfusion\n  do<|>se: x', 'drug', /already has a field/],
    ['when the field is also called so', 'case t\ninfusion\n  dr<|>ug: x', 'agent', /another name of the same field/],
    ['for a reserved name', 'case t\npa<|>in: x', 'signature', /keeps this name/],
    ['for a pronoun', 'case t\npa<|>in: x', 'they have', /keeps this name/],
    ['for a record called record', 'case t\ninfu<|>sion', 'record', /keeps this name/],
    ['for what cannot be a name', 'case t\npa<|>in: x', 'a: b', /cannot be a name/],
    ['for a possessive', 'case t\npa<|>in: x', "patient's", /without its possessive/],
    ['for no name at all', 'case t\npa<|>in: x', ' ', /cannot be a name/],
    ['for a template with capitals', 'case <|>t', 'My Template', /small letters/],
    ['when there is such a template', 'case <|>t', 'u', /already a template/],
    ['when there is such a shipped template', 'case <|>t', 'general-medical-necessity', /already a template/],
    ['when the key is taken', 'case t\nevidence @coh<|>en2021', 'other', /already has this key/],
    ['when a case uses the key for itself', 'case t\nevidence @coh<|>en2021', 'Mine', /already uses this key/],
    ['for what cannot be a key', 'case t\nevidence @coh<|>en2021', 'a b', /A key is/],
    ['when there is such a heading', 'case t\n---\n## Open<|>ing', 'history.', /already has this heading/],
    ['when a case has added such a heading', 'case t\n---\n## Open<|>ing', 'My heading', /A case of this template/],
    ['for an empty heading', 'case t\n---\n## Open<|>ing', '  ', /needs a heading/],
    ['for a heading with a tag', 'case t\n---\n## Open<|>ing', 'Start #untitled', /Tags are no part/],
  ])('%s', async (_, marked, newName, message) => {
    await expect(renamed('here.lmn', marked, newName)).rejects.toThrow(message);
  });

  test('while the folder is still being read', async () => {
    const manager = folder.shared.workspace.WorkspaceManager as unknown as { complete: boolean };
    manager.complete = false;
    await expect(renamed('here.lmn', 'case t\npa<|>in: x', 'x')).rejects.toThrow(/still being read/);
    manager.complete = true;
  });
});

test('where there is no name there is nothing to rename', async () => {
  const document = await openFile(folder, 'd.lmn', 'case t\n---\nWords');
  const params = { textDocument: { uri: document.uri.toString() }, position: { line: 2, character: 2 } };
  expect(await folder.lmn.lsp.RenameProvider?.prepareRename(document, params)).toBeUndefined();
  expect(await folder.lmn.lsp.RenameProvider?.rename(document, { ...params, newName: 'x' })).toBeUndefined();
});

test('a field in what is computed from it, beneath its record and elsewhere', async () => {
  const text =
    'vocabulary v\nrecord visit (many)\n  day (date)\n  ho<|>urs (number)\n  rest (change from hours to hours)\nrecord letter\n  all (sum of visit hours)\n';
  const after = await renamed('v.lmn', text, 'time spent');
  expect(after['v.lmn']).toBe(text.replace('<|>', '').replaceAll('hours', 'time spent'));
});
