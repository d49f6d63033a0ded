import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { readSubjects } from '../../../server/src/letter/subjects.js';
import { parse, readTemplate, subjectOf, workspaceOf } from '../../support/workspace.js';

/** The templates and the address book that ship, for letters of the sample cases. */
export const shippedFiles = Object.fromEntries(
  ['chronic-pain-continuation.lmn', 'general-medical-necessity.lmn', 'samples/our-clinic.lmn'].map((path) => [
    `shipped/${path}`,
    readTemplate(path),
  ]),
);

/** The letter of a case; `others` are the workspace's other files by name. */
export function letterOf(text: string, others: Readonly<Record<string, string>> = {}): ResolvedLetter {
  const { letter } = subjectOf(text, others);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}

export const samplePaths = [
  'samples/chronic-pain-continuation.lmn',
  'samples/general-medical-necessity.lmn',
  'samples/incomplete/chronic-pain-continuation.lmn',
  'samples/incomplete/general-medical-necessity.lmn',
] as const;

export function sampleLetter(path: (typeof samplePaths)[number]): ResolvedLetter {
  return letterOf(readTemplate(path), shippedFiles);
}

const shared = workspaceOf(shippedFiles);

/** The letter of a case whose template may be `our-template`; quick, for many letters: the workspace is the same each time. */
export function quickLetterOf(text: string, ourTemplate = ''): ResolvedLetter {
  shared.set(parse('file:///our-template.lmn', ourTemplate));
  const { letter } = readSubjects(parse('file:///x.lmn', text), shared);
  if (!letter) throw new Error('The text is not read as a case.');
  return letter;
}
