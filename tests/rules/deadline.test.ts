import { describe, expect, test } from 'vitest';
import { deadline } from '../../server/src/rules/deadline.js';
import { findingsOf } from '../support/finds.js';

const policy = `policy mesa-appeals
payer: Blue Mesa Health Plan

deadline 180 days after denial received: 29 CFR 2560.503-1(h)(3)(i).
  when insurance plan type: employer; individual
deadline 1 day before prior authorization expires: Extensions.
deadline 60 days after final denial date: 42 CFR 438.402(c)(2)(ii): managed care; confirm on the notice.
deadline 60 days after first appeal date: 42 CFR 438.402: confirm on the notice.
`;

function found(lines: string, date = '2026-11-21'): string[] {
  const text = `case\ndate: ${date}\ninsurance: Blue Mesa Health Plan\n${lines}\n---\n## Request\nPlease pay.`;
  return findingsOf(deadline, { 'x.lmn': text, 'p.lmn': policy }).findings.map(
    ({ message, severity, range }) => `${severity} at ${text.slice(range.start, range.end)}: ${message}`,
  );
}

const employer = '  plan type: employer\ndenial\n  received: ';

describe('a deadline', () => {
  test('is told when the letter is dated after it', () => {
    expect(found(`${employer}2026-01-15`)).toEqual([
      "error at 2026-01-15: The deadline passed 130 days before the letter's date; confirm it on the notice (29 CFR 2560.503-1(h)(3)(i)).",
    ]);
  });

  test('is told for fourteen days before it as information', () => {
    expect(found(`${employer}2026-05-25`)).toEqual([
      "info at 2026-05-25: The deadline is the letter's date; confirm it on the notice (29 CFR 2560.503-1(h)(3)(i)).",
    ]);
    expect(found(`${employer}2026-06-08`)).toHaveLength(1);
    expect(found(`${employer}2026-06-09`)).toEqual([]);
  });

  test('keeps silent where its condition or its day is not given', () => {
    expect(found('denial\n  received: 2026-01-15')).toEqual([]);
    expect(found('  plan type: Medicaid\ndenial\n  received: 2026-01-15')).toEqual([]);
    expect(found('  plan type: employer')).toEqual([]);
    expect(found(`${employer}January`)).toEqual([]);
  });

  test('names its rule, and says only once that it is to be confirmed', () => {
    expect(found('final denial\n  date: 2026-09-21')).toEqual([
      "error at 2026-09-21: The deadline passed 1 day before the letter's date; confirm it on the notice (42 CFR 438.402(c)(2)(ii): managed care).",
    ]);
    expect(found('first appeal\n  date: 2026-09-21')).toEqual([
      "error at 2026-09-21: The deadline passed 1 day before the letter's date; confirm it on the notice (42 CFR 438.402).",
    ]);
  });

  test('may lie before a day', () => {
    expect(found('prior authorization\n  expires: 2026-11-21')).toEqual([
      "error at 2026-11-21: The deadline passed 1 day before the letter's date; confirm it on the notice (Extensions).",
    ]);
  });
});
