import { partByBaseline, type Parted, type PlacedEntry } from '../configuration/baseline.js';
import type { RuleSettings } from '../configuration/rule-settings.js';
import type { FileSubject } from '../letter/subjects.js';
import { internalError, lint, type Severities } from '../lint/engine.js';
import type { Finding, Rule } from '../lint/rule.js';
import type { LintOptions } from './lint-options.js';
import type { Settled } from './reports.js';

/** What was found in one file, as far as it is asked for. */
export interface ChosenFindings {
  /** What is to be acted on. */
  readonly open: readonly Finding[];
  readonly settled: readonly Settled[];
  /** Of the baseline, whatever is asked for. */
  readonly stale: Parted['stale'];
}

/** How files of one folder are judged. */
export interface Judging extends Pick<LintOptions, 'only' | 'shown'>, RuleSettings {
  readonly rules: readonly Rule[];
}

/**
 * What is wrong in a file, as far as it is asked for. All rules run, whichever are asked for: whether a comment suppresses anything, and whether what a baseline says is
 * still there, is known only then. A rule that is asked for by name runs though the configuration turns it off, or
 * though it only hints.
 */
export function chosenFindings(subject: FileSubject, judging: Judging, known: readonly PlacedEntry[]): ChosenFindings {
  return chooseFindings(allFindings(subject, judging), judging, known);
}

/** How all is found, whatever of it is asked for then. */
export type Finds = Omit<Judging, 'shown'>;

/** All that is wrong in a file, what comments suppress too. */
export function allFindings(subject: FileSubject, finds: Finds): Finding[] {
  const { rules, options } = finds;
  return lint(subject, {
    ...{ rules, options, severities: severitiesAsked(finds) },
    ...{ withSuppressed: true, withoutHints: true },
  });
}

/** How severe rules are, with those that are asked for by name. */
export function severitiesAsked({ rules, severities, only }: Finds): Severities {
  return only ? turnedOn(rules, severities, only) : severities;
}

/** What of it is asked for, held against the baseline. */
export function chooseFindings(
  found: readonly Finding[],
  { only, shown }: Pick<Judging, 'only' | 'shown'>,
  known: readonly PlacedEntry[],
): ChosenFindings {
  const isChosen = ({ rule, severity }: Finding) =>
    (only === undefined || only.has(rule) || rule === internalError) && shown.includes(severity);
  // That a rule failed is never known: its work is not done.
  const parted = partByBaseline(
    found,
    known.filter(({ rule }) => rule !== internalError),
  );
  const settled = [
    ...parted.known.map((finding): Settled => ({ finding, by: 'baseline' })),
    ...parted.open.filter(({ suppressed }) => suppressed).map((finding): Settled => ({ finding, by: 'comment' })),
  ];
  return {
    open: parted.open.filter((finding) => !finding.suppressed && isChosen(finding)),
    settled: settled.filter(({ finding }) => isChosen(finding)),
    stale: parted.stale,
  };
}

function turnedOn(rules: readonly Rule[], severities: Severities, only: ReadonlySet<string>): Severities {
  const off = rules.filter(
    ({ id, hint }) => only.has(id) && (severities[id] === 'off' || (hint && severities[id] === undefined)),
  );
  return { ...severities, ...Object.fromEntries(off.map(({ id, severity }) => [id, severity])) };
}
