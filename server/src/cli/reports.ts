import type { Finding, RuleDescription, Severity } from '../lint/rule.js';

/** What was found in one file. */
export interface FileReport {
  /** The file's path from the working folder, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** What a report may need beside the findings. */
export interface Reporting {
  /** For a terminal that shows colors. */
  readonly color: boolean;
  /** Every rule that can have found something, with what it asks for and why. */
  readonly rules: readonly RuleDescription[];
}

/** A way to report, as the command line offers it. */
export interface ReportFormat {
  /** Whom it is for, as the help says it. */
  readonly help: string;
  readonly begin: (reporting: Reporting) => Reporter;
}

/** Puts findings into words, a file at a time, so that nothing of a file need be kept. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(counts: Counts, files: number): string;
}
