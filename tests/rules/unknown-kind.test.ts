import { describe, expect, test } from 'vitest';
import { unknownKind } from '../../server/src/rules/unknown-kind.js';
import { findingsOf, finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const core = {
  'core.lmn':
    'kind core\nrequire date: The day.\nrequire section evidence: Sources.\nrequire words "approve": 2.1: A request.',
};
const dme = { ...core, 'dme.lmn': 'kind dme "Equipment"\nrequire treatment requested: The item.' };

describe('what a kind stands on', () => {
  test('is there', () => {
    finds(unknownKind, 'kind chair from dme "Chair"\nrequire date', dme);
    mends(unknownKind, 'kind chair from dmee "Chair"', 'kind chair from dme "Chair"', dme);
    finds(unknownKind, 'kind chair from <|zzqqzzqq|>', dme);
    finds(unknownKind, 'kind chair <|from|>', dme);
  });

  test('does not stand on it in turn', () => {
    const [finding] = finds(unknownKind, 'kind a from <|b|>', { 'b.lmn': 'kind b from c', 'c.lmn': 'kind c from a' });
    expect(finding?.message).toContain('a from b from c from a');
  });

  test('is at most five deep', () => {
    const name = (at: number) => `k${String(at)}`;
    const chain = (depth: number) =>
      Object.fromEntries(
        [...Array(depth).keys()].map((at) => [
          `${name(at)}.lmn`,
          `kind ${name(at)}${at + 1 < depth ? ` from ${name(at + 1)}` : ''}`,
        ]),
      );
    finds(unknownKind, 'kind a from k0', chain(5));
    finds(unknownKind, 'kind a from <|k0|>', chain(6));
  });
});

test('kinds that a clause is for', () => {
  finds(unknownKind, 'policy p\nrequire date\n  for: dme; <|zzqqzzqq|>\nlimit 2 pages\n  for: other than dme', dme);
  mends(unknownKind, 'policy p\nrequire date\n  for: dne', 'policy p\nrequire date\n  for: dme', dme);
  finds(unknownKind, 'policy p\nrequire date\n  for: anything');
});

test('what a kind leaves out is asked by another one', () => {
  finds(unknownKind, 'kind a from dme\nexempt evidence; 2.1; words "approve"; treatment requested: Not here.', dme);
  finds(unknownKind, 'kind a from dme\nexempt date; <|provider npi|>', dme);
  mends(unknownKind, 'kind a from dme\nexempt evidense', 'kind a from dme\nexempt evidence', dme);
  const policy = { 'p.lmn': 'policy p\nexempt evidence: Not here.', ...dme };
  expect(findingsOf(unknownKind, policy).findings).toHaveLength(1);
});

test('of anything else it says nothing', () => {
  finds(unknownKind, 'case\nfor: dme', dme);
  finds(unknownKind, 'template t from zzqq\n---\nText.', dme);
});
