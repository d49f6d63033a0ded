import { expect } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import type { Example, Finding, Rule } from '../../server/src/lint/rule.js';
import { subjectOf } from './workspace.js';

/**
 * Runs one rule over an example: a string is one file, several are given by name, the first being linted. A text without a kind line is given
 * one: `template t` for rules of templates, `policy p`, `vocabulary v`, else `case`; one that begins with `##` or prose gets the divider too.
 */
export function findingsOf(rule: Rule, example: Example): { text: string; findings: Finding[] } {
  const files = typeof example === 'string' ? { 'x.lmn': example } : example;
  const [[name, raw] = ['x.lmn', ''], ...others] = Object.entries(files);
  const text = withKindLine(raw, rule);
  const findings = lint(subjectOf(text, Object.fromEntries(others), name), { rules: [rule] });
  return { text, findings: findings.filter((finding) => finding.rule === rule.id || finding.rule === 'internal-error') };
}

function withKindLine(text: string, rule: Rule): string {
  if (/^\s*(?:\/\/[^\n]*\n\s*)*(?:case|template|policy|vocabulary)\b/.test(text)) return text;
  const kindLine = { template: 'template t', policy: 'policy p', vocabulary: 'vocabulary v' }[rule.subject as string] ?? 'case';
  return text.startsWith('##') ? `${kindLine}\n---\n${text}` : `${kindLine}\n${text}`;
}

/** Asserts that the rule fires on exactly what stands between `<|` and `|>`; no marker means no finding. Returns the findings. */
export function finds(rule: Rule, marked: string, others: Readonly<Record<string, string>> = {}): Finding[] {
  const ranges: { start: number; end: number }[] = [];
  const withLine = withKindLine(marked, rule);
  let text = '';
  for (const part of withLine.split(/(<\||\|>)/)) {
    const last = ranges.at(-1);
    if (part === '<|') ranges.push({ start: text.length, end: text.length });
    else if (part === '|>' && last) last.end = text.length;
    else text += part;
  }
  const { findings } = findingsOf(rule, { 'x.lmn': text, ...others });
  expect(findings.map(({ range: { start, end } }) => text.slice(start, end))).toEqual(ranges.map(({ start, end }) => text.slice(start, end)));
  expect(findings.map(({ range: { start, end } }) => ({ start, end }))).toEqual(ranges);
  return findings;
}

/** The text after the first fix of a finding. */
export function fixed(text: string, finding: Finding, index = 0): string {
  const edits = [...(finding.fixes[index]?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce((result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end), text);
}
