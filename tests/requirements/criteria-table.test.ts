import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { parse, workspaceOf } from '../support/workspace.js';

const policy = `policy mesa-mp-104
payer: Blue Mesa Health Plan

require field last visit within 60 days: 3.2: An office visit in the 60 days before the request.
require field prior treatment outcome: 3.3: Conservative treatment first.
require 2 evidence: 3.5: Two published sources.
require enclosure "Progress notes": 3.6: Progress notes since the last approval.
recommend section consequences: 3.7: What is to be expected.
`;

/** The table of a letter that has nothing but it, as Markdown. */
function tableOf(head: string, body = '[criteria]', asks = policy): string {
  const file = parse(
    'file:///x.lmn',
    `case\ndate: 2026-11-21\nprovider: Dana Whitfield\ninsurance: Blue Mesa Health Plan\n${head}\n---\n## Criteria\n${body}`,
  );
  const { letter } = readSubjects(file, workspaceOf({ 'p.lmn': asks }), undefined, withCriteria);
  if (!letter) throw new Error('A case has a letter.');
  return renderMarkdown(letter)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
}

describe('[criteria]', () => {
  test('says what meets each criterion, and prints it', () => {
    const head = `last visit: 2026-11-01
prior treatment: Gabapentin
  outcome: not tolerated
evidence: One
evidence: Two
enclosure: Progress notes, May 2026
criterion: 3.7
  met by: She would lose her work.`;
    expect(tableOf(head)).toMatchInlineSnapshot(`
      "| Criterion | In this letter | Where |
      | :--- | :--- | :--- |
      | 3.2 An office visit in the 60 days before the request. | November 1, 2026 |  |
      | 3.3 Conservative treatment first. | Gabapentin, not tolerated |  |
      | 3.5 Two published sources. | One; Two |  |
      | 3.6 Progress notes since the last approval. | Progress notes, May 2026 | Enclosure 1 |
      | 3.7 What is to be expected. | “She would lose her work.” | Statement of Dana Whitfield |"
    `);
  });

  test('says which criteria are still to be shown', () => {
    expect(tableOf('')).toMatchInlineSnapshot(`
      "| Criterion | In this letter | Where |
      | :--- | :--- | :--- |
      | 3.2 An office visit in the 60 days before the request. | **\\[to be shown\\]** |  |
      | 3.3 Conservative treatment first. | **\\[to be shown\\]** |  |
      | 3.5 Two published sources. | **\\[to be shown\\]** |  |
      | 3.6 Progress notes since the last approval. | **\\[to be shown\\]** |  |"
    `);
  });

  test('asks for an exception where one is waived with a reason', () => {
    const waived = (because: string) => tableOf(`criterion: 3.3\n  waived because: ${because}`).split('\n')[3];
    expect(waived('No other treatment exists.')).toBe(
      '| 3.3 Conservative treatment first. | **Exception asked:** No other treatment exists. |  |',
    );
    expect(waived('')).toBe('| 3.3 Conservative treatment first. | **\\[to be shown\\]** |  |');
  });

  test('is nothing where no policy asks anything', () => {
    const file = parse('file:///x.lmn', 'case\n---\n## Criteria\n[criteria]\n\nMore.');
    const { letter } = readSubjects(file, workspaceOf(), undefined, withCriteria);
    expect(letter && renderMarkdown(letter)).not.toContain('|');
  });
});

describe('where no policy asks anything, no heading stands over nothing', () => {
  const read = (text: string) => {
    const others = { 't.lmn': 'template t\n---\n## First\nWords.\n\n## The Conditions\n[criteria]' };
    const { letter } = readSubjects(parse('file:///x.lmn', text), workspaceOf(others), undefined, withCriteria);
    return {
      titles: letter?.sections.flatMap(({ kind, title }) => (kind === 'section' ? [title] : [])),
      lacking: letter?.lacks.flatMap((lack) => (lack.kind === 'section' ? [[lack.section, lack.because]] : [])),
    };
  };

  test('of the template’s section nothing prints', () =>
    expect(read('case t\n')).toEqual({ titles: ['First'], lacking: [] }));

  test('of the case’s own it is told that it lacks words', () =>
    expect(read('case\n---\n## Conditions\n[criteria]')).toEqual({
      titles: ['Conditions'],
      lacking: [['Conditions', 'empty']],
    }));

  test('what else stands there prints alone', () =>
    expect(read('case\n---\n## Conditions\nAll are met.\n\n[criteria]')).toEqual({
      titles: ['Conditions'],
      lacking: [],
    }));
});

test('of a criterion that asks for a section and for sources, the sources are shown', () => {
  const asks =
    'policy p\npayer: Blue Mesa Health Plan\nrequire section evidence: 3.5: Sources.\nrequire 2 evidence: 3.5: Two.\nrequire section history: 3.6: History.';
  const body = '[criteria]\n\n## Proof #evidence\nSee below.\n\n## Past #history\nLong.';
  expect(tableOf('evidence: One\nevidence: Two', body, asks).split('\n').slice(2)).toEqual([
    expect.stringContaining('| One; Two |') as string,
    expect.stringContaining('| as asked |') as string,
  ]);
});
