import type { Severity } from '../lint/rule.js';
import { plural } from '../knowledge/plurals.js';
import { summary } from './counting.js';
import { plainMarkdown } from './markdown-text.js';
import type { Reporter, ReportFormat } from './reports.js';

export const markdown: ReportFormat = { help: 'tables for a summary or a comment', begin: markdownReporter };

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'information' };

/** A table for each file, and a line that sums up. */
function markdownReporter(): Reporter {
  return {
    begin: () => '# Letters of medical necessity\n\n',
    file({ file, positionAt, findings }) {
      if (findings.length === 0) return '';
      const rows = findings.map(({ range, severity, message, rule }) => {
        const { line, column } = positionAt(range.start);
        return `| ${String(line)}:${String(column)} | ${words[severity]} | ${plainMarkdown(message)} | ${plainMarkdown(rule)} |\n`;
      });
      return `## ${plainMarkdown(file)}\n\n| place | | what | rule |\n| --- | --- | --- | --- |\n${rows.join('')}\n`;
    },
    end({ counts, files, isComplete }) {
      const told = summary(counts) || 'Nothing found';
      if (files === 0) return isComplete ? 'There was no file to check.\n' : 'No file could be checked.\n';
      return `**${told}** in ${plural(files, 'file')} checked.\n`;
    },
  };
}
