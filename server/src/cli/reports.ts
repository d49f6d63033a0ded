import type { Position } from '../lint/positions.js';
import type { Finding, RuleDescription, Severity } from '../lint/rule.js';

/** What was found in one file. */
export interface FileReport {
  /** The file's path from the working folder, with slashes. */
  readonly file: string;
  /** Where an offset of a finding is. */
  readonly positionAt: (offset: number) => Position;
  /** As reports may tell them; see `asTold`. */
  readonly findings: readonly Finding[];
  /** What was found too, and is not to be acted on: counted nowhere, and told only where it can be marked. */
  readonly settled: readonly Settled[];
}

/** A finding that somebody has looked at before: a comment of the file gives the reason, or it stood there when the baseline was written. */
export interface Settled {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
}

export type Counts = Readonly<Record<Severity, number>>;

/** What a report may need beside the findings. */
export interface Reporting {
  /** For a terminal that shows colors. */
  readonly color: boolean;
  /** Every rule that can have found something, with what it asks for and why. */
  readonly rules: readonly RuleDescription[];
  /** The program's. */
  readonly version: string;
}

/** What is known once all files are checked. */
export interface LintEnd {
  readonly counts: Counts;
  /** How many files were checked. */
  readonly files: number;
  /** False where a file could not be read, or a rule failed. */
  readonly isComplete: boolean;
}

/** A way to report, as the command line offers it. */
export interface ReportFormat {
  /** Whom it is for, as the help says it. */
  readonly help: string;
  /** Whether it says how findings are mended. */
  readonly tellsFixes?: true;
  readonly begin: (reporting: Reporting) => Reporter;
}

/** Puts findings into words, a file at a time, so that nothing of a file need be kept. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(end: LintEnd): string;
}
