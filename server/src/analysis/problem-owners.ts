import type { FactRecord, Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';

const problemOwners = remember(
  ({ records }: FileSubject): ReadonlyMap<Word, FactRecord> =>
    new Map(records.flatMap(({ record }) => record.problems.map((problem) => [problem.where, record] as const))),
);

/** The record in whose lines a problem stands, by the problem's place. */
export function ownerOfProblem(where: Word, subject: FileSubject): FactRecord | undefined {
  return problemOwners(subject).get(where);
}
