import { nearest } from '../spelling/nearest.js';
import { rangeOf, type SourceFile, type Suppression, type Word } from '../letter/source.js';
import type { RawFinding, Rule, RuleDescription } from './rule.js';

/** A rule about suppressions themselves: it can only be judged after all others have run. */
export interface SuppressionRule extends Omit<RuleDescription, 'bad' | 'good'> {
  readonly bad: string;
  readonly good: string;
  /** `leftOut` are rules of which nobody knows what they would find: they did not run, or ask about more than the files. */
  find(
    file: SourceFile,
    found: readonly RawFinding[],
    rules: readonly Rule[],
    leftOut: ReadonlySet<string>,
  ): Omit<RawFinding, 'severity'>[];
}

/** Findings without those that the file's own comments suppress. A suppression without a reason suppresses nothing. */
export function applySuppressions(
  found: readonly RawFinding[],
  file: SourceFile,
  rules: readonly Rule[],
): RawFinding[] {
  const working = file.suppressions.filter((suppression) => suppression.reason !== '');
  if (working.length === 0) return [...found];
  const ids = currentIds(rules);
  return found.filter((finding) => !working.some((suppression) => suppresses(suppression, finding, ids)));
}

function suppresses(suppression: Suppression, finding: RawFinding, ids: ReadonlyMap<string, string>): boolean {
  return isCovered(suppression, finding) && suppression.rules.some((rule) => idOf(rule, ids) === finding.rule);
}

function isCovered({ scope, covers }: Suppression, finding: RawFinding): boolean {
  if (scope === 'file') return true;
  const { start } = rangeOf(finding.where);
  return covers !== undefined && start >= covers.start && start <= covers.end;
}

function idOf(word: Word, ids: ReadonlyMap<string, string>): string {
  return ids.get(word.text) ?? word.text;
}

/** Every id under which a rule is known, with its present one. */
function currentIds(rules: readonly Rule[]): Map<string, string> {
  return new Map(rules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])].map((id) => [id, rule.id] as const)));
}

function spanOf({ piece, start, end }: Word): RawFinding['where'] {
  return { piece, start, end };
}

const suppressionWithoutReason: SuppressionRule = {
  id: 'suppression-without-reason',
  group: 'structure',
  severity: 'warning',
  summary: 'Every suppression says why.',
  why: 'Who reads the file later must know whether the finding was weighed or only silenced. Without a reason the finding stays.',
  bad: '// lmn-disable-file missing-field',
  good: '// lmn-disable-file missing-field -- a template for training',
  find: (file) =>
    file.suppressions
      .filter((suppression) => suppression.reason === '')
      .map(({ whole }) => ({
        rule: 'suppression-without-reason',
        message: 'No reason given, so nothing is suppressed. End the line with: -- and the reason',
        where: spanOf(whole),
        details: placeForReason(whole),
      })),
};

/** Text that stands for a reason until one is written: it counts as none. */
export const reasonPlaceholder = '[why this one is right]';

function placeForReason({ piece, end, text }: Word): Pick<RawFinding['details'], 'fix'> {
  if (/\]$/.test(text)) return {}; // the place is there
  const where = { piece, start: end, end };
  const dashes = /--$/.test(text) ? ' ' : ' -- ';
  return {
    fix: { title: 'Add a place for the reason', edits: [{ where, text: dashes + reasonPlaceholder }], asks: true },
  };
}

/** Whether a comment can suppress a rule: all but those about suppressions themselves. */
export function isSuppressible(rule: string): boolean {
  return !suppressionRules.some(({ id }) => id === rule);
}

const unneededSuppression: SuppressionRule = {
  id: 'unneeded-suppression',
  group: 'structure',
  severity: 'warning',
  // Of a rule that has not run yet nobody knows what it will find.
  needs: 'workspace',
  summary: 'A suppression suppresses something.',
  why: 'A suppression that is left behind would hide the next mistake of its kind.',
  bad: '// lmn-disable-file npi -- an old number',
  good: 'case\ndate: 2026-11-21',
  find(file, found, rules, leftOut) {
    if (file.suppressions.length === 0) return [];
    const ids = currentIds(rules);
    return file.suppressions.flatMap((suppression): Omit<RawFinding, 'severity'>[] => {
      if (suppression.reason === '') return [];
      const own = suppressionRules.map((rule) => rule.id);
      return suppression.rules.flatMap((rule): Omit<RawFinding, 'severity'>[] => {
        const id = idOf(rule, ids);
        if (leftOut.has(id) || found.some((finding) => finding.rule === id && isCovered(suppression, finding)))
          return [];
        const known = ids.has(rule.text) || own.includes(rule.text);
        const [near] = known ? [] : nearest(rule.text, [...ids.keys()], 1);
        const message = known
          ? 'Nothing here needs this suppression. Take the rule out of the line, or the line out of the file.'
          : `No rule has this name.${near === undefined ? ' See the list of rules.' : ` Did you mean ${near}?`}`;
        return [
          {
            rule: this.id,
            message,
            where: spanOf(rule),
            details: { unnecessary: known, ...fixFor(suppression, rule, near) },
          },
        ];
      });
    });
  },
};

function fixFor(suppression: Suppression, rule: Word, near: string | undefined): Pick<RawFinding['details'], 'fix'> {
  if (near !== undefined) return { fix: { title: `Write ${near}`, edits: [{ where: spanOf(rule), text: near }] } };
  if (suppression.rules.length > 1) return {};
  const { piece, start, end } = suppression.whole;
  return {
    fix: { title: 'Take the suppression out', edits: [{ where: { piece, start, end }, text: '' }], asks: true },
  };
}

/** Rules that run after all others. */
export const suppressionRules: readonly SuppressionRule[] = [suppressionWithoutReason, unneededSuppression];
