import type { FileRange } from '../letter/source.js';
import type { Finding } from '../lint/rule.js';

/**
 * A finding as reports tell it: with the one way to mend it that most would choose, where that can be told, and with places of this file alone, for of others no report has the lines. What a fix
 * writes must hold no value of a patient (`mayTell`). What only a person can decide, such as which of several choices is meant, is left to the editor's menu.
 */
export function asTold(finding: Finding, mayTell: (text: string) => boolean): Finding {
  const { rule, severity, message, range, fixes, related, unnecessary, notYet, suppressed } = finding;
  const isHere = (one: { readonly range: FileRange }) => one.range.uri === range.uri;
  const told = fixes.find(
    ({ preferred, edits }) => preferred && edits.every((edit) => isHere(edit) && mayTell(edit.text)),
  );
  // By name: what else an editor is told of a finding may be a word of the file.
  return {
    ...{ rule, severity, message, range, unnecessary },
    fixes: told ? [told] : [],
    related: related.filter(isHere),
    lacks: [],
    ...(notYet && { notYet }),
    ...(suppressed && { suppressed }),
  };
}
