import type { Severity } from '../lint/rule.js';
import { plural } from '../knowledge/plurals.js';
import { summary } from './counting.js';
import { printable } from './printable.js';
import type { Reporter, ReportFormat } from './reports.js';

const codes = { error: 31, warning: 33, info: 36, underline: 4, faint: 2, bold: 1 } as const;

export const stylish: ReportFormat = { help: 'for people', begin: ({ color }) => stylishReporter(color) };

/** Findings grouped by file, then one line that sums them up. */
function stylishReporter(color: boolean): Reporter {
  const paint = (style: keyof typeof codes, text: string) => (color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
  return {
    begin: () => '',
    file({ file, positionAt, findings }) {
      if (findings.length === 0) return '';
      const rows = findings.map((finding) => {
        const { line, column } = positionAt(finding.range.start);
        return { ...finding, place: `${line}:${column}` };
      });
      const width = Math.max(...rows.map((row) => row.place.length));
      const lines = rows.map(
        ({ place, severity, message, rule }) =>
          `  ${paint('faint', place.padEnd(width))}  ${paint(severity, severity.padEnd('warning'.length))}  ${printable(message)}  ${paint('faint', rule)}\n`,
      );
      return `${paint('underline', printable(file))}\n${lines.join('')}\n`;
    },
    end({ counts, files, isComplete }) {
      if (files === 0) return isComplete ? 'There was no file to check.\n' : 'No file could be checked.\n';
      const read = plural(files, 'file');
      const total = counts.error + counts.warning + counts.info;
      if (total === 0) return `${read} checked, nothing found.\n`;
      const worst: Severity = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'info';
      return `${paint('bold', paint(worst, summary(counts)))} in ${read} checked.\n`;
    },
  };
}
