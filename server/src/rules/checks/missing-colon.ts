import type { Word } from '../../letter/source.js';
import { placeAt } from '../../fixes/head-edits.js';
import { endOfKnownName } from '../../analysis/meant-names.js';
import type { Report } from '../../lint/rule.js';

/** Reports `date of birth 1968-03-14`: a name that is known, with its value but no colon. False where it is something else. */
export function reportMissingColon(name: Word, known: readonly string[], report: Report): boolean {
  const end = endOfKnownName(name.text, known);
  if (end === undefined) return false;
  report(name, 'This fact has no colon after its name. Write it as "name: value".', {
    fix: { title: 'Write a colon', edits: [{ where: placeAt(name.piece, name.start + end), text: ':' }] },
  });
  return true;
}
