import { Cancellation, interruptAndCheck } from 'langium';
import { expect, test } from 'vitest';
import { Background } from '../../server/src/editor/background.js';
import { whereFrom } from '../../server/src/editor/where-from.js';

function listen() {
  const logged: string[] = [];
  const console = { error: (message: string) => logged.push(message) };
  return { logged, background: new Background({ console } as never) };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

test.each<[string, () => unknown]>([
  ['rejects', () => Promise.reject(new TypeError('Jane Doe'))],
  [
    'throws before there is a promise',
    () => {
      throw new TypeError('Jane Doe');
    },
  ],
])('work that %s is told of by what it was, never by its message', async (_, work) => {
  const { logged, background } = listen();
  background.run('Reading the workspace', work);
  await turns();
  expect(logged).toEqual([expect.stringMatching(/^Reading the workspace failed: TypeError\n {4}at /)]);
  expect(logged.join()).not.toContain('Jane Doe');
});

test('work that was cut off, or did well, is not told of', async () => {
  const { logged, background } = listen();
  const cutOff = new Cancellation.CancellationTokenSource();
  cutOff.cancel();
  background.run('Reading', () => interruptAndCheck(cutOff.token));
  background.run('Reading', () => Promise.resolve(1));
  await turns();
  expect(logged).toEqual([]);
});

test('a connection that is closed takes nothing with it', () => {
  const console = {
    error: () => {
      throw new Error('closed');
    },
  };
  const background = new Background({ console } as never);
  expect(() => {
    background.failed('Reading', new Error('late'));
  }).not.toThrow();
});

test('without an editor a failure is nobody’s to hide', () => {
  const background = new Background(undefined);
  expect(() => {
    background.failed('Reading', new Error('seen'));
  }).toThrow('seen');
});

test('a fault is told by its code and its trace, also where its message looks like one', () => {
  const fault = Object.assign(new Error('first line\n    at home she cannot walk'), { code: 'EACCES' });
  const told = whereFrom(fault);
  expect(told).toMatch(/^Error EACCES\n {4}at /);
  expect(told).not.toContain('home');
  expect(whereFrom('Jane Doe')).toBe('a fault without a trace');
});
