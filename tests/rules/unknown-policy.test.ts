import { expect, test } from 'vitest';
import { unknownPolicy } from '../../server/src/rules/unknown-policy.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const others = { 'p.lmn': 'policy mesa-mp-104\npayer: Blue Mesa', 'q.lmn': 'policy juniper-9\npayer: Juniper' };

test('each name that no policy has', () => {
  const [finding] = finds(unknownPolicy, 'payer policy: mesa-mp-104; <|juniper-8|>', others);
  expect(finding?.message).toBe('There is no policy of this name. Did you mean "juniper-9"?');
});

test('says where the name stands when nothing is near', () => {
  expect(finds(unknownPolicy, 'payer policy: <|zzzz|>')[0]?.message).toContain('first line');
});

test.each(['payer policy: mesa-mp-104', 'payer policy:', 'payer policy: [the name of the policy]', 'date: 2026-11-21'])(
  'not on %j',
  (text) => {
    finds(unknownPolicy, text, others);
  },
);

test('writes the nearest name', () =>
  mends(unknownPolicy, 'payer policy: mesa-mp-14', 'payer policy: mesa-mp-104', others));
