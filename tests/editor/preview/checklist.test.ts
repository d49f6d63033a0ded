import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { previewTextRequest } from '../../../server/src/preview-protocol.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { Session } from '../../support/session.js';
import { TestPanel } from './support/panel.js';

const caseUri = 'file:///workspace/ruiz.lmn';
const policyUri = 'file:///workspace/mesa.lmn';
const policy = `policy mesa "Infusions"
payer: Blue Mesa Health Plan
require last visit within 60 days: 2: An office visit in the 60 days before the request.
require: 4: The first dose was given under supervision.
require words "approve": 8: A plain request.
deadline 10 days after denial date
`;
const text = `case
date: 2026-11-21
insurance: Blue Mesa Health Plan
denial
  date: 2026-11-15
---
## Request
Please approve this, denied on [denial date].
`;

let session: Session;
let panel: TestPanel;

beforeEach(async () => {
  session = await Session.start({ shipped: shippedFiles });
  panel = new TestPanel(session, 'p');
  session.openFile(policyUri, policy);
  session.openFile(caseUri, text);
});

afterEach(() => {
  session.end();
});

async function show(params: Partial<Parameters<TestPanel['show']>[0]> = {}): Promise<void> {
  panel.show({ uri: caseUri, ...params });
  await panel.settle();
}

async function replace(uri: string, words: string, by: string): Promise<void> {
  const start = session.textOf(uri)!.indexOf(words);
  session.edit(uri, start, start + words.length, by);
  await panel.settle();
}

const states = () => panel.lines.map(({ name, state }) => `${name}: ${state}`);

describe('the checklist of a preview', () => {
  test('follows the case and the policy, and is sent only when it changes', async () => {
    await show();
    expect(states()).toEqual(['2: open', '4: open', '8: met', 'deadline: in time']);
    expect(panel.asks).toMatchObject({ met: 1, total: 3, groups: [{ title: 'Infusions' }] });
    await replace(caseUri, 'Please', 'Kindly');
    expect(panel.updates.at(-1)?.letter).not.toHaveProperty('asks');
    await replace(caseUri, 'denial\n', 'last visit: 2026-11-10\ndenial\n');
    expect(states()).toContain('2: unprinted');
    await replace(policyUri, 'words "approve"', 'words "certify"');
    expect(states()).toContain('8: open');
  });

  test('is gone where there is no letter, and back with it', async () => {
    await show();
    await replace(caseUri, 'case\n', 'policy x\n');
    expect(panel.problem).toBeDefined();
    await replace(caseUri, 'policy x\n', 'case\n');
    expect(panel.updates.at(-1)?.letter).toHaveProperty('asks');
  });

  test('leads to what meets a line, to where it is to be written, and to its clause', async () => {
    await show();
    const lineOf = (source: string, words: string) => source.slice(0, source.indexOf(words)).split('\n').length - 1;
    expect(await panel.ask('8')).toMatchObject({ uri: caseUri, start: { line: lineOf(text, '## Request') } });
    expect((await panel.ask('4'))?.insert?.text).toContain('criterion: 4');
    expect((await panel.ask('2'))?.insert?.text).toContain('last visit: [');
    expect(await panel.ask('deadline')).toMatchObject({ uri: caseUri, start: { line: lineOf(text, '2026-11-15') } });
    for (const [name, words] of [
      ['2', 'require last'],
      ['deadline', 'deadline 10'],
    ] as const)
      expect(await panel.ask(name, 'clause')).toMatchObject({ uri: policyUri, start: { line: lineOf(policy, words) } });
  });

  test('knows its lines from a place of the case, and from one of the policy', async () => {
    await show();
    const asksAt = async (uri: string, line: number, character: number) =>
      (await panel.at(uri, line, character)).asks.map((index) => panel.lines[index]?.name);
    expect(await asksAt(caseUri, 4, 10)).toEqual(['deadline']);
    expect(await asksAt(caseUri, 7, 3)).toEqual(['8']);
    expect(await asksAt(caseUri, 1, 3)).toEqual([]);
    expect(await asksAt(policyUri, 3, 5)).toEqual(['4']);
  });

  test('masked, it says no day', async () => {
    await show();
    expect(panel.lines.at(-1)).toMatchObject({
      words: '10 days after denial date',
      why: 'November 25, 2026, 4 days after the letter\u2019s date; confirm it on the notice',
    });
    await show({ masked: true });
    expect(JSON.stringify(panel.asks)).not.toMatch(/November|\d days after the/);
    expect(await session.client.sendRequest(previewTextRequest, { panel: 'p' })).toContain('Please approve');
  });

  test('asks nothing of made-up values', async () => {
    await show({ uri: 'lmn-shipped:/general-medical-necessity.lmn' });
    expect(panel.asks).toEqual({ met: 0, total: 0, groups: [] });
  });
});
