import { describe, expect, test } from 'vitest';
import { openItems } from '../../server/src/export/gate.js';
import { type FileSubject, readSubjects } from '../../server/src/letter/subjects.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { lint } from '../../server/src/lint/engine.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { completePaths, parse, readTemplate } from '../support/workspace.js';
import { samplesWorkspace } from './shipped.js';

// What holds for the template and the complete case of every kind of letter. How each case reads, and that it says the same in all formats, is tested in
// tests/render/ (golden, all-formats).

const workspace = samplesWorkspace();
const library = libraryOf(workspace);
const kinds = [...library.kinds.keys()].filter((name) => name !== 'core');

function subjectAt(uri: string, text: string): FileSubject {
  return readSubjects(parse(uri, text), workspace, undefined, withCriteria);
}

/** A letter's kind, or that of the letters which a template makes. */
function kindOf(letter: ResolvedLetter): string | undefined {
  return judgeLetter(letter, library).kinds[0];
}

function letterIn({ letter }: FileSubject, path: string): ResolvedLetter {
  if (!letter) throw new Error(`${path} is not read as a case`);
  return letter;
}

const cases = completePaths.map((path) => [path, subjectAt(`file:///${path}`, readTemplate(path))] as const);
const templates = [...workspace.templates.values()].map(({ name, file }) => [name, file] as const);

test('every kind has a template', () => {
  const bare = templates.map(([name]) => kindOf(letterIn(subjectAt('file:///bare.lmn', `case ${name}\n---\n`), name)));
  expect(kinds.filter((kind) => !bare.includes(kind))).toEqual([]);
});

test.each(kinds)('there is a complete case of the kind %s', (kind) =>
  expect(cases.map(([path, subject]) => kindOf(letterIn(subject, path)))).toContain(kind),
);

test.each(templates)('nothing is found in the template %s', (_, file) =>
  expect(lint(subjectAt(file.uri, file.text), { rules: allRules })).toEqual([]),
);

describe.each(cases)('%s', (path, subject) => {
  const findings = lint(subject, { rules: allRules });

  // A letter may be final with information on it; whoever reads a sample is to see one without.
  test('has nothing to be told', () => expect(findings).toEqual([]));

  test('is final: nothing is missing', () => {
    expect(letterIn(subject, path).lacks).toEqual([]);
    expect(openItems(subject, findings)).toEqual([]);
  });
});
