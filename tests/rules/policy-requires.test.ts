import { describe, expect, test } from 'vitest';
import { policyRequires } from '../../server/src/rules/policy-requires.js';
import { findingsOf, finds, fixed } from '../support/finds.js';

const policy = `policy mesa-mp-104
payer: Blue Mesa Health Plan
for: continuation; new-pa
codes: 64483

require field last visit within 60 days: 3.2: An office visit in the 60 days before the request.
require 2 evidence: 3.5: Two published sources.
require enclosure "Progress notes": 3.6: Progress notes since the last approval.
`;

const head = `case
date: 2026-11-21
for: continuation
insurance: Blue Mesa Health Plan
treatment requested: epidural injections
  code: 64483
`;
const body = `---
## Condition
I last saw the patient on [last visit].`;

function found(text: string): string[] {
  return findingsOf(policyRequires, { 'x.lmn': text, 'p.lmn': policy }).findings.map(
    ({ message, severity }) => `${severity}: ${message}`,
  );
}

describe('what a policy requires', () => {
  test('is told once for all of which nothing is given yet', () => {
    expect(found(`${head}---\n## Condition\nThe pain is severe.`)).toEqual([
      'error: Nothing is given yet for 3 points. Of mesa-mp-104: 3.2 (An office visit in the 60 days before the request); 3.5 (Two published sources); 3.6 (Progress notes since the last approval).',
    ]);
  });

  test('is told at the fact that says no, in the words of the policy', () => {
    const [finding] = finds(
      policyRequires,
      `${head}last visit: <|2026-01-09|>\nenclosure: Progress notes, May to November 2026\nevidence @a: One\nevidence @b: Two\n${body} It works. [@a; @b]`,
      { 'p.lmn': policy },
    );
    expect(finding?.message).toBe(
      '"3.2" is not met: "last visit" is too early. The policy asks: An office visit in the 60 days before the request.',
    );
    expect(finding?.related.map(({ message, range }) => [message, range.uri])).toEqual([
      ['3.2, mesa-mp-104', 'file:///p.lmn'],
    ]);
  });

  test('is met only by what the letter prints', () => {
    const facts = `last visit: 2026-11-01\nenclosure: Progress notes\nevidence @a: One\nevidence @b: Two\n`;
    expect(found(`${head}${facts}${body} It works. [@a; @b]`)).toEqual([]);
    expect(found(`${head}${facts}---\n## Condition\nIt works. [@a; @b]`)).toEqual([
      'error: "3.2" is given, but not printed: "last visit" is given, but the letter does not print it. The policy asks: An office visit in the 60 days before the request.',
    ]);
  });

  test('is asked only of the letters that the policy is for', () => {
    const other = (from: string, to: string) => found(`${head.replace(from, to)}${body}`);
    expect(other('Blue Mesa Health Plan', 'Juniper Mutual')).toEqual([]);
    expect(other('code: 64483', 'code: 62323')).toEqual([]);
    expect(other('for: continuation', 'for: appeal-1')).toEqual([]);
  });

  test('is named up to a number, the rest counted', () => {
    const many = `policy long\npayer: Blue Mesa Health Plan\n${Array.from({ length: 12 }, (_, at) => `require enclosure "Notes ${String(at + 1)}": ${String(at + 1)}: Paper ${String(at + 1)}.`).join('\n')}\n`;
    const { findings } = findingsOf(policyRequires, { 'x.lmn': `${head}${body}`, 'p.lmn': many });
    const [message = ''] = findings.map((finding) => finding.message);
    const named = [...message.matchAll(/Paper \d+/g)].length;
    expect(message).toMatch(/^Nothing is given yet for 12 points\. Of long: 1 \(Paper 1\); 2 \(Paper 2\)/);
    expect(named).toBeLessThan(12);
    expect(message).toContain(`; and ${String(12 - named)} more.`);
  });

  test('can be waived, which is told with what the policy asks', () => {
    const waived = 'criterion: 3.6\n  waived because: The notes were lost in a fire.\n';
    const facts = `last visit: 2026-11-01\nevidence @a: One\nevidence @b: Two\n`;
    expect(found(`${head}${facts}${waived}${body} It works. [@a; @b] [criterion waived because]`)).toEqual([
      'info: "3.6" is waived: the letter asks for an exception. The policy asks: Progress notes since the last approval.',
    ]);
  });

  test('that is not met offers an exception, and no answer in words', () => {
    const titlesOf = (text: string) =>
      findingsOf(policyRequires, { 'x.lmn': text, 'p.lmn': policy }).findings[0]?.fixes.map(({ title }) => title) ?? [];
    const others = 'enclosure: Progress notes\nevidence @a: One\nevidence @b: Two\n';
    const notMet = titlesOf(`${head}last visit: 2026-01-09\n${others}${body} It works. [@a; @b]`);
    expect(notMet).toEqual(['Ask for an exception from "3.2"']);
    const open = titlesOf(`${head}${others}---\n## Condition\nIt works. [@a; @b]`);
    expect(open).toContain('Ask for an exception from "3.2"');
    expect(open.length).toBeGreaterThan(2);
  });

  test('has a fix that brings the lines to where they belong, and no value', () => {
    const text = `${head}---\n## Condition\nThe pain is severe.`;
    const { findings } = findingsOf(policyRequires, { 'x.lmn': text, 'p.lmn': policy });
    const [finding] = findings;
    expect(finding && fixed(text, finding)).toContain(
      '\nlast visit: [The day you last saw the patient before this letter]',
    );
    expect(finding && fixed(text, finding)).toContain(
      '\nenclosure: [What it is, e.g. Progress notes, May to November 2026]',
    );
  });
});
