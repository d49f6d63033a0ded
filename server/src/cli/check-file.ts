import type { SourceFile } from '../language/source-file.js';
import type { TrackedFiles, Workspace } from '../language/workspace.js';
import { readSubjects } from '../letter/subjects.js';
import type { Finding } from '../lint/rule.js';
import { withCriteria } from '../requirements/with-criteria.js';
import type { FoundFile } from '../workspace/find-files.js';
import { allFindings, type Finds } from './chosen-findings.js';
import { mayTell } from './may-tell.js';
import { asTold } from './told-finding.js';

/** A file as its check leaves it: plain data, which a thread can send and a cache can keep. */
export type CheckedFile = FoundInFile | { readonly problem: string };

/** All that was found in a file, whatever of it is asked for: what comments suppress, and what a baseline knows, too. */
export interface FoundInFile {
  readonly text: string;
  readonly found: readonly Finding[];
  readonly isCase: boolean;
  /** What was said where a rule asked whether git tracks the file. */
  readonly tracked?: boolean;
}

/** What the files of a workspace are checked with. */
export interface Checks {
  readonly workspace: Workspace;
  readonly tracked: TrackedFiles;
  readonly findsIn: (target: FoundFile) => Finds;
  /** One of the files; or why it cannot be read. */
  readonly read: (target: FoundFile) => SourceFile | string;
}

/** Reads and checks one file. */
export function checkFile(target: FoundFile, { workspace, tracked, findsIn, read }: Checks): CheckedFile {
  const file = read(target);
  if (typeof file === 'string') return { problem: file };
  let asked: boolean | undefined;
  workspace.tracked = { has: (uri) => (asked = tracked.has(uri)) };
  const subject = readSubjects(file, workspace, undefined, withCriteria);
  const found = allFindings(subject, findsIn(target));
  const isToldOf = mayTell(subject);
  return {
    text: file.text,
    found: found.map((finding) => asTold(finding, isToldOf)),
    isCase: file.kind === undefined || file.kind === 'case',
    ...(asked !== undefined && { tracked: asked }),
  };
}
