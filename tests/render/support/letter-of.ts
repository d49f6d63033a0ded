import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { readSubjects } from '../../../server/src/letter/subjects.js';
import { parse, readTemplate, sampleFiles, subjectOf, workspaceOf } from '../../support/workspace.js';

/** The letter of a case; `others` are the workspace's other files by name. */
export function letterOf(text: string, others: Readonly<Record<string, string>> = {}): ResolvedLetter {
  const { letter } = subjectOf(text, others);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}

export function sampleLetter(path: string): ResolvedLetter {
  return letterOf(readTemplate(path), sampleFiles);
}

const shared = workspaceOf(sampleFiles);

/** The letter of a case whose template may be `our-template`; quick, for many letters: the workspace is the same each time. */
export function quickLetterOf(text: string, ourTemplate = ''): ResolvedLetter {
  shared.set(parse('file:///our-template.lmn', ourTemplate));
  const { letter } = readSubjects(parse('file:///x.lmn', text), shared);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}
