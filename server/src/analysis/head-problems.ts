import type { HeadProblem, HeadProblemKind } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { isFallen } from './fallen-lines.js';
import { isHeadless } from './headless-fields.js';
import { proseInHead } from './prose-in-head.js';

/**
 * What does not belong where it stands in a file's head, in the order of the text as far as one record goes. Lines that are prose, because the
 * file has no divider, are left out, as are fields whose record's line is gone and lines that have fallen out of a value: that is one mistake each, and has its
 * own finding.
 */
export function headProblems(subject: FileSubject, ...kinds: HeadProblemKind[]): HeadProblem[] {
  const { head, records } = subject;
  const prose = proseInHead(subject)?.pieces;
  const all = [...(head?.problems ?? []), ...records.flatMap(({ record }) => record.problems)];
  return all.filter(
    ({ kind, where }) =>
      kinds.includes(kind) && !prose?.has(where.piece) && !isHeadless(where, subject) && !isFallen(where, subject),
  );
}
