import type { Position } from '../lint/positions.js';
import type { FileReport, Reporter, ReportFormat } from './reports.js';

/** A range as programs read it: lines and columns from 1, columns in UTF-16 code units, the end not included. */
interface JsonRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One finding of `lmn lint --format json`. A public contract: see docs/command-line.md. */
export interface JsonFinding extends JsonRange {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly (JsonRange & { readonly text: string })[] };
}

export const json: ReportFormat = { help: 'for programs', tellsFixes: true, begin: jsonReporter };

/** An array of all findings, one a line. */
function jsonReporter(): Reporter {
  let any = false;
  return {
    begin: () => '[',
    file(report) {
      if (report.findings.length === 0) return '';
      const lines = describeFindings(report).map((finding) => JSON.stringify(finding));
      const text = `${any ? ',' : ''}\n${lines.join(',\n')}`;
      any = true;
      return text;
    },
    end: () => (any ? '\n]\n' : ']\n'),
  };
}

function describeFindings(report: FileReport): JsonFinding[] {
  const { file, findings } = report;
  const { positionAt } = report;
  return findings.map((finding) => {
    const { rule, severity, message, range } = finding;
    const [told] = finding.fixes;
    const edits = told?.edits.map(({ range, text }) => ({ ...placed(range, positionAt), text }));
    const fix = told && edits && { title: told.title, edits };
    return { file, rule, severity, message, ...placed(range, positionAt), ...(fix && { fix }) };
  });
}

function placed(range: { start: number; end: number }, positionAt: (offset: number) => Position): JsonRange {
  const start = positionAt(range.start);
  const end = positionAt(range.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
