import { expect } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { exampleFiles, withKindLine } from '../../server/src/lint/example.js';
import type { Example, Finding, Rule } from '../../server/src/lint/rule.js';
import { readMarked } from './marked.js';
import { subjectOf } from './workspace.js';

/** Runs one rule over an example (see `exampleFiles` for what is added to it). */
export function findingsOf(rule: Rule, example: Example): { text: string; findings: Finding[] } {
  const [{ name, text }, ...others] = exampleFiles(rule.subject, example);
  const files = Object.fromEntries(others.map((file) => [file.name, file.text]));
  const findings = lint(subjectOf(text, files, name), { rules: [rule] });
  return {
    text,
    findings: findings.filter((finding) => finding.rule === rule.id || finding.rule === 'internal-error'),
  };
}

/** Asserts that the rule fires on exactly what stands between `<|` and `|>`; no marker means no finding. Returns the findings. */
export function finds(rule: Rule, marked: string, others: Readonly<Record<string, string>> = {}): Finding[] {
  const plain = readMarked(marked).text;
  const added = withKindLine(plain, rule.subject).slice(0, -plain.length || undefined);
  const { text, ranges, offsets } = readMarked(added + marked);
  expect(offsets, 'a rule is found on a range').toEqual([]);
  const { findings } = findingsOf(rule, { 'x.lmn': text, ...others });
  expect(findings.map(({ range: { start, end } }) => text.slice(start, end))).toEqual(
    ranges.map(({ start, end }) => text.slice(start, end)),
  );
  expect(findings.map(({ range: { start, end } }) => ({ start, end }))).toEqual(ranges);
  return findings;
}

/** The text after the first fix of a finding. */
export function fixed(text: string, finding: Finding, index = 0): string {
  const edits = [...(finding.fixes[index]?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce(
    (result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end),
    text,
  );
}
