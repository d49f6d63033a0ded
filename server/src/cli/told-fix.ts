import type { FileRange } from '../letter/source.js';
import type { Finding, PlacedFix } from '../lint/rule.js';
import type { FileReport } from './reports.js';

/**
 * The way to mend a finding that most would choose, where a report can tell it: it changes this file alone, for edits of others have no place there, and what it
 * writes holds no value of a patient. What only a person can decide, such as which of several choices is meant, is left to the editor's menu.
 */
export function toldFix({ fixes, range }: Finding, { mayTell }: FileReport): PlacedFix | undefined {
  return fixes.find(
    ({ preferred, edits }) => preferred && edits.every((edit) => isIn(edit.range, range) && mayTell(edit.text)),
  );
}

function isIn(one: FileRange, other: FileRange): boolean {
  return one.uri === other.uri;
}
