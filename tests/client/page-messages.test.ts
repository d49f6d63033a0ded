import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage, readSaved } from '../../client/src/preview/page-messages.js';

const block = { section: 1, block: 0 };

test.each([
  { type: 'ready' },
  { type: 'copy-text' },
  { type: 'menu' },
  { type: 'export' },
  { type: 'shown', version: 3 },
  { type: 'gap', gap: 0 },
  { type: 'ask', ask: 2, to: 'letter' },
  { type: 'ask', ask: 0, to: 'clause' },
  { type: 'fold', on: true },
  { type: 'mask', on: true },
  { type: 'lock', on: false },
  { type: 'source', element: { ...block, mark: 2 } },
  { type: 'scrolled', first: block, last: { section: 4, block: 2 } },
])('%j is taken as it is', (message) => expect(readMessage(message)).toEqual(message));

test.each([
  undefined,
  null,
  'ready',
  { type: 'open', uri: 'file:///etc/passwd' },
  { type: 'shown', version: '3' },
  { type: 'shown', version: -1 },
  { type: 'gap', gap: 1.5 },
  { type: 'ask', ask: 2, to: '../x' },
  { type: 'ask', ask: -1, to: 'clause' },
  { type: 'fold' },
  { type: 'mask', on: 'yes' },
  { type: 'source', element: { section: 1, block: 0 } },
  { type: 'source', element: { section: '__proto__', block: 0, mark: 0 } },
  { type: 'scrolled', first: block },
])('%j is dropped', (message) => expect(readMessage(message)).toBeUndefined());

test('what a message has too much is left behind', () =>
  expect(readMessage({ type: 'gap', gap: 1, run: 'x' })).toEqual({ type: 'gap', gap: 1 }));

test('whatever a page says, nothing else comes of it', () =>
  fc.assert(
    fc.property(fc.anything(), (message) => {
      const read = readMessage(message);
      expect(read === undefined || typeof read.type === 'string').toBe(true);
      const saved = readSaved(message);
      expect(saved === undefined || typeof saved.uri === 'string').toBe(true);
    }),
  ));

test.each([
  [
    { uri: 'file:///a.lmn', locked: true, masked: true, zoom: 1, top: 3 },
    { uri: 'file:///a.lmn', locked: true, masked: true },
  ],
  [{ uri: 'file:///a.lmn' }, { uri: 'file:///a.lmn', locked: false, masked: false }],
  [{ uri: 3 }, undefined],
  [undefined, undefined],
])('what was kept of a panel: %j', (state, saved) => expect(readSaved(state)).toEqual(saved));
