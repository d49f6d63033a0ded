import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import type { DocumentWriters, WritingOptions, WrittenLetter } from '../../server/src/export/letter-writers.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import {
  type ExportCheck,
  exportCheckRequest,
  type ExportParams,
  type ExportWrite,
  type ExportWriteParams,
  exportWriteRequest,
} from '../../server/src/protocol/export.js';
import type { PageLayout } from '../../server/src/render/page-layout.js';
import type { WebFonts } from '../../server/src/render/web-fonts.js';
import { renderText } from '../../server/src/render/text.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { Session } from '../support/session.js';
import { type Broken, TextsOnDisk } from '../support/texts-on-disk.js';
import { usualPaper } from '../../server/src/paper.js';

const folder = 'file:///clinic';
const caseUri = `${folder}/cases/a.lmn`;
const noteUri = `${folder}/note.lmn`;
const note = `template note "A short note"
---
[date]

## Why #condition #treatment #history #evidence #consequences #qualifications
[patient name] was born on [patient date of birth] and needs it.

[signature]
`;
const head = `case note
date: 2026-11-21
patient
  name: Ana Ruiz
  date of birth: 1968-04-09
  pronouns: she
`;
const complete = `${head}insurance
  payer: Blue Mesa Health Plan
  member id: SAMPLE0000123
provider
  name: Dana Whitfield
  credentials: MD
  npi: 1234567893
diagnosis
  name: chronic migraine
  code: G43.709
`;
const incomplete = complete.replace('  date of birth: 1968-04-09\n', '');

/** Writers that print what they were given as text, so that a test can read it. */
class PlainWriters implements DocumentWriters {
  readonly options: WritingOptions[] = [];
  unprintable: string[] = [];
  fault: Error | undefined;

  pdf(letter: ResolvedLetter, options: WritingOptions): Promise<WrittenLetter> {
    return this.write(`PDF ${renderText(letter)}`, options, this.unprintable);
  }

  docx(letter: ResolvedLetter, options: WritingOptions): Promise<WrittenLetter> {
    return this.write(`Word ${renderText(letter)}`, options, []);
  }

  layOut(): Promise<PageLayout> {
    return Promise.resolve({ count: 1, starts: [], extra: 0 });
  }

  webFonts(): Promise<WebFonts> {
    return Promise.resolve({ regular: '', bold: '', italic: '', boldItalic: '', symbols: '' });
  }

  private write(text: string, options: WritingOptions, unprintable: readonly string[]): Promise<WrittenLetter> {
    this.options.push(options);
    return this.fault
      ? Promise.reject(this.fault)
      : Promise.resolve({ content: new TextEncoder().encode(text), unprintable });
  }
}

let session: Session;
let writers: PlainWriters;

afterEach(() => {
  session.end();
});

async function start(
  files: Readonly<Record<string, string | Uint8Array | Broken>>,
  { inBrowser = false }: { inBrowser?: boolean } = {},
): Promise<void> {
  writers = new PlainWriters();
  const disk = new TextsOnDisk({ [noteUri]: note, ...files });
  session = await Session.start({
    shipped: shippedFiles,
    disk,
    folders: [folder],
    ...(!inBrowser && { writers }),
  });
  session.server.lmn.letters.Config.trusted = true;
}

function check(params: Partial<ExportParams> = {}): Promise<ExportCheck> {
  return session.client.sendRequest(exportCheckRequest, { uri: caseUri, type: 'pdf', ...params });
}

function write(params: Partial<ExportWriteParams> = {}): Promise<ExportWrite> {
  return session.client.sendRequest(exportWriteRequest, { uri: caseUri, type: 'pdf', draft: false, ...params });
}

/** What is open, and fails where there is no letter. */
async function open(params: Partial<ExportParams> = {}) {
  const found = await check(params);
  if (found.kind !== 'letter') throw new Error(found.message);
  return found.open;
}

/** The text of the written file, and fails where none is. */
async function written(params: Partial<ExportWriteParams> = {}): Promise<string> {
  const answer = await write(params);
  if (answer.kind !== 'file') throw new Error(JSON.stringify(answer));
  return Buffer.from(answer.content, 'base64').toString();
}

describe('a letter that lacks nothing', () => {
  test('can be sent, under a name without the patient', async () => {
    await start({ [caseUri]: complete });
    expect(await check()).toEqual({ kind: 'letter', uri: caseUri, fileName: 'note 2026-11-21', open: [] });
  });

  test.each([
    ['pdf', /^PDF [^]*Ana Ruiz was born on April 9, 1968/],
    ['docx', /^Word [^]*Ana Ruiz was born on April 9, 1968/],
    ['html', /^<!DOCTYPE html>[^]*Ana Ruiz/],
  ] as const)('is written as %s', async (type, text) => {
    await start({ [caseUri]: complete });
    expect(await written({ type })).toMatch(text);
    expect(writers.options.every(({ draft }) => !draft)).toBe(true);
  });

  test('is written as it is now, not as it is on disk', async () => {
    await start({ [caseUri]: complete });
    session.openFile(caseUri, complete);
    const end = complete.indexOf('Ana Ruiz') + 'Ana Ruiz'.length;
    session.edit(caseUri, end, end, '-Lopez');
    expect(await written()).toContain('Ana Ruiz-Lopez was born');
  });
});

describe('the gate', () => {
  test('lists what is missing, and where to write it', async () => {
    await start({ [caseUri]: incomplete });
    expect(await open()).toEqual([
      {
        kind: 'gap',
        what: 'patient date of birth: not given',
        why: expect.stringContaining('Printed in “Why”.') as string,
        place: {
          uri: caseUri,
          insert: {
            line: 4,
            character: 15,
            text: '\n  date of birth: [The day the patient was born, e.g. MM/DD/YYYY]',
          },
          start: { line: 5, character: 17 },
          end: { line: 5, character: 64 },
        },
      },
    ]);
  });

  test('lists errors with their place', async () => {
    await start({ [caseUri]: complete.replace('npi: 1234567893', 'npi: 1234567890') });
    const [error, ...others] = await open();
    expect(others).toEqual([]);
    expect(error).toMatchObject({
      kind: 'error',
      place: { uri: caseUri, start: { line: 12, character: 7 }, end: { line: 12, character: 17 } },
    });
    expect(error?.what).not.toContain('1234567890');
  });

  test.each(['pdf', 'docx', 'html'] as const)('writes no %s that is not a draft', async (type) => {
    await start({ [caseUri]: incomplete });
    expect(await write({ type })).toEqual({ kind: 'open' });
    expect(writers.options).toEqual([]);
  });

  test('lets a draft through, and says how much is open', async () => {
    await start({ [caseUri]: incomplete });
    expect(await write({ draft: true })).toMatchObject({ kind: 'file', open: 1, unprintable: [] });
    expect(writers.options).toMatchObject([{ draft: true }]);
    expect(await written({ type: 'html', draft: true })).toContain('aria-label="Draft"');
  });

  test('closes on what is taken out after it was asked', async () => {
    await start({ [caseUri]: complete });
    session.openFile(caseUri, complete);
    expect(await open()).toEqual([]);
    const at = complete.indexOf('  name: Ana Ruiz\n');
    session.edit(caseUri, at, at + '  name: Ana Ruiz\n'.length, '');
    expect(await write()).toEqual({ kind: 'open' });
  });

  test('opens on what is filled in', async () => {
    await start({ [caseUri]: incomplete });
    session.openFile(caseUri, incomplete);
    const at = incomplete.indexOf('  pronouns');
    session.edit(caseUri, at, at, '  date of birth: 1968-04-09\n');
    expect(await write()).toMatchObject({ kind: 'file', open: 0 });
  });

  test('waits for a template that is still to be read', async () => {
    await start({ [caseUri]: complete });
    session.openFile(caseUri, complete);
    expect(await open()).toEqual([]);
  });

  test('leads to the template for what is missing there', async () => {
    const broken = note.replace('needs it', 'needs [no such name]');
    await start({ [caseUri]: complete, [noteUri]: broken });
    const [gap] = await open();
    expect(gap).toMatchObject({ what: '[no such name]: no field has this name', place: { uri: noteUri } });
  });
});

describe('what the fonts cannot print', () => {
  const unprintable = ['patient name: Hebrew letters'];

  test('makes no PDF but a draft', async () => {
    await start({ [caseUri]: complete });
    writers.unprintable = unprintable;
    expect(await write()).toEqual({ kind: 'unprintable', unprintable });
    expect(await write({ draft: true })).toMatchObject({ kind: 'file', open: 0, unprintable });
    expect(await write({ type: 'docx' })).toMatchObject({ kind: 'file', unprintable: [] });
  });
});

describe('the configuration', () => {
  const configUri = `${folder}/lmn.config.json`;

  test('names the file, and sets paper and properties', async () => {
    const settings = { fileName: '[case] [date]', paper: 'a4', patientInProperties: true };
    await start({ [caseUri]: complete, [configUri]: JSON.stringify({ export: settings }) });
    expect(await check()).toMatchObject({ fileName: 'a 2026-11-21' });
    await written();
    expect(writers.options).toMatchObject([{ paper: { size: 'a4' }, patientInProperties: true, draft: false }]);
  });

  test('is US Letter without the patient, where it says nothing', async () => {
    await start({ [caseUri]: complete });
    await written();
    expect(writers.options).toMatchObject([{ paper: usualPaper, patientInProperties: false }]);
  });

  test('may turn off an error, but never a gap', async () => {
    const rules = { npi: 'off', 'wrong-value': 'off', 'missing-field': 'off' };
    const text = incomplete.replace('npi: 1234567893', 'npi: 1234567890');
    await start({ [caseUri]: text, [configUri]: JSON.stringify({ rules }) });
    expect((await open()).map(({ what }) => what)).toEqual(['patient date of birth: not given']);
  });
});

describe('a configuration with a mistake lets nothing out, not even a draft', () => {
  const configUri = `${folder}/rules/lmn.config.json`;
  const beneath = `${folder}/rules/cases/a.lmn`;

  test.each([
    [
      'an unknown rule',
      '{ "rules": {\n  "nip": "off" } }',
      /^No letter .* rules\/lmn\.config\.json, line 2: No rule has the name "nip"/,
    ],
    [
      'several',
      '{ "rulez": {},\n "exports": {} }',
      /lmn\.config\.json, line 1: Nothing is set by "rulez".*\(and 1 more\)$/,
    ],
    ['one that cannot be read', { code: 'EACCES' }, /lmn\.config\.json: This cannot be read: you have no permission\./],
  ])('%s', async (_, config, message) => {
    await start({ [beneath]: complete, [configUri]: config });
    const refusal = { kind: 'none', message: expect.stringMatching(message) as string };
    expect(await check({ uri: beneath })).toEqual(refusal);
    expect(await write({ uri: beneath, draft: true })).toEqual(refusal);
    expect(await write({ uri: beneath, type: 'html' })).toEqual(refusal);
    expect(writers.options).toEqual([]);
  });

  test('the letters of other folders may leave', async () => {
    await start({ [caseUri]: complete, [beneath]: complete, [configUri]: '{ "rulez": {} }' });
    expect(await open()).toEqual([]);
    expect(await check({ uri: beneath })).toMatchObject({ kind: 'none' });
  });

  test('nor in a folder that is not trusted is it read', async () => {
    await start({ [beneath]: complete, [configUri]: '{ "rulez": {} }' });
    session.server.lmn.letters.Config.trusted = false;
    expect(await open({ uri: beneath })).toEqual([]);
  });
});

test('a case that is no file yet is exported too', async () => {
  const uri = 'untitled:Untitled-1';
  await start({});
  session.openFile(uri, complete);
  expect(await check({ uri })).toEqual({ kind: 'letter', uri, fileName: 'note 2026-11-21', open: [] });
  expect(await written({ uri })).toContain('Ana Ruiz');
});

test('nothing is made for somebody who has had enough', async () => {
  await start({ [caseUri]: complete });
  const cancel = new CancellationTokenSource();
  const params: ExportWriteParams = { uri: caseUri, type: 'pdf', draft: false };
  const answer = session.client.sendRequest(exportWriteRequest, params, cancel.token);
  cancel.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(writers.options).toEqual([]);
});

test('prints the pictures of the workspace', async () => {
  const png = Uint8Array.from(Buffer.from('iVBORw0KGgo=', 'base64'));
  const signed = complete.replace('  npi:', '  signature: sign.png\n  npi:');
  await start({ [caseUri]: signed, [`${folder}/sign.png`]: png });
  expect(await written({ type: 'html' })).toContain('data:image/png;base64,iVBORw0KGgo=');
  await written();
  expect(writers.options[0]?.picture?.('sign.png')).toEqual({ type: 'image/png', data: 'iVBORw0KGgo=' });
});

describe('what is no letter', () => {
  test.each([
    ['a template', noteUri, /^The values of this letter are made up/],
    ['a vocabulary', 'lmn-shipped:/standard.lmn', /^A vocabulary is not a letter/],
    ['a file that is gone', `${folder}/gone.lmn`, /^This file cannot be read/],
  ])('%s is refused in a sentence', async (_, uri, message) => {
    await start({ [caseUri]: complete });
    await session.settle();
    for (const answer of [await check({ uri }), await write({ uri, draft: true })])
      expect(answer).toEqual({ kind: 'none', message: expect.stringMatching(message) as string });
  });

  test('a template with a case is the case', async () => {
    await start({ [caseUri]: complete });
    expect(await check({ uri: noteUri, caseUri })).toMatchObject({ kind: 'letter', uri: caseUri });
    expect(await written({ uri: noteUri, caseUri })).toContain('Ana Ruiz');
  });
});

test('in a browser there is HTML, and a sentence for the others', async () => {
  await start({ [caseUri]: complete }, { inBrowser: true });
  for (const type of ['pdf', 'docx'] as const) {
    expect(await check({ type })).toMatchObject({ kind: 'none', message: expect.stringMatching(/HTML/) as string });
    expect(await write({ type, draft: true })).toMatchObject({ kind: 'none' });
  }
  expect(await written({ type: 'html' })).toContain('Ana Ruiz');
});

test('a fault is told without a value, and logged without one', async () => {
  await start({ [caseUri]: complete });
  writers.fault = new Error('cannot print Ana Ruiz');
  expect(await write()).toEqual({ kind: 'none', message: expect.stringContaining('fault in LMN') as string });
  await session.settle();
  expect(session.logged.join('\n')).toContain('Exporting a letter failed: Error\n    at ');
  expect(session.logged.join('\n')).not.toContain('Ana');
});
