import { expect, test } from 'vitest';
import { policyRecommends } from '../../server/src/rules/policy-recommends.js';
import { findingsOf } from '../support/finds.js';

const policy = `policy mesa-mp-104
payer: Blue Mesa Health Plan

recommend section consequences: 3.7: What is to be expected if treatment ends.
`;

function found(body: string): string[] {
  const text = `case\ninsurance: Blue Mesa Health Plan\n---\n${body}`;
  return findingsOf(policyRecommends, { 'x.lmn': text, 'p.lmn': policy }).findings.map(
    ({ message, severity }) => `${severity}: ${message}`,
  );
}

test('what a policy recommends is information', () => {
  expect(found('## Condition\nThe pain is severe.')).toEqual([
    'info: "3.7" is open: the letter has no words in a section "consequences". The policy asks: What is to be expected if treatment ends.',
  ]);
});

test('a section is there once it has words', () => {
  expect(found('## Consequences\nWithout it she cannot work.')).toEqual([]);
  expect(found('## Consequences\n')).toHaveLength(1);
});
