import { beforeAll, describe, expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver';
import { fillInAction, fixAllAction } from '../../../server/src/protocol/commands.js';
import { actionsFolder, actionsIn, fixedAll, titled } from '../../support/actions.js';
import { openFile, type OpenFolder } from '../../support/folder.js';
import { URI } from 'langium';

const files = {
  't.lmn': [
    'template t',
    'pain (text): What hurts.',
    '---',
    '[date] [insurance payer] [pain]',
    '## Opening',
    'For [patient name], born [patient date of birth].',
    '## Words #history',
    '[write: what happened]',
    '## Closing',
    'Thank you.',
    '',
  ].join('\n'),
};

let folder: OpenFolder;
let plain: OpenFolder;

beforeAll(async () => {
  folder = await actionsFolder(files);
  plain = await actionsFolder(files, false);
});

const actions = (marked: string, only?: string[]) => actionsIn(folder, marked, only, files);
const titles = async (marked: string, only?: string[]) => (await actions(marked, only)).map((action) => action.title);

describe('fixes of rules', () => {
  test('are offered where their finding is, the likeliest preferred', async () => {
    const action = titled(await actions('case t\npatinet<|>\n  name: A\n'), 'Write "patient"');
    expect(action).toMatchObject({ isPreferred: true, kind: 'quickfix', mends: ['unknown-record'] });
    expect(action.after).toEqual({ 'x.lmn': 'case t\npatient\n  name: A\n' });
  });

  test('what only the writer can decide is not preferred', async () => {
    const offered = await actions('case t\n---\n## Words\n[wor<|>ds of mine]');
    expect(titled(offered, 'Make it help for the writer: [write: …]').isPreferred).toBe(false);
  });

  test('nothing away from any finding', async () => {
    expect(await titles('case t\npatinet\n  na<|>me: A\n')).toEqual([]);
  });

  test.each([
    ['indent', 'case t\npatient\n  name: A\ndate<|> of birth: 1968-03-14\n', 'Indent it'],
    ['indent', 'case t\ninsurance\n  address: A\n  PO <|>Box 4410\n', 'Make this line part of the value above'],
    [
      'make it help',
      'template u\n---\n## A\n[descr<|>ibe the pain, e.g. where]',
      'Make it help for the writer: [write: …]',
    ],
    ['declare', 'template u\n---\n## A\n[zz<|>qq]', 'Declare it in the head'],
    ['add the section', '<|>case t\npain: x\n', 'Add the section "Words"'],
    ['the kind', '<|>patient\n  name: A\n', 'Begin the file with "case"'],
  ])('%s: %j', async (_, text, title) => {
    titled(await actions(text), title);
  });

  test('a field can be declared in the template of the case, another file', async () => {
    const action = titled(await actions('case t\n---\n## Words\n[zz<|>qq]'), 'Declare it in the template t');
    expect(action.after['t.lmn']).toContain('pain (text): What hurts.\nzzqq (text)\n---');
  });

  test('never in a file that ships', async () => {
    const uri = URI.parse('lmn-shipped:/standard.lmn');
    const document = folder.shared.workspace.LangiumDocuments.getDocument(uri)!;
    const range = { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } };
    const found = await folder.lmn.lsp.CodeActionProvider?.getCodeActions(document, {
      textDocument: { uri: uri.toString() },
      range,
      context: { diagnostics: [] },
    });
    expect(found).toEqual([]);
  });

  test('are of the text as it is, checked or not', async () => {
    const document = await openFile(folder, 'late.lmn', 'case t\npatinet\n');
    const { Validator } = folder.lmn.letters;
    expect(Validator.findingsOf(document).some(({ rule }) => rule === 'unknown-record')).toBe(true);
    Object.assign(document, { parseResult: folder.lmn.parser.LangiumParser.parse('case t\npatient\n') });
    expect(Validator.findingsOf(document).some(({ rule }) => rule === 'unknown-record')).toBe(false);
  });
});

describe('fill in what is missing', () => {
  const title = 'Fill in what is missing';
  const filled = [
    'case t',
    'date: 2026-11-21',
    'pain: [What hurts]',
    '',
    'insurance',
    '  payer: [The insurance company as it calls itself, e.g. Blue Mesa Health Plan]',
  ].join('\n');

  test('all blanks at once, the day written, the first blank selected', async () => {
    const action = titled(await actions('ca<|>se t\n'), title);
    const after = action.after['x.lmn'] ?? '';
    expect(after.split('\n').slice(0, 3)).toEqual(filled.split('\n').slice(0, 3));
    expect(after.indexOf('insurance')).toBeLessThan(after.indexOf('patient'));
    expect(after).toMatch(/patient\n {2}name: \[[^\]]+\]\n {2}date of birth: \[/);
    expect(after).toMatch(/---\n## Words\n\[write: what happened\]\n$/);
    expect(action.selected).toBe('[What hurts]');
  });

  test('then nothing more is offered, and the letter lacks what it lacked', async () => {
    const after = titled(await actions('ca<|>se t\n'), title).after['x.lmn'] ?? '';
    const again = await titles(`<|>${after}`);
    expect(again).not.toContain(title);
    expect(again.filter((one) => one.startsWith('Add'))).toEqual([]);
  });

  test('what is there stays, also in records', async () => {
    const text = 'case t\npain: back\npatient\n  name: Jane Doe\n\n---\n## Closing\nMine.\n';
    const action = titled(await actions(`<|>${text}`), title);
    const after = action.after['x.lmn'] ?? '';
    for (const line of text.split('\n')) expect(after).toContain(line);
    expect(after).toMatch(/name: Jane Doe\n {2}date of birth: \[/);
    expect(after.indexOf('## Words')).toBeLessThan(after.indexOf('## Closing'));
  });

  test('without our client the edit alone', async () => {
    const [action] = await actionsIn(plain, '<|>case t\n', [fillInAction]);
    expect(action).toMatchObject({ title, kind: fillInAction, selected: undefined });
  });

  test.each(['case t\r\n', 'case t\r', 'case t', '// a note\ncase t // no', 'case t\n---', '## A\ncase t', 'case', ''])(
    'adds lines only: %j',
    async (text) => {
      const [action] = await actions(text, [fillInAction]);
      if (!action) return;
      let rest = action.after['x.lmn'] ?? '';
      for (const char of text.match(/[^]/g) ?? []) {
        const at = rest.indexOf(char);
        expect(at, `${char} of ${text}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + 1);
      }
    },
  );

  test('of a letter that lacks nothing there is none', async () => {
    expect(await titles('case\ndate: 2026-11-21\nprovider: A\nfor: appeal\n---\n## A\nMine.', [fillInAction])).toEqual(
      [],
    );
  });
});

describe("today's date", () => {
  const title = "Write today's date, 2026-11-21";

  test('on a new line', async () => {
    expect(titled(await actions('<|>case t\npain: x\n'), title).after['x.lmn']).toBe(
      'case t\npain: x\ndate: 2026-11-21\n',
    );
  });

  test.each(['date:<|>', 'date: <|>', 'date<|>:', 'date: [the d<|>ay]'])(
    'on the line that is there: %s',
    async (line) => {
      const { after } = titled(await actions(`case t\n${line}\npain: x\n`), title);
      expect(after['x.lmn']).toBe('case t\ndate: 2026-11-21\npain: x\n');
    },
  );

  test('a line for each missing fact has it too', async () => {
    const action = titled(await actions('<|>case t\npain: x\n'), 'Add a line for each missing fact');
    expect(action.after['x.lmn']).toContain('\ndate: 2026-11-21\n');
  });

  test('a date that is given stays', async () => {
    expect(await titles('<|>case t\ndate: 2026-01-01\n')).not.toContain(title);
  });
});

describe('turning a rule off for a line', () => {
  const title = 'Turn off "unknown-record" for this line, with a reason';

  test('asks for a reason, and does nothing until there is one', async () => {
    const action = titled(await actions('case t\npati<|>entts\n  name: A\n'), title);
    const after = 'case t\n// lmn-disable-next-line unknown-record -- [why this one is right]\npatientts\n  name: A\n';
    expect(action.after['x.lmn']).toBe(after);
    expect(action.selected).toBe('[why this one is right]');
    const open = await openFile(folder, 'open.lmn', after);
    const rules = folder.lmn.letters.Validator.findingsOf(open).map(({ rule }) => rule);
    expect(rules).toContain('suppression-without-reason');
    expect(rules).toContain('unknown-record');
    const told = await openFile(folder, 'told.lmn', after.replace(/\[.*\]/, 'asked for by the payer'));
    const left = folder.lmn.letters.Validator.findingsOf(told).map(({ rule }) => rule);
    expect(left).not.toContain('suppression-without-reason');
    expect(left).not.toContain('unknown-record');
  });

  test('keeps the indentation, and the line ends of the file', async () => {
    const action = titled(
      await actions('case t\r\npatient\r\n  nmae<|>: A\r\n'),
      'Turn off "unknown-field" for this line, with a reason',
    );
    expect(action.after['x.lmn']).toContain(
      '\r\n  // lmn-disable-next-line unknown-field -- [why this one is right]\r\n  nmae: A',
    );
  });

  test.each(['// lmn-disable-file n<|>pi\ncase t\n', '// lmn-disable-file n<|>pi -- why\ncase t\n'])(
    'is not offered for what is said of suppressions: %j',
    async (text) => {
      const offered = await titles(text);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.filter((one) => one.startsWith('Turn off'))).toEqual([]);
    },
  );
});

describe('moving pasted facts into the head', () => {
  const move = async (text: string) => (await actions(text, [CodeActionKind.RefactorMove]))[0]?.after['x.lmn'];

  test('all that stand together, to their records', async () => {
    const text =
      'case t\npain: x\n\ninsurance\n  payer: P\n---\n## Words\nMine.\n**Patient Name:** Jane D<|>oe\nDate of birth of nobody\n';
    expect(await move(text)).toBe(
      'case t\npain: x\n\ninsurance\n  payer: P\n\npatient\n  name: Jane Doe\n---\n## Words\nMine.\nDate of birth of nobody\n',
    );
  });

  test.each([
    [
      'case t\n---\n## Words\nPatient Name: A<|>\n- Patient Date of Birth: 1968-03-14\nDate: 2026-11-21\n',
      'case t\ndate: 2026-11-21\n\npatient\n  name: A\n  date of birth: 1968-03-14\n---\n## Words\n',
    ],
    [
      'case t\r\npatient\r\n  phone: 1\r\n---\r\n<|>Patient name: A',
      'case t\r\npatient\r\n  phone: 1\r\n  name: A\r\n---\r\n',
    ],
    ['case t\n---\npain: lower back<|>\n', 'case t\npain: lower back\n---\n'],
  ])('%j', async (text, after) => expect(await move(text)).toBe(after));

  test.each([
    ['a placeholder is prose', 'case t\n---\n**Patient Name:** [patient<|> name]\n'],
    ['no such name', 'case t\n---\nDear reader: yes<|>\n'],
    ['given already', 'case t\npatient\n  name: B\n---\nPatient Name: A<|>\n'],
    ['in the head', 'case t\npain: x<|>\n---\n'],
    ['a template prints it', 'template u\n---\nPatient Name: A<|>\n'],
    ['of a record that repeats', 'case t\n---\nPrior treatment: A<|>\n'],
  ])('not where %s', async (_, text) => expect(await move(text)).toBeUndefined());

  describe('for any selection', () => {
    test.each([
      [
        'leaves what is not understood',
        'case t\n---\n<|Mine.\nPatient Name: A|>\n',
        'case t\n\npatient\n  name: A\n---\nMine.\n',
      ],
      [
        'of an old letter',
        'case t\n---\n<|Room: Nobody\nPatient Name: ALVAREZ, MARIA\nDOB: 3/14/1968\nMember ID #: BM-77\nPayer: Blue Mesa\nGroup of nobody: 4\n\nDear reader,\n|>',
        'case t\n\npatient\n  name: MARIA ALVAREZ\n  date of birth: 3/14/1968\n\ninsurance\n  member id: BM-77\n  payer: Blue Mesa\n---\nRoom: Nobody\nGroup of nobody: 4\n\nDear reader,\n',
      ],
      [
        'of a table, whose cells are parted by tabs',
        'case t\n---\n<|PATIENT:\tALVAREZ, MARIA\tDOB:\t03/14/1968\tRoom:\t4\nPayer\tBlue\tMesa|>\n',
        'case t\n\npatient\n  name: MARIA ALVAREZ\n  date of birth: 03/14/1968\n\ninsurance\n  payer: Blue Mesa\n---\nRoom:\t4\n',
      ],
      [
        'of cells that are parted by spaces',
        'case t\n---\n<|Patient: Jane  Doe   DOB: 3/14/1968|>\n',
        'case t\n\npatient\n  name: Jane  Doe\n  date of birth: 3/14/1968\n---\n',
      ],
      [
        'of lines in the head',
        'case t\n<|PATIENT:\tALVAREZ, MARIA\tDOB:\t03/14/1968\nMember ID: 1\nhello there you\nPatient Phone: 505-555-0170|>\ninsurance\n  payer: P\n---\n',
        'case t\nhello there you\ninsurance\n  payer: P\n  member id: 1\n\npatient\n  name: MARIA ALVAREZ\n  date of birth: 03/14/1968\n  phone: 505-555-0170\n---\n',
      ],
      [
        'keeps what is in its place',
        'case t\n<|pain: x\npatient\n  name: A\nPayer: P|>\n---\n',
        'case t\npain: x\npatient\n  name: A\n\ninsurance\n  payer: P\n---\n',
      ],
    ])('%s', async (_, text, after) => expect(await move(text)).toBe(after));

    test('a name that several records have is not guessed', async () => {
      expect(await move('case t\n---\n<|Phone: 505-555-0170|>\n')).toBeUndefined();
    });
  });

  test('is offered with the quick fixes too', async () => {
    expect(await titles('case t\n---\n## Words\npain: x<|>\n')).toContain('Move it into the head');
  });
});

describe('another one of what may be given again', () => {
  const another = async (text: string) =>
    titled(await actions(text, [CodeActionKind.RefactorRewrite]), 'Add another "prior treatment"');

  test('with a blank for each field that this one has, the first selected', async () => {
    const { after, selected } = await another(
      'case t\nprior treatment: Ice\n  outc<|>ome: ineffective\n  reason: cold\n\npain: x\n',
    );
    expect(after['x.lmn']).toMatch(
      /^case t\nprior treatment: Ice\n {2}outcome: ineffective\n {2}reason: cold\nprior treatment: \[.*\]\n {2}outcome: \[.*\]\n {2}reason: \[.*\]\n\npain: x\n$/,
    );
    expect(selected).toMatch(/^\[With dose/);
  });

  test.each([
    'case t\npatient: A<|>\n',
    'case t\nprior treatment: Ice\n\n<|>\npain: x\n',
    'case t\npain: x<|>\n',
    'template u\nprior treatment: A<|>\n',
  ])('not at %j', async (text) => {
    expect(await titles(text, [CodeActionKind.RefactorRewrite])).toEqual([]);
  });
});

describe('all fixes at once', () => {
  test('mends what needs no asking, and adds no blank', async () => {
    const text = 'case t\npatinet\n  name: A\ndate of birth: 1968-03-14\ndate = 2026-11-21\n';
    expect(await fixedAll(folder, text)).toBe(
      'case t\npatient\n  name: A\n  date of birth: 1968-03-14\ndate: 2026-11-21\n',
    );
  });

  test.each([
    'case t\n',
    'case t\n---\n## Word\nMine.\n',
    'case t\npatient\n  age: 58\n',
    'case t\n// lmn-disable-file npi -- old\n',
  ])('leaves to the writer what changes the letter: %j', async (text) =>
    expect(await fixedAll(folder, text)).toBe(text),
  );

  test('for whoever asks for all fixes of any kind', async () => {
    expect(await fixedAll(folder, 'case t\npatinet\n  name: A\n', 'source.fixAll')).toBe(
      'case t\npatient\n  name: A\n',
    );
  });

  test('of a template, round after round', async () => {
    const text = 'template u\npains (text): Where.\n---\n## A #histroy\n[pians] and <patient name>, he/she is\n';
    const after = await fixedAll(folder, text);
    expect(after).toBe(
      'template u\npains (text): Where.\n---\n## A #history\n[pains] and [patient name], [they are]\n',
    );
    expect(await fixedAll(folder, after)).toBe(after);
  });

  test('is not worked out for a cursor that moves', async () => {
    expect((await actions('case t\npatinet<|>\n')).map(({ kind }) => kind)).not.toContain(fixAllAction);
  });
});
