import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { readSubjects } from '../../../server/src/letter/subjects.js';
import { withCriteria } from '../../../server/src/requirements/with-criteria.js';
import { parse, readTemplate, sampleFiles, subjectOf, workspaceOf } from '../../support/workspace.js';

/** The letter of a case; `others` are the workspace's other files by name. */
export function letterOf(text: string, others: Readonly<Record<string, string>> = {}): ResolvedLetter {
  const { letter } = subjectOf(text, others);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}

/** The letter of a sample case, with the table of criteria where it prints one. */
export function sampleLetter(path: string): ResolvedLetter {
  const { letter, workspace } = subjectOf(readTemplate(path), sampleFiles);
  if (!letter) throw new Error(`${path} is not read as a case.`);
  return withCriteria(letter, workspace);
}

const shared = workspaceOf(sampleFiles);

/** The letter of a case whose template may be `our-template`; quick, for many letters: the workspace is the same each time. */
export function quickLetterOf(text: string, ourTemplate = ''): ResolvedLetter {
  shared.set(parse('file:///our-template.lmn', ourTemplate));
  const { letter } = readSubjects(parse('file:///x.lmn', text), shared);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}
