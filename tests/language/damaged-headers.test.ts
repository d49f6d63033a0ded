import { describe, expect, test } from 'vitest';
import { Workspace } from '../../server/src/language/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { damages, linesOf, shippedFiles, type TextLine } from '../support/damage.js';
import { parse } from '../support/workspace.js';

const files = shippedFiles();

/** Findings on the line or where it was, in a workspace of everything that ships, for the file at `path` with a damaged line. */
function findingsAt(path: string, text: string, line: TextLine, damaged: string): string[] {
  const workspace = new Workspace();
  for (const other of files) if (other.path !== path) workspace.set(parse(`lmn-shipped:/${other.path}`, other.text));
  const file = parse(`lmn-shipped:/${path}`, text.slice(0, line.start) + damaged + text.slice(line.end));
  workspace.set(file);
  const end = line.start + damaged.length;
  return lint(readSubjects(file, workspace), { rules: allRules })
    .filter(({ range }) => range.start <= end && range.end >= line.start)
    .map(({ rule }) => rule);
}

type Kind = 'first line' | 'header of a record' | 'divider';

function kindOf(text: string): (line: TextLine) => Kind | undefined {
  const { header, divider, entries } = parse('file:///x.lmn', text);
  const at = new Map<number, Kind>([
    ...entries.flatMap((entry) => (entry.lines.length > 0 ? [[entry.piece.start, 'header of a record'] as const] : [])),
    [header?.whole.piece.start ?? -1, 'first line'],
    [divider?.piece.start ?? -1, 'divider'],
  ]);
  return (line) => at.get(line.start);
}

/** Damage that leaves the line with another meaning: a letter less in a word is another word. */
const hits = Object.entries({ ...damages, 'taken out of it': (line: string) => line.slice(0, Math.ceil(line.length / 2)) });

describe.each(files.map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
  const kind = kindOf(text);
  const lines = linesOf(text).filter((line) => kind(line) !== undefined);
  const stride = path === 'standard.lmn' ? 9 : 1;
  const cases = lines.filter((_, index) => index % stride === 0).map((line, index) => [`${String(kind(line))}: ${line.text}`, line, index] as const);

  test.each(cases)('%s', (_, line, index) => {
    const silent = hits.flatMap(([name, damage], turn) => {
      const at = (index * 5 + turn * 3) % line.text.length;
      const damaged = damage(line.text, at);
      return findingsAt(path, text, line, damaged).length > 0 ? [] : [`${name}: ${damaged}`];
    });
    expect(silent).toEqual([]);
  });
});
