import { describe, expect, test } from 'vitest';
import { rangeOf, type Span } from '../../server/src/language/span.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { damages, linesOf, shippedFiles, type TextLine } from '../support/damage.js';
import { parse } from '../support/workspace.js';

const files = shippedFiles();

const workspace = new Workspace();
for (const { path, text } of files) workspace.set(parse(`lmn-shipped:/${path}`, text));

/** Findings on the line or where it was, in a workspace of everything that ships, for the file at `path` with a damaged line. */
function findingsAt(path: string, text: string, line: TextLine, damaged: string): string[] {
  const uri = `lmn-shipped:/${path}`;
  const file = parse(uri, text.slice(0, line.start) + damaged + text.slice(line.end));
  workspace.remove(uri);
  workspace.set(file);
  const end = line.start + damaged.length;
  const found = lint(readSubjects(file, workspace), { rules: allRules })
    .filter(({ range }) => range.start <= end && range.end >= line.start)
    .map(({ rule }) => rule);
  workspace.set(parse(uri, text));
  return found;
}

/** The word that makes a line what it is: the kind of file, the name of a record, the dashes. Offsets within the line. */
interface Structural {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

function structuralLines(text: string): Structural[] {
  const { header, divider, entries } = parse('file:///x.lmn', text);
  const words: Span[] = entries.flatMap((entry) => {
    if (entry.lines.length === 0) return [];
    // A record's own name may be any name; the word before it may not.
    if (entry.kind === 'record') return [{ piece: entry.piece, start: 0, end: 'record'.length }];
    // What stands behind the verb of a clause may hold any words.
    if (entry.verb) return [entry.verb];
    return entry.label ? [entry.label] : [];
  });
  const all = [...(header ? [header.keyword] : []), ...words, ...(divider ? [divider] : [])].map(rangeOf);
  return linesOf(text).flatMap((line) => {
    const word = all.find(({ start, end }) => line.start <= start && end <= line.end);
    return word ? [{ line, start: word.start - line.start, end: word.end - line.start }] : [];
  });
}

/** True where the dashes are still three or more: nothing is damaged. */
function isDivider(line: string): boolean {
  return /^\s*-{3,}\s*$/.test(line);
}

/** True where only spaces within it are more or fewer: names do not care. */
function isAlike(a: string, b: string): boolean {
  return a.trimEnd().replace(/(?<=\S) +/g, ' ') === b.trimEnd().replace(/(?<=\S) +/g, ' ');
}

describe.each(files.map(({ path, text }) => [path, text] as const))(
  '%s: damage to a word that the structure hangs on is found at its line',
  (path, text) => {
    const lines = structuralLines(text);
    // Of each file some lines, spread over it: there are dozens of files.
    const stride = Math.ceil(lines.length / 5);
    const cases = lines
      .filter((_, index) => index % stride === 0)
      .map((structural, index) => [structural.line.text, structural, index] as const);

    test.each(cases)('%s', (_, { line, start, end }, index) => {
      // Half of the damages for each line, the other half for the next one.
      const chosen = Object.entries(damages).filter((_kind, turn) => turn % 2 === index % 2);
      const silent = chosen.flatMap(([name, damage], turn) => {
        const at = Math.max(1, start + ((index * 5 + turn * 3) % (end - start)));
        const damaged = damage(line.text, at);
        if (isAlike(damaged, line.text) || (isDivider(line.text) && isDivider(damaged))) return [];
        return findingsAt(path, text, line, damaged).length > 0 ? [] : [`${name}: ${damaged}`];
      });
      expect(silent).toEqual([]);
    });
  },
);
