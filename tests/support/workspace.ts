import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeListsIn } from '../../server/src/codes/lists-in-texts.js';
import { createParser } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { type FileSubject, readSubjects } from '../../server/src/letter/subjects.js';
import { dictionaryIn, trackedIn } from '../../server/src/lint/example.js';

/** Langium's parser, made once for all tests of a file. */
export const parse = createParser(createLmnCoreServices().lmn);

const templates = fileURLToPath(new URL('../../templates/', import.meta.url));

export function readTemplate(path: string): string {
  return readFileSync(templates + path, 'utf8');
}

/** The files of all templates that ship, without the vocabulary: `tests/shipped.test.ts` holds the folder against what ships. */
export const templatePaths: readonly string[] = readdirSync(templates).filter(
  (name) => name.endsWith('.lmn') && name !== 'standard.lmn',
);

/** The texts of these, as files of a workspace. */
export const shippedTemplates: Readonly<Record<string, string>> = Object.fromEntries(
  templatePaths.map((path) => [path, readTemplate(path)]),
);

/** Two complete sample cases and two incomplete ones: for what is so slow that it need not look at every kind of letter. */
export const samplePaths = [
  'samples/chronic-pain-continuation.lmn',
  'samples/general-medical-necessity.lmn',
  'samples/incomplete/chronic-pain-continuation.lmn',
  'samples/incomplete/general-medical-necessity.lmn',
] as const;

const samples = readdirSync(`${templates}samples`)
  .filter((name) => name.endsWith('.lmn'))
  .map((name) => `samples/${name}`);
const isCase = (path: string) => /^case /m.test(readTemplate(path));

/** The complete sample cases: for each kind of letter at least one. */
export const completePaths: readonly string[] = samples.filter(isCase);

/** What lies beside them: a clinic's vocabulary, policies. */
export const besidePaths: readonly string[] = samples.filter((path) => !isCase(path));

/** Every sample case, complete or not. */
export const allSamplePaths: readonly string[] = [...new Set([...completePaths, ...samplePaths])];

/** What a sample case needs beside itself. */
export const sampleFiles: Readonly<Record<string, string>> = {
  ...shippedTemplates,
  ...Object.fromEntries(besidePaths.map((path) => [path, readTemplate(path)])),
};

let standard: SourceFile | undefined;

/** A workspace with the standard vocabulary and the files given by name, as a user's folder would hold them. */
export function workspaceOf(files: Readonly<Record<string, string>> = {}): Workspace {
  standard ??= parse('lmn-shipped:/standard.lmn', readTemplate('standard.lmn'));
  const workspace = new Workspace();
  workspace.set(standard);
  for (const [name, text] of Object.entries(files)) workspace.set(parse(`file:///${name}`, text));
  workspace.codes = codeListsIn(files);
  workspace.tracked = trackedIn(files);
  workspace.dictionary = dictionaryIn(files);
  return workspace;
}

/** A text read as the file `name` of a workspace that holds `others` too. */
export function subjectOf(text: string, others: Readonly<Record<string, string>> = {}, name = 'x.lmn'): FileSubject {
  const file = parse(`file:///${name}`, text);
  const workspace = workspaceOf(others);
  workspace.set(file);
  return readSubjects(file, workspace);
}
