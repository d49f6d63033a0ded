import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exampleFiles } from '../../server/src/lint/example.js';
import type { Example, Rule } from '../../server/src/lint/rule.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { wrongValue } from '../../server/src/rules/wrong-value.js';
import { findingsOf, fixed } from '../support/finds.js';
import { subjectOf } from '../support/workspace.js';

/** Rules whose fix writes a place for what only a person knows: the finding stays until it is filled in, but offers no fix any more. */
const stillOpenAfterFix = new Set([
  'missing-field',
  'unwritten-section',
  'missing-section',
  'policy-requires',
  'policy-recommends',
  'request-incomplete',
  'denial-unanswered',
  'enclosure',
  'component',
]);

test('every file of a rule is in the list, and named as its rule', () => {
  const folder = fileURLToPath(new URL('../../server/src/rules/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'all-rules.ts');
  expect(files.sort()).toEqual(allRules.map((rule) => `${rule.id}.ts`).sort());
});

test('no two rules have one id', () => {
  const ids = allRules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(allRules.filter((rule) => 'types' in rule))(
  'what is wrong by $id is not wrong by wrong-value too',
  (rule) => {
    expect(findingsOf(rule, rule.bad).findings).not.toEqual([]);
    expect(findingsOf(wrongValue, rule.bad).findings).toEqual([]);
  },
);

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('says what holds and why it matters', () => {
    expect(rule.summary).toMatch(/^[A-Z"“[].{20,}\.$/);
    expect(rule.why.length).toBeGreaterThan(30);
  });

  test('fires on its bad example, and not on its good one', () => {
    const { findings } = findingsOf(rule, rule.bad);
    expect(findings.map((finding) => finding.rule)).toContain(rule.id);
    expect(findings.map((finding) => finding.rule)).not.toContain('internal-error');
    expect(findingsOf(rule, rule.good).findings).toEqual([]);
  });

  test('says what is wrong in the first sixty characters, and repeats no value', () => {
    const values = valuesIn(rule, rule.bad);
    for (const { message, related } of findingsOf(rule, rule.bad).findings) {
      expect(message).toMatch(/^[A-Z"“[]/);
      expect(firstClause(message).length, message).toBeLessThanOrEqual(60);
      for (const text of [message, ...related.map((one) => one.message)]) {
        for (const value of values) expect(text).not.toContain(value);
      }
    }
  });

  test('is mended by its fix', () => {
    const { text, findings } = findingsOf(rule, rule.bad);
    const [finding] = findings;
    if (!finding || !finding.fixes[0]?.preferred) return;
    const after = findingsOf(rule, withFirst(rule.bad, fixed(text, finding))).findings;
    if (!stillOpenAfterFix.has(rule.id)) expect(after).toHaveLength(findings.length - 1);
    else expect(after.every((left) => !left.fixes[0]?.preferred)).toBe(true);
  });
});

/** The message up to the first stop after three words: whoever sees only so much of it knows what is wrong. */
function firstClause(message: string): string {
  return /^\S+\s+\S+\s+.*?(?=[.:;?,](?:\s|$)|$)/.exec(message)?.[0] ?? message;
}

/** The facts that an example gives, as they stand in its heads; short ones would be found in any sentence. */
function valuesIn(rule: Rule, example: Example): string[] {
  const [{ name, text }, ...others] = exampleFiles(rule.subject, example);
  const subject = subjectOf(text, Object.fromEntries(others.map((file) => [file.name, file.text])), name);
  const values = subject.records.flatMap(({ record }) =>
    record.fields.flatMap((field) => field.values.map((value) => value.where.text)),
  );
  return values.filter((value) => value.length > 4);
}

function withFirst(example: Example, text: string): Example {
  if (typeof example === 'string') return text;
  const [[name] = ['x.lmn'], ...others] = Object.entries(example);
  return Object.fromEntries([[name, text], ...others]);
}
