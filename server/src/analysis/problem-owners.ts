import type { FactRecord, Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

const remembered = new WeakMap<FileSubject, ReadonlyMap<Word, FactRecord>>();

/** The record in whose lines a problem stands, by the problem's place. */
export function ownerOfProblem(where: Word, subject: FileSubject): FactRecord | undefined {
  let owners = remembered.get(subject);
  if (!owners) {
    owners = new Map(
      subject.records.flatMap(({ record }) => record.problems.map((problem) => [problem.where, record] as const)),
    );
    remembered.set(subject, owners);
  }
  return owners.get(where);
}
