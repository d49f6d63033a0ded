import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import {
  coverageCasesRequest,
  coverageChangedNotification,
  type CoveragePage,
  coveragePageRequest,
  coverageRequest,
  type CoverageRow,
  type WorkspaceTemplates,
} from '../../server/src/protocol/coverage.js';
import { type NewCase, newCaseRequest } from '../../server/src/protocol/new-files.js';
import { Session } from '../support/session.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

const shipped = [
  { uri: 'lmn-shipped:/standard.lmn', text: 'vocabulary standard\nrecord letter\n  for (kind): What kind.\n' },
  { uri: 'lmn-shipped:/appeal.lmn', text: 'kind appeal "Appeals"\nas of: 2020-01-01\nsource: 45 CFR 147.136\n' },
  { uri: 'lmn-shipped:/dme.lmn', text: 'kind dme "Equipment"\nas of: 2025-11-01\n' },
  { uri: 'lmn-shipped:/plain.lmn', text: 'template plain "Plain"\n---\n## Letter\nWords.\n' },
  { uri: 'lmn-shipped:/spare.lmn', text: 'template spare "Spare"\nfor: dme\n---\n## Letter\nWords.\n' },
];

const files = {
  'file:///a/pump.lmn': 'template pump from base "A pump"\n---\n## Words\nWords.\n',
  'file:///a/base.lmn': 'template base "Base"\nfor: appeal\n---\n## History #history\nWords.\n',
  'file:///a/mesa.lmn':
    'policy mesa "Pumps"\npayer: Blue Mesa\nfor: appeal\nas of: 2025-11-20\nuntil: 2025-11-21\nsource: MP-104\nrequire date: 1\n',
  'file:///a/two%20words.lmn': 'case pump\n',
  'file:///a/open.lmn': 'case pump\n',
  'file:///a/other.lmn': 'case plain\n',
  'file:///a/none.lmn': 'case \n',
};

let session: Session | undefined;
afterEach(() => {
  session?.end();
});

async function started(texts: Readonly<Record<string, string>>, folders: readonly string[]) {
  const disk = new TextsOnDisk(texts);
  session = await Session.start({ shipped, disk, folders, trusted: true });
  return { session, disk, ask: () => asked(session) };
}

const asked = async (from: Session | undefined) =>
  (await from?.client.sendRequest<WorkspaceTemplates[]>(coverageRequest)) ?? [];

/** A row a line, as it can be read in the tree. */
function lines(rows: readonly CoverageRow[], depth = ''): string[] {
  return rows.flatMap(({ label, description, isStale, within }) => [
    `${depth}${label}${description === '' ? '' : `: ${description}`}${isStale ? ' !' : ''}`,
    ...lines(within, `${depth}  `),
  ]);
}

describe('what a folder covers, as a tree', () => {
  test('kinds with their templates, then what has no kind, policies, kinds without a template, and what ships', async () => {
    const { ask, session: one } = await started(files, ['file:///a']);
    one.openFile('file:///a/open.lmn', 'case pump\n');
    const [folder, ...others] = await ask();
    expect([folder?.root, others]).toEqual(['file:///a', []]);
    expect(lines(folder?.rows ?? [])).toEqual([
      'Appeals: 2 templates',
      '  A pump: 2 cases',
      '  Base: 1 on it',
      'Templates of no kind: 1',
      '  Plain: 1 case · ships',
      'Policies: 1 · 1 to look at',
      '  Pumps: ended 2025-11-21 · Blue Mesa !',
      'Kinds without a template: 1',
      '  Equipment',
      'Ship with LMN, not used here: 1',
      '  Spare',
    ]);
  });

  test('each row says where it is and what else is known of it', async () => {
    const { ask } = await started(files, ['file:///a']);
    const [kind, , policies] = (await ask())[0]?.rows ?? [];
    expect(kind).toMatchObject({ is: 'kind', uri: 'lmn-shipped:/appeal.lmn', ships: true });
    expect(kind?.details).toEqual([
      'Kind of letter: appeal',
      'Policies: mesa',
      expect.stringMatching(/^As of 2020-01-01, \d+ days old$/),
      'Source: 45 CFR 147.136',
      'To be compared with its source again',
    ]);
    expect(kind?.within[0]).toMatchObject({ is: 'template', uri: 'file:///a/pump.lmn', name: 'pump', ships: false });
    expect(kind?.within[0]?.details).toEqual([
      'Template: pump',
      'Stands on base',
      'For appeal',
      'Named by 2 cases; 0 templates on it',
      'No section for condition, treatment, evidence, consequences, qualifications',
    ]);
    expect(policies?.within[0]).toMatchObject({ uri: 'file:///a/mesa.lmn', isStale: true });
    expect(policies?.within[0]?.details).toContain('In force until 2025-11-21');
  });

  test('a folder that has none of its own and uses none has no rows', async () => {
    const { ask } = await started({ 'file:///a/words.lmn': 'vocabulary words\npain (text): What.\n' }, ['file:///a']);
    expect(await ask()).toEqual([{ root: 'file:///a', rows: [] }]);
  });

  test('each folder of the window has its own, and a folder within one that is a workspace of its own', async () => {
    const texts = {
      'file:///a/pump.lmn': 'template pump "A pump"\n',
      'file:///a/own/lmn.config.json': '{ "root": true }',
      'file:///a/own/inner.lmn': 'template inner "Inner"\n',
      'file:///b/pump.lmn': 'template pump "Another pump"\n',
    };
    const { ask } = await started(texts, ['file:///a', 'file:///b']);
    const trees = await ask();
    expect(trees.map(({ root, rows }) => [root, rows[0]?.within.map(({ label }) => label)])).toEqual([
      ['file:///a', ['A pump']],
      ['file:///b', ['Another pump']],
      ['file:///a/own', ['Inner']],
    ]);
  });
});

test('the cases of a template, open or not, in its folder only', async () => {
  const { session: one } = await started({ ...files, 'file:///b/c.lmn': 'case pump\n' }, ['file:///a', 'file:///b']);
  one.openFile('file:///a/open.lmn', 'case pump\n');
  one.openFile('git:/a/open.lmn', 'case pump\n');
  const cases = (root: string) => one.client.sendRequest(coverageCasesRequest, { root, template: 'pump' });
  expect(await cases('file:///a')).toEqual(['file:///a/open.lmn', 'file:///a/two%20words.lmn']);
  expect(await cases('file:///b')).toEqual(['file:///b/c.lmn']);
  expect(await cases('file:///gone')).toEqual([]);
});

test('a case begins from the template of its folder, where two folders have one of the name', async () => {
  const texts = {
    'file:///a/t.lmn': 'template t "One"\nfirst (text): What.\n---\n## A\n[first]\n',
    'file:///b/t.lmn': 'template t "Two"\nsecond (text): What.\n---\n## A\n[second]\n',
  };
  const { session: one } = await started(texts, ['file:///a', 'file:///b']);
  const begin = async (root?: string) =>
    (await one.client.sendRequest<NewCase>(newCaseRequest, { template: 't', root })).snippet;
  expect(await begin('file:///b')).toContain('second');
  expect(await begin('file:///a')).toContain('first');
  expect(await begin()).toContain('first');
});

describe('the page', () => {
  test('is that of the command line, with links that open files', async () => {
    const { session: one } = await started(files, ['file:///a']);
    const page = await one.client.sendRequest<CoveragePage>(coveragePageRequest, { root: 'file:///a' });
    const links = [...page.html.matchAll(/<a href="command:lmn\.openFile\?([^"]+)">([^<]+)<\/a>/g)];
    const targets = links.map(([, target = '', name]) => [name, JSON.parse(decodeURIComponent(target))] as unknown);
    expect(targets).toEqual([
      ['base', ['file:///a/base.lmn']],
      ['pump', ['file:///a/pump.lmn']],
      ['plain', ['lmn-shipped:/plain.lmn']],
      ['mesa', ['file:///a/mesa.lmn']],
    ]);
    expect(page.html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.html).not.toMatch(/<script|\son\w+=|https?:|two%20words/i);
  });

  test('is none of a folder that is not open', async () => {
    const { session: one } = await started(files, ['file:///a']);
    expect(await one.client.sendRequest(coveragePageRequest, { root: 'file:///b' })).toBeNull();
  });
});

describe('that files have changed is told', () => {
  async function following() {
    const all = await started(files, ['file:///a']);
    let told = 0;
    all.session.client.onNotification(coverageChangedNotification, () => {
      told++;
    });
    return { ...all, told: () => told };
  }

  test('once, and only to who has asked', async () => {
    const { session: one, disk, ask, told } = await following();
    const change = async (title: string) => {
      disk.files.set('file:///a/base.lmn', `template base "${title}"\nfor: appeal\n`);
      one.changed('file:///a/base.lmn', FileChangeType.Changed);
      await one.settle();
    };
    await change('First');
    expect(told()).toBe(0);
    await ask();
    await change('Second');
    await change('Third');
    expect(told()).toBe(1);
    expect(lines((await ask())[0]?.rows ?? [])).toContain('  Third: 1 on it');
    await change('Fourth');
    expect(told()).toBe(2);
  });

  test('not at a keystroke, but when the file is saved', async () => {
    const { session: one, ask, told } = await following();
    one.openFile('file:///a/base.lmn', files['file:///a/base.lmn']);
    await one.settle();
    await ask();
    for (let typed = 0; typed < 5; typed++) one.edit('file:///a/base.lmn', 15, 15, 'x');
    await one.settle();
    expect(told()).toBe(0);
    one.changed('file:///a/base.lmn', FileChangeType.Changed);
    await one.settle();
    expect(told()).toBe(1);
  });

  test('when a case comes or goes, and when a folder does', async () => {
    const { session: one, disk, ask, told } = await following();
    const pump = async () => lines((await ask())[0]?.rows ?? []).find((line) => line.startsWith('  A pump'));
    expect(await pump()).toBe('  A pump: 2 cases');
    disk.files.set('file:///a/new.lmn', 'case pump\n');
    one.changed('file:///a/new.lmn', FileChangeType.Created);
    await one.settle();
    expect([told(), await pump()]).toEqual([1, '  A pump: 3 cases']);
    disk.files.delete('file:///a/new.lmn');
    one.changed('file:///a/new.lmn', FileChangeType.Deleted);
    await one.settle();
    expect([told(), await pump()]).toEqual([2, '  A pump: 2 cases']);
    disk.files.set('file:///b/x.lmn', 'template x\n');
    one.changeFolders(['file:///b'], []);
    await one.settle();
    expect(told()).toBe(3);
    expect((await ask()).map(({ root }) => root)).toEqual(['file:///a', 'file:///b']);
  });
});
