import { letterTime } from '../analysis/dated-facts.js';
import { type CodeList, fiscalYearOf } from '../knowledge/code-list.js';
import type { FileSubject } from '../letter/subjects.js';

/** The list to choose from and to explain codes by: that of the year in which the letter is dated; else the newest one that is there, for most codes stay. */
export function listFor({ letter, workspace: { codes } }: FileSubject): CodeList | undefined {
  const day = letter && letterTime(letter, 'date')?.begins.earliest;
  const own = day && codes.of(fiscalYearOf(day));
  const [newest] = codes.years;
  return own ?? (newest === undefined ? undefined : codes.of(newest));
}
