import { expect } from 'vitest';
import { withKindLine } from '../../server/src/lint/example.js';
import type { Rule } from '../../server/src/lint/rule.js';
import { findingsOf, fixed } from './finds.js';

/** Asserts that the first finding's first fix makes `after` of `before`, and that this finding is then gone. */
export function mends(rule: Rule, before: string, after: string, others: Readonly<Record<string, string>> = {}): void {
  const { text, findings } = findingsOf(rule, { 'x.lmn': before, ...others });
  const [finding] = findings;
  expect(finding?.fixes[0]?.preferred, 'a preferred fix').toBe(true);
  const result = fixed(text, finding!);
  expect(result).toBe(withKindLine(after, rule.subject));
  expect(findingsOf(rule, { 'x.lmn': result, ...others }).findings).toHaveLength(findings.length - 1);
}
