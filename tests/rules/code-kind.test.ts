import { expect, test } from 'vitest';
import { codeKind } from '../../server/src/rules/code-kind.js';
import { finds } from '../support/finds.js';

const request = (kind: string, code: string) => `treatment requested: X\n  kind: ${kind}\n  code: ${code}`;

test.each([
  ['test', '<|J1745|>'],
  ['medication', '<|E0601-RR|>'],
  ['medication', '<|L3000|>; E0601'],
  ['medication', '<|81432|>'],
  ['equipment', '<|HCPCS J1745|>'],
])('%s %s', (kind, code) => {
  expect(finds(codeKind, request(kind, code))[0]?.severity).toBe('info');
});

test.each([
  ['test', '81432'],
  ['test', '78452; J2785'],
  ['medication', 'J1745; 96413'],
  ['medication', 'B4161'],
  ['device', 'J7298'],
  ['equipment', 'K0861'],
  ['procedure', 'J3301'],
  ['treatment', 'E0601'],
  ['[kind]', 'J1745'],
  ['test', '[code]'],
  ['test', 'soon'],
])('silent on %s %s', (kind, code) => {
  finds(codeKind, request(kind, code));
});
