import type { Finding, Severity } from '../lint/rule.js';

/** What was found in one file. */
export interface FileReport {
  /** The file's path from the working folder, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** Puts findings into words, a file at a time, so that nothing of a file need be kept. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(counts: Counts, files: number): string;
}
