import type { LexingReport } from 'langium';
import type { LmnFile } from '../generated/ast.js';
import type { TextLine } from '../lines.js';

/** What Langium's parser hands on of a text beside its tree: its lines, as the lexer read them. */
export interface LinesReport extends LexingReport {
  readonly lines: readonly TextLine[];
}

/** What Langium's parser makes of a text; of a document too. */
export interface LmnParseResult {
  readonly value: LmnFile;
  readonly lexerReport?: LexingReport;
}

/** The lines of what was parsed; none for a document that no parser has seen. */
export function linesReported(report: LexingReport | undefined): readonly TextLine[] {
  return report && 'lines' in report ? (report as LinesReport).lines : [];
}
