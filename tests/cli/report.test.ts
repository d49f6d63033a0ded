import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Coverage } from '../../server/src/coverage/coverage.js';
import { folderWith, lmn } from './folder.js';

let cwd = '';
beforeEach(() => {
  cwd = folderWith({
    'templates/base.lmn':
      'template base "Base"\nfor: continuation\n---\n## History #history\nSo far.\n## Need #consequences\nElse.\n',
    'templates/pump.lmn': 'template pump from base "A <pump>"\n---\n## Request #treatment\nPlease.\n## Need #omit\n',
    'templates/old.lmn': 'template old "Old"\nfor: appeal-1\n---\n## Words\nWords.\n',
    'policies/mesa.lmn':
      'policy mesa-104 "Pumps"\npayer: Blue Mesa Health Plan\nfor: continuation\nas of: 2025-11-22\nuntil: 2026-01-31\nsource: MP-104, section 2\nrequire date: 1\n',
    'policies/undated.lmn': 'policy undated "No day"\npayer: Juniper Mutual\nrequire date: 1\n',
    'cases/a.lmn': 'case pump\npatient\n  name: Maria Alvarez\n',
    'cases/b.lmn': 'case pump\npatient\n  name: Rosa Diaz\n',
  });
});

const json = async (...words: string[]) =>
  JSON.parse((await lmn(cwd, 'report', ...words, '--format', 'json')).stdout) as Coverage;

describe('what a folder covers', () => {
  test('templates: for what, upon what, how often named, and which parts', async () => {
    const { templates, cases, day } = await json();
    expect({ cases, day }).toEqual({ cases: 2, day: '2026-11-22' });
    expect(templates).toEqual([
      {
        file: 'templates/base.lmn',
        name: 'base',
        title: 'Base',
        kinds: ['continuation'],
        components: ['history', 'consequences'],
        cases: 0,
        standing: 1,
      },
      {
        file: 'templates/old.lmn',
        name: 'old',
        title: 'Old',
        kinds: ['appeal-1'],
        components: [],
        cases: 0,
        standing: 0,
      },
      {
        ...{ file: 'templates/pump.lmn', name: 'pump', title: 'A <pump>', kinds: ['continuation'], from: 'base' },
        ...{ components: ['history', 'treatment'], cases: 2, standing: 0 },
      },
    ]);
  });

  test('kinds that ship and own policies, with their ages in days', async () => {
    const { kinds, policies } = await json();
    const kind = kinds.find(({ name }) => name === 'continuation');
    expect(kind).toMatchObject({
      templates: ['base', 'pump'],
      policies: ['mesa-104'],
      asOf: expect.stringMatching(/^2026/) as string,
    });
    expect(kinds.find(({ name }) => name === 'core')).toBeUndefined();
    expect(policies).toEqual([
      {
        ...{ file: 'policies/mesa.lmn', name: 'mesa-104', title: 'Pumps', payer: 'Blue Mesa Health Plan' },
        ...{
          kinds: ['continuation'],
          until: '2026-01-31',
          hasEnded: true,
          asOf: '2025-11-22',
          age: 365,
          source: 'MP-104, section 2',
        },
      },
      {
        file: 'policies/undated.lmn',
        name: 'undated',
        title: 'No day',
        payer: 'Juniper Mutual',
        kinds: [],
        hasEnded: false,
      },
    ]);
  });

  test('nothing of a case', async () => {
    for (const format of ['table', 'markdown', 'json', 'html'])
      expect((await lmn(cwd, 'report', '--format', format)).stdout).not.toMatch(/Alvarez|Diaz|cases\/a/);
  });
});

describe('how it prints', () => {
  test('on the terminal: what is unused, and what is old', async () => {
    const { code, stdout, stderr } = await lmn(cwd, 'report', '.');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('3 templates, 2 cases. 1 template that no case names and none stands on: old.');
    expect(stdout).toContain('2 policies; to compare with their sources again: mesa-104, undated.');
    expect(stdout).toMatch(/^ {2}pump +continuation +base +2 +0 +condition, evidence, consequences, qualifications$/m);
    expect(stdout).toMatch(
      /^ {2}mesa-104 +Blue Mesa Health Plan +continuation +2026-01-31 \(ended\) +2025-11-22 +365 +MP-104, section 2$/m,
    );
  });

  test('without cases nothing is called unused', async () => {
    expect((await lmn(cwd, 'report', 'templates')).stdout).toContain('nothing is said of how often each is used');
  });

  test('in Markdown, where no word is markup', async () => {
    const { stdout } = await lmn(cwd, 'report', '--format', 'markdown');
    expect(stdout).toMatch(
      /^\| pump \| continuation \| base \| 2 \| 0 \| condition, evidence, consequences, qualifications \|$/m,
    );
    expect(stdout.match(/^## .*$/gm)).toEqual(['## Templates', '## Kinds of letter', '## Policies']);
  });

  test('as one page without script or anything from elsewhere, its charts said in words', async () => {
    expect((await lmn(cwd, 'report', '--format', 'html', '--output-file', 'report.html')).stdout).toBe('');
    const page = readFileSync(join(cwd, 'report.html'), 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).not.toMatch(/<script|https?:|url\(|@import|src=|javascript/i);
    expect(page).toContain('aria-label="Cases by template. pump: 2; base: 0; old: 0"');
    expect(page).toContain('aria-label="Days since each policy was compared with its source. mesa-104: 365 days"');
    expect(page).toContain(
      '<th scope="row">pump</th><td class="word">yes</td><td class="word">–</td><td class="word">yes</td>',
    );
    expect(page.match(/<(\w+)[^>]*>/g)?.filter((tag) => tag.startsWith('<pump'))).toEqual([]);
  });
});

describe('could not run', () => {
  test.each([
    [['gone'], 'gone: there is no such file or folder.'],
    [['.', '--format', 'pdf'], '--format can be table, markdown, json, or html, not pdf.'],
    [
      ['.', '--output-file', 'templates/old.lmn'],
      'templates/old.lmn is an .lmn file: a report is not written over one.',
    ],
    [['.', '--output-file', 'gone/report.html'], 'gone/report.html: its folder does not exist yet. Make it first.'],
  ])('report %j', async (words, line) => {
    expect(await lmn(cwd, 'report', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
  });

  test('on two workspaces at once', async () => {
    const two = folderWith({
      'a/lmn.config.json': '{ "root": true }',
      'a/x.lmn': 'template x\n',
      'b.lmn': 'template y\n',
    });
    expect((await lmn(two, 'report')).stderr).toBe('lmn: One workspace at a time: a is one of its own.\n');
  });
});
