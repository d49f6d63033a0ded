import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { internalError, lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { parse, workspaceOf } from '../support/workspace.js';
import {
  familySize,
  hasSlip,
  makeCase,
  makeFile,
  makeTemplate,
  pathOf,
  templateName,
  usualBytes,
  writeCorpus,
} from './corpus.mjs';

const numbers = (count: number) => [...Array(count).keys()];

/** Files 0 to `count` - 1 with their letters, as the command line reads a folder of them. */
function subjects(count: number) {
  const files = numbers(count).map((number) => parse(`file:///${pathOf(number)}`, makeFile(number)));
  const workspace = workspaceOf();
  for (const file of files) workspace.set(file);
  return files.map((file) => readSubjects(file, workspace));
}

describe('the corpus', () => {
  test('is the same in every run', () => {
    const sum = createHash('sha256');
    for (const number of numbers(60)) sum.update(makeFile(number));
    const again = createHash('sha256');
    for (const number of numbers(60)
      .reverse()
      .map((number) => 59 - number))
      again.update(makeFile(number));
    expect(again.digest('hex')).toBe(sum.digest('hex'));
  });

  test('has no two files alike', () => {
    expect(new Set(numbers(2000).map((number) => makeFile(number))).size).toBe(2000);
  });

  test('has files of about 3 kB', () => {
    const lengths = numbers(400).map((number) => makeFile(number).length);
    expect(Math.min(...lengths)).toBeGreaterThan(usualBytes * 0.8);
    expect(Math.max(...lengths)).toBeLessThan(usualBytes * 1.3);
  });

  test.each([3_000, 100_000, 1_000_000])('makes a case of about %d bytes', (bytes) => {
    const { length } = makeCase(1, bytes);
    expect(length).toBeGreaterThan(bytes * 0.9);
    expect(length).toBeLessThan(bytes * 1.1);
  });

  test('has one template in twenty files, and cases that name it', () => {
    for (const number of numbers(100)) {
      const [first = ''] = makeFile(number).split('\n');
      expect(first.startsWith(number % familySize === 0 ? 'template ' : 'case ')).toBe(true);
      expect(first).toContain(templateName(number));
    }
  });

  test('has a slip in a tenth of its files, none of them a template', () => {
    const slipped = numbers(1000).filter(hasSlip);
    expect(slipped).toHaveLength(100);
    expect(slipped.some((number) => number % familySize === 0)).toBe(false);
  });
});

describe('what the language makes of the corpus', () => {
  const read = subjects(200);

  test('every case finds its template, and its letter prints every section', () => {
    for (const { letter, file } of read) {
      if (file.kind !== 'case') continue;
      expect(letter?.case.template?.name).toBe(file.header?.name?.text);
      expect(letter?.sections.length).toBeGreaterThan(8);
    }
  });

  test('a case without a slip has no gap, and one with a slip has something to find', () => {
    for (const [number, { letter, head, file }] of read.entries()) {
      if (file.kind !== 'case' || hasSlip(number)) continue;
      expect
        .soft({
          number,
          lacks: letter?.lacks.map((lack) => lack.kind),
          problems: head?.problems,
          sections: letter?.sectionProblems,
        })
        .toEqual({
          number,
          lacks: [],
          problems: [],
          sections: [],
        });
    }
  });

  test('no rule fails on it, and something is wrong in about a tenth of its files', () => {
    const found = read.map((subject) => lint(subject, { rules: allRules }));
    expect(found.flat().filter((finding) => finding.rule === internalError)).toEqual([]);
    const withFindings = found
      .map((findings, number) => (findings.some(({ severity }) => severity !== 'info') ? number : -1))
      .filter((number) => number >= 0);
    expect(withFindings).toEqual(numbers(200).filter(hasSlip));
  });

  test('a large case has no gap either', () => {
    const workspace = workspaceOf({ [pathOf(0)]: makeTemplate(0) });
    const { letter } = readSubjects(parse('file:///large.lmn', makeCase(1, 100_000)), workspace);
    expect(letter?.lacks).toEqual([]);
    expect(letter?.sections.length).toBeGreaterThan(50);
  });
});

describe('writing a corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lmn-corpus-'));
  afterEach(() => rmSync(folder, { recursive: true }));

  test('puts a hundred files in a folder and counts their bytes', () => {
    const bytes = writeCorpus(folder, 205);
    expect(readdirSync(folder).sort()).toEqual(['000', '001', '002']);
    expect(readdirSync(join(folder, '002'))).toHaveLength(5);
    expect(bytes).toBeGreaterThan(205 * 2000);
  });
});
