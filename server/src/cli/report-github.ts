import type { Severity } from '../lint/rule.js';
import { printable } from './printable.js';
import type { Reporter, ReportFormat } from './reports.js';

export const github: ReportFormat = { help: 'notes in the margin of a pull request on GitHub', begin: githubReporter };

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * GitHub's workflow commands, a line each: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Nothing of a file can begin a command of
 * its own: line ends and the marks between properties are escaped.
 */
function githubReporter(): Reporter {
  return {
    begin: () => '',
    file({ file, positionAt, findings }) {
      return findings
        .map(({ range, severity, message, rule }) => {
          const [start, end] = [positionAt(range.start), positionAt(range.end)];
          // GitHub wants columns only of what stands on one line.
          const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
          const properties = { file, line: start.line, endLine: end.line, ...columns, title: rule };
          const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
          return `::${commands[severity]} ${written.join(',')}::${data(message)}\n`;
        })
        .join('');
    },
    end: ({ counts }) => {
      const total = counts.error + counts.warning + counts.info;
      return `lmn: ${String(total)} found.\n`;
    },
  };
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
