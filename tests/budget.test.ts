import { expect, test, vi } from 'vitest';
import { createParser } from '../server/src/language/parse.js';
import { createLmnCoreServices } from '../server/src/language/services.js';
import { Workspace } from '../server/src/language/workspace.js';
import type { ResolvedSection } from '../server/src/letter/letter.js';
import { SectionMemo } from '../server/src/letter/resolve-section.js';
import { type FileSubject, readSubjects } from '../server/src/letter/subjects.js';
import { lint, type LintMemo } from '../server/src/lint/engine.js';
import { allRules } from '../server/src/rules/all-rules.js';
import { countWork, type Work as Counted } from './support/count-work.js';
import { shippedFiles } from './support/damage.js';

const { lmn } = createLmnCoreServices();
const parse = createParser(lmn);
const parses = vi.spyOn(lmn.parser.LangiumParser, 'parse');
const shipped = shippedFiles();
const workspace = new Workspace();
for (const { path, text } of shipped) workspace.set(parse(`lmn-shipped:/${path}`, text));
// An editor looks words up later, and asks at once whether they are looked up.
workspace.dictionary = { look: () => undefined };
const sample = shipped.find(({ path }) => path === 'samples/chronic-pain-continuation.lmn')?.text ?? '';

interface Work extends Counted {
  readonly parses: number;
  readonly before: FileSubject;
  readonly after: FileSubject;
}

/** What one edit of the sample costs after it was read, resolved and checked. */
function workOf(edit: (text: string) => string): Work {
  const memo = new SectionMemo();
  const found: LintMemo = new WeakMap();
  const uri = 'file:///sample.lmn';
  const file = parse(uri, sample);
  const before = readSubjects(file, workspace, memo);
  lint(before, { rules: allRules }, found);
  const changed = edit(sample);
  expect(changed).not.toBe(sample);
  parses.mockClear();
  const counted = countWork();
  const after = readSubjects(parse(uri, changed, file), workspace, memo);
  lint(after, { rules: allRules }, found);
  return { parses: parses.mock.calls.length, ...counted(), before, after };
}

function changedSections({ before, after }: Work): string[] {
  const old = new Set<ResolvedSection>(before.letter?.sections);
  return (after.letter?.sections ?? [])
    .filter((section) => !old.has(section))
    .map((section) => section.title || section.kind);
}

/** Rules that look at a whole file or letter run after every edit, but those that only git could answer; there are as many of them as there are. */
const ofTheWhole = allRules.filter(
  (rule) => ['file', 'letter'].includes(rule.subject) && rule.needs !== 'repository',
).length;
const ofSections = allRules.filter((rule) => rule.subject === 'section').length;
const ofRecords = (name?: string) =>
  allRules.filter((rule) => rule.subject === 'record' && (rule.record === undefined || rule.record === name)).length;

test('a word in a section: one parse, one prose, one section, the rules of that section', () => {
  const work = workOf((text) => text.replace('five months', 'six months'));
  expect(changedSections(work)).toEqual(['Why This Treatment Is Still Needed']);
  expect(work).toMatchObject({ parses: 1, prosesRead: 1, sectionsResolved: 1, rulesRun: ofTheWhole + ofSections });
});

test('a fact: only the sections that print it', () => {
  const work = workOf((text) => text.replace('monitoring: a visit', 'monitoring: a short visit'));
  expect(work).toMatchObject({ parses: 1, prosesRead: 0 });
  const printing = workOf((text) => text.replace('name: lumbar radiculopathy', 'name: cervical radiculopathy'));
  expect(changedSections(printing)).toContain('Opening');
  expect(changedSections(printing)).not.toContain('Earlier Treatments');
  expect(changedSections(printing)).not.toContain('Why This Treatment Is Still Needed');
});

test('a fact that only the beginning prints: one section, the rules of one record', () => {
  const work = workOf((text) => text.replace('reference number: BM-0000-4417', 'reference number: BM-0000-4418'));
  expect(changedSections(work)).toEqual(['Reference']);
  expect(work).toMatchObject({
    parses: 1,
    prosesRead: 0,
    sectionsResolved: 1,
    rulesRun: ofTheWhole + ofRecords('letter'),
  });
});

test('a comment in the head: only the fact above it is read again', () => {
  const work = workOf((text) => text.replace('patient\n', '// a comment\n\npatient\n'));
  expect(work).toMatchObject({ parses: 1, prosesRead: 0 });
  expect(changedSections(work)).toEqual(['Treatment Plan and Progress']);
});

test('nothing but a space at a line’s end: nothing is resolved again', () => {
  const work = workOf((text) => text.replace('case chronic-pain-continuation', 'case chronic-pain-continuation '));
  expect(work).toMatchObject({ parses: 1, prosesRead: 0, sectionsResolved: 0, rulesRun: ofTheWhole });
});
