import { expect, test } from 'vitest';
import { WorkspaceDiagnostics } from '../../../server/src/editor/workspace/workspace-diagnostics.js';
import { countWork } from '../../support/count-work.js';
import { addressOf, openFolder } from '../../support/folder.js';

const files: Record<string, string> = {
  't.lmn': 'template t\npain (text): What hurts.\n---\n## Opening\n[pain]\n',
  'a.lmn': 'case t\npain: back\npatinet\n  name: Jane Doe\n',
  'b.lmn': 'case t\npain: back\n',
  'c.lmn': 'case other\n',
};

async function start(texts: Record<string, string> = { ...files }) {
  const { lmn, shared, reads, disk } = await openFolder(texts);
  const { Files, Validator, Workspaces } = lmn.letters;
  const shown = new Map<string, string[]>();
  const sent: string[] = [];
  const open = new Set<string>();
  const steps: string[] = [];
  const failures: unknown[] = [];
  let cancel: () => void = () => undefined;
  let complete = true;
  const diagnostics = new WorkspaceDiagnostics({
    files: Files,
    workspaces: Workspaces,
    loadConfig: () => Promise.resolve(),
    validator: Validator,
    lock: shared.workspace.WorkspaceLock,
    isComplete: () => complete,
    isOpen: (address) => open.has(address),
    send(address, found) {
      const name = address.slice(addressOf('').length);
      sent.push(name);
      shown.set(
        name,
        found.map(({ code }) => String(code)),
      );
      return Promise.resolve();
    },
    failed(error) {
      failures.push(error);
    },
    beginProgress(stop) {
      cancel = stop;
      return Promise.resolve({
        report: (done, total) => steps.push(`${String(done)}/${String(total)}`),
        done: () => steps.push('done'),
      });
    },
  });
  Files.onEach((address) => {
    diagnostics.changed(address);
  });
  const change = async (name: string, text: string | undefined) => {
    if (text === undefined) disk.files.delete(addressOf(name));
    else disk.files.set(addressOf(name), text);
    sent.length = 0;
    await Files.refresh(addressOf(name));
    await diagnostics.settled();
  };
  return {
    diagnostics,
    change,
    shown,
    sent,
    open,
    steps,
    failures,
    reads,
    Files,
    setComplete: (now: boolean) => (complete = now),
    cancel: () => {
      cancel();
    },
  };
}

test('nothing is looked at unless it is asked for', async () => {
  const { diagnostics, shown, change } = await start();
  diagnostics.start();
  await change('a.lmn', 'case t\npatinets\n');
  expect(shown.size).toBe(0);
});

test('the findings of closed files, and none where there are none', async () => {
  const { diagnostics, shown } = await start();
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(shown.get('a.lmn')).toContain('unknown-record');
  expect(shown.get('c.lmn')).toContain('unknown-template');
  expect(shown.has('t.lmn')).toBe(false);
});

test('turned off, they go away', async () => {
  const { diagnostics, shown } = await start();
  await diagnostics.turn(true);
  await diagnostics.settled();
  await diagnostics.turn(false);
  expect([...shown.values()].flat()).toEqual([]);
});

test('a file that changed is checked again, and no other', async () => {
  const { diagnostics, shown, sent, change } = await start();
  await diagnostics.turn(true);
  await diagnostics.settled();
  await change('a.lmn', 'case t\npain: back\n');
  expect(sent).toEqual(['a.lmn']);
  expect(shown.get('a.lmn')).not.toContain('unknown-record');
  await change('a.lmn', undefined);
  expect(sent).toEqual(['a.lmn']);
  expect(shown.get('a.lmn')).toEqual([]);
});

test('a template that changed takes the cases that name it along; one with another name all', async () => {
  const { diagnostics, shown, sent, change } = await start();
  await diagnostics.turn(true);
  await diagnostics.settled();
  await change('t.lmn', files['t.lmn']!.replace('[pain]', '[pain] [urgency]'));
  expect(sent.sort()).toEqual(['a.lmn', 'b.lmn']);
  await change('t.lmn', 'template other\n---\n## A\nMine.\n');
  expect(shown.get('c.lmn')).not.toContain('unknown-template');
  expect(shown.get('b.lmn')).toContain('unknown-template');
});

test('what is open is left to the editor', async () => {
  const { diagnostics, shown, open, Files } = await start();
  open.add(addressOf('a.lmn'));
  Files.open(addressOf('a.lmn'));
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(shown.has('a.lmn')).toBe(false);
});

test('what is opened while it is read is left to the editor', async () => {
  const { diagnostics, shown, sent, open } = await start();
  await diagnostics.turn(true);
  open.add(addressOf('a.lmn'));
  await diagnostics.settled();
  expect(shown.has('a.lmn')).toBe(false);
  expect(shown.has('c.lmn')).toBe(true);
  sent.length = 0;
  await diagnostics.turn(false);
  expect(sent).not.toContain('a.lmn');
});

test('a file that cannot be checked keeps no other from being checked', async () => {
  const { diagnostics, shown, failures, Files } = await start();
  const right = Files.read.bind(Files);
  Files.read = (address) => (address === addressOf('a.lmn') ? Promise.reject(new Error('unreadable')) : right(address));
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(failures).toEqual([new Error('unreadable')]);
  expect(shown.get('c.lmn')).toContain('unknown-template');
});

test('nothing is judged before the workspace has been read', async () => {
  const { diagnostics, shown, setComplete } = await start();
  setComplete(false);
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(shown.size).toBe(0);
  setComplete(true);
  diagnostics.start();
  await diagnostics.settled();
  expect(shown.size).toBeGreaterThan(0);
});

const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`n${String(n)}.lmn`, 'case other\n']));

test('many files show how far it has come', async () => {
  const { diagnostics, steps } = await start({ ...files, ...many });
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(steps.slice(0, 2)).toEqual(['1/124', '2/124']);
  expect(steps.at(-1)).toBe('done');
});

test('and can be stopped', async () => {
  const { diagnostics, steps, cancel, shown } = await start({ ...files, ...many });
  await diagnostics.turn(true);
  while (steps.length < 5) await new Promise((resolve) => setTimeout(resolve, 0));
  cancel();
  await diagnostics.settled();
  expect(steps.at(-1)).toBe('done');
  expect(shown.size).toBeLessThan(60);
});

test('each file is read and checked once', async () => {
  const { diagnostics, reads } = await start();
  const counted = countWork();
  await diagnostics.turn(true);
  await diagnostics.settled();
  expect(reads.sort()).toEqual(['a.lmn', 'b.lmn', 'c.lmn']);
  expect(counted().rulesRun).toBeGreaterThan(0);
});
