import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createParser } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { type FileSubject, readSubjects } from '../../server/src/letter/subjects.js';

/** Langium's parser, made once for all tests of a file. */
export const parse = createParser(createLmnCoreServices().lmn);

export function readTemplate(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../templates/${path}`, import.meta.url)), 'utf8');
}

let standard: SourceFile | undefined;

/** A workspace with the standard vocabulary and the files given by name, as a user's folder would hold them. */
export function workspaceOf(files: Readonly<Record<string, string>> = {}): Workspace {
  standard ??= parse('lmn-shipped:/standard.lmn', readTemplate('standard.lmn'));
  const workspace = new Workspace();
  workspace.set(standard);
  for (const [name, text] of Object.entries(files)) workspace.set(parse(`file:///${name}`, text));
  return workspace;
}

/** A text read as the file `name` of a workspace that holds `others` too. */
export function subjectOf(text: string, others: Readonly<Record<string, string>> = {}, name = 'x.lmn'): FileSubject {
  const file = parse(`file:///${name}`, text);
  const workspace = workspaceOf(others);
  workspace.set(file);
  return readSubjects(file, workspace);
}
