import { resolve } from 'node:path';
import { nearest } from '../spelling/nearest.js';
import { readCaseFile } from '../language/case-file.js';
import type { FileKind } from '../language/file-kinds.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { caseSubjects, type CaseSubject } from '../letter/subjects.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile } from '../workspace/find-files.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { Failure } from './failure.js';
import type { ToldWalk } from './left-out.js';
import { statOf } from './letter-output.js';
import { loadWorkspace, uriOf } from './load-workspace.js';
import { parse } from './parser.js';
import { shown } from './printable.js';
import { readText } from './read-text.js';
import { withCriteria } from '../requirements/with-criteria.js';

/**
 * The path of a case's file, absolute.
 *
 * @throws {Failure} where there is none.
 */
export function casePath(written: string, cwd: string): string {
  const path = resolve(cwd, written);
  const stats = statOf(path);
  if (stats instanceof Error) throw new Failure(`${shown(written)}: ${reasonOf(stats)}.`);
  if (!stats.isFile()) throw new Failure(`${shown(written)}: this is no file.`);
  if (!isLmnFile(path)) throw new Failure(`${shown(written)}: this is no .lmn file.`);
  return path;
}

/**
 * Reads a case and all that its letter refers to, of the files around it; `template` stands in for the one that it names. `written` is its path as the user wrote it.
 *
 * @throws {Failure} where the file cannot be read or is no case, or there is no such template.
 */
export function readCase(
  file: FoundFile,
  written: string,
  around: ToldWalk,
  template: string | undefined,
  notes: string[],
): CaseSubject {
  notes.push(...around.notes, ...around.problems);
  const workspace = loadWorkspace(around.files, parse, (_, problem) => notes.push(problem));
  const source = parse(uriOf(file), readSource(file, written));
  mustBeCase(source.kind, written);
  mustHave(template, workspace);
  return caseOf(source, workspace, template);
}

/** @throws {Failure} for a file of another kind; one that does not say its kind is a case without its first line. */
export function mustBeCase(kind: FileKind | undefined, written: string): void {
  if (kind !== undefined && kind !== 'case')
    throw new Failure(
      `${shown(written)}: this is a ${kind}. A letter is made of a case: a file whose first line begins with "case".`,
    );
}

/** @throws {Failure} where there is no such template. */
export function mustHave(template: string | undefined, workspace: Workspace): void {
  if (template !== undefined && !workspace.templates.has(template))
    throw new Failure(unknownTemplate(template, workspace));
}

/** What rules and letters see of a case. */
export function caseOf(source: SourceFile, workspace: Workspace, template: string | undefined): CaseSubject {
  return caseSubjects(readCaseFile(source, workspace, template), workspace, undefined, withCriteria);
}

function readSource(file: FoundFile, written: string): string {
  try {
    return readText(file.path);
  } catch (error) {
    throw new Failure(`${shown(written)}: ${reasonOf(error)}.`);
  }
}

function unknownTemplate(name: string, workspace: Workspace): string {
  const names = [...workspace.templates.keys()];
  const [near] = nearest(name, names, 1);
  const isPath = /[\\/]|\.lmn$/i.test(name);
  const hint = isPath
    ? ' A template is named by its name, the word after "template" in its first line, not by its file.'
    : '';
  return `There is no template ${shown(name)}.${hint} ${near === undefined ? `There are: ${names.map(shown).join(', ')}.` : `Did you mean ${shown(near)}?`}`;
}
