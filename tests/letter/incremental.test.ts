import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaseFile } from '../../server/src/language/case-file.js';
import type { SectionSource, SourceFile } from '../../server/src/language/source-file.js';
import { rangeOf, type Span } from '../../server/src/language/span.js';
import type { MergedRecord } from '../../server/src/letter/facts.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import { fragmentFile, fragmentText } from '../support/fragments.js';
import { shippedFiles } from '../support/damage.js';
import { parse, workspaceOf } from '../support/workspace.js';

const uri = 'file:///x.lmn';
const shipped = shippedFiles();
const workspace = workspaceOf(
  Object.fromEntries(shipped.filter(({ path }) => path !== 'standard.lmn').map(({ path, text }) => [path, text])),
);
const chronic = shipped.find(({ path }) => path === 'samples/chronic-pain-continuation.lmn')?.text ?? '';
const general = shipped.find(({ path }) => path === 'samples/general-medical-necessity.lmn')?.text ?? '';

/**
 * Data with every span given by its place in the file, so that it does not matter how texts are cut into pieces; declarations, sections and
 * merged records, which are large and seen elsewhere, by their name and place.
 */
function placed(value: unknown): string {
  return JSON.stringify(
    value,
    (key, inner: unknown) => {
      if (key === 'piece') return undefined;
      if (key === 'templateSection' || key === 'caseSection') return placeOf((inner as SectionSource).title);
      if (typeof inner !== 'object' || inner === null) return inner;
      if ('norm' in inner) return inner.norm;
      if ('layers' in inner) return placeOf((inner as MergedRecord).name);
      return isSpan(inner) ? { ...inner, ...placeOf(inner), piece: undefined } : inner;
    },
    1,
  );
}

function placeOf(span: Span): { uri: string; start: number; end: number } {
  return rangeOf(span);
}

function describeLetter({ facts, sections, references, lacks, sectionProblems, dates }: ResolvedLetter): string {
  return placed({ records: facts.allRecords(), sections, references, lacks, sectionProblems, dates });
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'piece' in value && 'start' in value && 'end' in value;
}

interface Edit {
  readonly at: number;
  readonly gone: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 6000 }),
  gone: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  put: fc.oneof(fragmentText, fc.constant('')),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
const beginnings = fc.oneof(
  fc.constantFrom(chronic, general),
  fragmentFile,
  fc.constantFrom(...shipped.filter(({ text }) => text.length < 8000).map(({ text }) => text)),
);

function apply(text: string, { at, gone, put }: Edit): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + gone);
}

test('reading with the last version at hand gives what reading afresh gives', () => {
  fc.assert(
    fc.property(beginnings, edits, (text, changes) => {
      let now = text;
      let file: SourceFile = parse(uri, now);
      for (const change of changes) {
        now = apply(now, change);
        file = parse(uri, now, file);
        expect(placed(file)).toBe(placed(parse(uri, now)));
      }
    }),
    { numRuns: 100 },
  );
});

test('a line that gains or loses its indentation is read anew', () => {
  const indented = parse(uri, 'template t\n  a (text)\n---\nx');
  const margin = parse(uri, 'template t\na (text)\n---\nx', indented);
  expect(margin.entries.map((entry) => entry.kind)).toEqual(['declaration']);
  expect(parse(uri, 'template t\n  a (text)\n---\nx', margin).entries.map((entry) => entry.kind)).toEqual(['stray']);
});

test('what an edit does not touch stays the same object, wherever it moves', () => {
  const before = parse(uri, chronic);
  const longer = chronic.replace('synthetic: yes', 'synthetic: yes\nurgency reason: the supply ends in four days');
  const after = parse(uri, longer, before);
  expect(after.entries.filter((entry) => !before.entries.includes(entry)).map((entry) => entry.label?.text)).toEqual([
    'urgency reason',
  ]);
  expect(after.sections).toEqual(before.sections);
  after.sections.forEach((section, index) => expect(section).toBe(before.sections[index]));
  for (const entry of after.entries)
    expect(longer.slice(entry.piece.start, entry.piece.start + entry.piece.text.length)).toBe(entry.piece.text);
});

test('an edit in one section leaves the others', () => {
  const before = parse(uri, chronic);
  const after = parse(uri, chronic.replace('five months', 'six months'), before);
  expect(after.sections.map((section, index) => section === before.sections[index])).toEqual([true, false]);
  expect(after.entries.every((entry, index) => entry === before.entries[index])).toBe(true);
});

test('a letter resolved with the memo of its last version is the letter resolved afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(chronic, general), edits, (text, changes) => {
      const memo = new SectionMemo();
      let now = text;
      let file = parse(uri, now);
      resolveLetter(readCaseFile(file, workspace), memo);
      for (const change of changes) {
        now = apply(now, change);
        file = parse(uri, now, file);
        const letter = resolveLetter(readCaseFile(file, workspace), memo);
        expect(describeLetter(letter)).toBe(describeLetter(resolveLetter(readCaseFile(parse(uri, now), workspace))));
      }
    }),
    { numRuns: 40 },
  );
});

describe('a citation is resolved again', () => {
  const without = 'case\n---\n## Evidence\nIt works [@of-this-case].\n';
  const withSource = without.replace('---', 'evidence @of-this-case\n  conclusion: it works\n---');

  /** How many citations have no source, in a letter resolved with what another version of it left behind. */
  function openCitations(text: string, last: string): number {
    const memo = new SectionMemo();
    const file = parse(uri, last);
    resolveLetter(readCaseFile(file, workspace), memo);
    const letter = resolveLetter(readCaseFile(parse(uri, text, file), workspace), memo);
    return letter.lacks.filter(({ kind }) => kind === 'citation').length;
  }

  test('when its source is added', () => expect(openCitations(withSource, without)).toBe(0));

  test('when its source is taken away', () => expect(openCitations(without, withSource)).toBe(1));
});
