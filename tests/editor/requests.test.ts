import { afterEach, describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import {
  type GapParams,
  type GapPlace,
  gapRequest,
  type PasteParams,
  pasteRequest,
  sectionsRequest,
  type WriteSectionParams,
  writeSectionRequest,
} from '../../server/src/protocol/letters.js';
import {
  type KindChoice,
  kindsRequest,
  type NewCase,
  newCaseRequest,
  type NewPolicy,
  type NewPolicyParams,
  newPolicyRequest,
  type TemplateChoice,
  templatesRequest,
} from '../../server/src/protocol/new-files.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { Session } from '../support/session.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';
import { subjectOf } from '../support/workspace.js';

const uri = 'file:///workspace/a.lmn';
const text = 'case t\npain: [What hurts]\nsleep: [How it sleeps]\n---\n## Opening\n[pain] [sleep] and [What helps].\n';
const shipped = [
  { uri: 'lmn-shipped:/standard.lmn', text: 'vocabulary standard\nrecord patient\n  name (text): Who.\n' },
  {
    uri: 'lmn-shipped:/t.lmn',
    text: 'template t\npain (text): What.\nsleep (text): How.\n---\n## Opening\n[pain] [sleep]\n',
  },
];
let session: Session | undefined;

afterEach(() => {
  session?.end();
});

/** Goes from gap to gap and puts the cursor at an end of each, as an editor does with what it selects. */
async function walk(direction: GapParams['direction'], end: 'start' | 'end', steps: number): Promise<GapPlace[]> {
  session = await Session.start({ shipped });
  session.openFile(uri, text);
  const places: GapPlace[] = [];
  let cursor = direction === 'next' ? { line: 0, character: 0 } : { line: 6, character: 0 };
  for (let step = 0; step < steps; step++) {
    const params: GapParams = { uri, ...cursor, direction };
    const place = await session.client.sendRequest<GapPlace>(gapRequest, params);
    places.push(place);
    cursor = place[end];
  }
  return places;
}

test.each([
  ['next', 'start'],
  ['previous', 'end'],
] as const)(
  '%s gap, with the cursor at the %s of one, is another; after the last comes the first',
  async (direction, end) => {
    const places = await walk(direction, end, 8);
    const labels = places.map(({ label }) => label);
    const count = new Set(labels).size;
    expect(count).toBeGreaterThan(2);
    expect(labels).toEqual(labels.map((_, index) => labels[index % count]));
  },
);

test('what others stand on is a letter too: it is offered, and lays out what it needs', async () => {
  session = await Session.start({ shipped: shippedFiles });
  session.openFile(uri, '');
  const offered = await session.client.sendRequest<TemplateChoice[]>(templatesRequest);
  const named = offered.map(({ name, kind }) => `${name}: ${kind}`);
  expect(named).toEqual(
    expect.arrayContaining(['general-medical-necessity: general', 'medical-letter: ', 'plain-letter: ']),
  );
  // Those of a kind stand beside each other, with when it is written; those of none come last.
  const kinds = offered.map(({ kindTitle }) => kindTitle);
  expect(kinds.filter((title, index) => title !== kinds[index - 1])).toEqual([...new Set(kinds)]);
  expect(offered.filter(({ kind }) => kind !== '').every(({ purpose }) => purpose !== '')).toBe(true);
  expect(offered.slice(-2).map(({ name }) => name)).toEqual(['medical-letter', 'plain-letter']);
  const begun = await session.client.sendRequest<NewCase>(newCaseRequest, { template: 'plain-letter' });
  expect(begun.snippet).toMatch(/^case plain-letter\n[^]*\nrecipient[^]*\n## Letter\n/);
  expect(begun.snippet).not.toContain('insurance');
  const toPayer = await session.client.sendRequest<NewCase>(newCaseRequest, { template: 'medical-letter' });
  expect(toPayer.snippet).toMatch(/\ninsurance\n[^]*\n## Opening\n/);
  expect(toPayer.snippet).not.toMatch(/\nrecipient|## Letter/);
});

test('a new policy names its payer and kinds, and nothing is found in it before the payer’s text is pasted', async () => {
  session = await Session.start({ shipped: shippedFiles });
  session.openFile(uri, '');
  const kinds = await session.client.sendRequest<KindChoice[]>(kindsRequest);
  expect(kinds.map(({ name }) => name)).toEqual(expect.arrayContaining(['continuation', 'new-pa']));
  expect(kinds.find(({ name }) => name === 'dme')).toEqual({
    name: 'dme',
    title: 'Equipment',
    purpose: expect.stringMatching(/hospital bed/) as string,
  });
  expect(kinds.map(({ name }) => name)).not.toContain('core');
  const params: NewPolicyParams = { payer: ' Blue  Mesa, Inc. ', kinds: ['dme', 'oxygen'] };
  const { snippet } = await session.client.sendRequest<NewPolicy>(newPolicyRequest, params);
  const text = snippet.replace(/\$\{\d+:?([^}]*)\}/g, '$1');
  expect(text).toMatch(
    /^policy blue-mesa-inc-policy "Title of the policy"\n[^]*\npayer: Blue Mesa, Inc\.\nfor: dme; oxygen\n/,
  );
  const subject = subjectOf(
    text,
    Object.fromEntries(shippedFiles.map(({ uri: at, text: file }) => [at.replace('lmn-shipped:/', ''), file])),
  );
  expect(lint(subject, { rules: allRules })).toEqual([]);
});

test('a pasted text is put in for the text as it is now, and never in a file that ships', async () => {
  session = await Session.start({ shipped });
  session.openFile(uri, 'case t\npatient\n  name: \n');
  const at = { line: 2, character: 8 };
  const params: PasteParams = { uri, range: { start: at, end: at }, text: 'a\nb\n' };
  expect(await session.client.sendRequest(pasteRequest, params)).toEqual({ text: 'a\n    b', edits: [] });
  expect(await session.client.sendRequest(pasteRequest, { ...params, text: 'a' })).toBeNull();
  const inShipped = { ...params, uri: 'lmn-shipped:/standard.lmn' };
  expect(await session.client.sendRequest(pasteRequest, inShipped)).toBeNull();
});

describe('a section in the words of the case', () => {
  const template = {
    uri: 'lmn-shipped:/s.lmn',
    text: 'template s\n---\nDear reader,\n## History #history\n// told once\n[patient name] was well.\n\nThen not.\n## Closing\nThank you.\n',
  };
  const begun = 'case s\n---\n## Closing\nMine.\n';
  const ask = async (section: WriteSectionParams['section'], text = begun) => {
    session = await Session.start({ shipped: [...shipped, template] });
    session.openFile(uri, text);
    return session.client.sendRequest<GapPlace | null>(writeSectionRequest, { uri, section });
  };

  test('those are listed that only the template writes, without its notes', async () => {
    session = await Session.start({ shipped: [...shipped, template] });
    session.openFile(uri, begun);
    expect(await session.client.sendRequest(sectionsRequest, { uri })).toEqual([
      { title: 'History', text: '[patient name] was well. Then not.' },
    ]);
  });

  test.each([
    [{ title: 'History' }],
    [{ uri: template.uri, line: 5, character: 3 }],
    [{ uri: template.uri, line: 3, character: 0 }],
  ])('%j is begun in its place, the words selected', async (section) => {
    expect(await ask(section)).toEqual({
      label: 'History',
      insert: { line: 2, character: 0, text: '## History\n[patient name] was well.\n\nThen not.\n\n' },
      start: { line: 3, character: 0 },
      end: { line: 5, character: 9 },
    });
  });

  test.each([
    [{ title: 'Closing' }],
    [{ title: 'Nothing' }],
    [{ uri: template.uri, line: 2, character: 0 }],
    [{ uri: 'file:///other.lmn', line: 3, character: 0 }],
  ])('%j is none to begin', async (section) => {
    expect(await ask(section)).toBeNull();
  });
});

describe('a case that was only just begun', () => {
  const problems = async (address: string, text: string) => {
    session = await Session.start({ shipped });
    session.openFile(address, text);
    await expect.poll(() => session?.diagnostics.get(address)).toBeDefined();
    return session.diagnostics.get(address) ?? [];
  };
  const begun = 'case t\npain: [What]\npatient\n  name: [Who]\n---\n## Opening\n[write: how]\n';

  test.each(['untitled:Untitled-1', uri])('says in one line that all is still to be written: %s', async (address) => {
    const found = await problems(address, begun);
    expect(found.filter(({ severity }) => severity === DiagnosticSeverity.Error)).toEqual([]);
    expect(found.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Everything is still to be written \(/),
    );
  });

  test('does not call a blank wrong that is still to be filled in', async () => {
    const found = await problems('untitled:Untitled-1', begun.replace('patient\n', 'patient @[choose]\n'));
    expect(found.filter(({ severity }) => severity === DiagnosticSeverity.Error)).toEqual([]);
  });

  test.each([
    ['a fact was given', 'untitled:Untitled-1', begun.replace('[What]', 'knee')],
    ['a sentence was written', 'untitled:Untitled-1', `${begun}Mine.\n`],
  ])('names what is missing as soon as %s', async (_, address, text) => {
    const found = await problems(address, text);
    expect(found.some(({ severity }) => severity === DiagnosticSeverity.Error)).toBe(true);
  });
});

test('a case can be begun from a template of the folder in the first moment, before that has been read', async () => {
  const disk = new TextsOnDisk({
    'file:///workspace/ours.lmn': 'template ours "As we write"\nroom (text): Which.\n---\n## A\n[room]\n',
  });
  session = await Session.start({ shipped, disk, folders: ['file:///workspace'] });
  const [offered, begun] = await Promise.all([
    session.client.sendRequest<TemplateChoice[]>(templatesRequest),
    session.client.sendRequest<NewCase | null>(newCaseRequest, { template: 'ours' }),
  ]);
  expect(offered.map(({ name }) => name)).toContain('ours');
  expect(begun?.snippet).toContain('room');
});
