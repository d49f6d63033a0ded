import { nearest } from '../spelling/nearest.js';
import { readCaseFile } from '../language/case-file.js';
import type { FileKind } from '../language/file-kinds.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { caseSubjects, type CaseSubject } from '../letter/subjects.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';
import { withCriteria } from '../requirements/with-criteria.js';

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

function unknownTemplate(name: string, workspace: Workspace): string {
  const names = [...workspace.templates.keys()];
  const [near] = nearest(name, names, 1);
  const isPath = /[\\/]|\.lmn$/i.test(name);
  const hint = isPath
    ? ' A template is named by its name, the word after "template" in its first line, not by its file.'
    : '';
  return `There is no template ${shown(name)}.${hint} ${near === undefined ? `There are: ${names.map(shown).join(', ')}.` : `Did you mean ${shown(near)}?`}`;
}
