import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { readTemplate, sampleFiles, subjectOf } from '../support/workspace.js';

// The kind line, a record's name and the divider decide how other lines are read. A slip in one of them must not turn those sampleFiles red.

const sample = readTemplate('samples/chronic-pain-continuation.lmn').split('\n');

const slips: Readonly<Record<string, (line: string) => string>> = {
  'first letter gone': (line) => line.slice(1),
  'third letter gone': (line) => line.slice(0, 2) + line.slice(3),
  'a letter more': (line) => `${line.slice(0, 2)}x${line.slice(2)}`,
  'a bracket': (line) => `${line.slice(0, 3)}(${line.slice(3)}`,
  'an at sign': (line) => `${line.slice(0, 3)}@${line.slice(3)}`,
  'a colon': (line) => `${line.slice(0, 3)}:${line.slice(3)}`,
  'two letters changed places': (line) => line.slice(0, 2) + line.charAt(3) + line.charAt(2) + line.slice(4),
};

/** `line:rule` of every finding, lines counted from the damaged one. */
function findingsWith(index: number, line: string): string[] {
  const text = [...sample.slice(0, index), line, ...sample.slice(index + 1)].join('\n');
  return lint(subjectOf(text, sampleFiles, 'samples/x.lmn'), { rules: allRules }).map(
    ({ range, rule }) => `${String(text.slice(0, range.start).split('\n').length - 1 - index)}:${rule}`,
  );
}

const lines = sample.flatMap((line, index): [string, number][] => {
  const isHeader = /^(?:patient|insurance|prior|diagnosis|secondary|treatment|outcome|provider)\b/.test(line);
  const isFirst = sample.findIndex((other) => other.split(':')[0] === line.split(':')[0]) === index;
  return line.startsWith('case ') || (isHeader && isFirst) || line === '---' ? [[line, index]] : [];
});

describe.each(lines)('%s', (line, index) => {
  test.each(Object.entries(slips))('%s: one finding, on the line', (_, damage) => {
    const damaged = damage(line);
    const found = findingsWith(index, damaged);
    expect(found).toEqual(damaged === line ? [] : [expect.stringMatching(/^0:/)]);
  });

  test('gone: one finding at most, on the next line or, for what is missing, the first', () => {
    const found = findingsWith(index, '');
    expect(found.length).toBeLessThanOrEqual(1);
    for (const one of found) expect(one).toMatch(/^1:|:missing-field$/);
  });
});

test('gone, after a fact of the letter whose value it would become', () => {
  const index = sample.indexOf('patient');
  expect(findingsWith(index, '')).toEqual(['1:unknown-record']);
});
