import type { Severity } from '../lint/rule.js';
import { positionsIn } from '../lint/positions.js';
import { plural, summary } from './counting.js';
import { printable } from './printable.js';
import type { Reporter, ReportFormat } from './reports.js';

export const markdown: ReportFormat = { help: 'tables for a summary or a comment', begin: markdownReporter };

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'information' };

/** A table for each file, and a line that sums up. */
function markdownReporter(): Reporter {
  return {
    begin: () => '# Letters of medical necessity\n\n',
    file({ file, text, findings }) {
      if (findings.length === 0) return '';
      const positionAt = positionsIn(text);
      const rows = findings.map(({ range, severity, message, rule }) => {
        const { line, column } = positionAt(range.start);
        return `| ${String(line)}:${String(column)} | ${words[severity]} | ${plain(message)} | ${plain(rule)} |\n`;
      });
      return `## ${plain(file)}\n\n| place | | what | rule |\n| --- | --- | --- | --- |\n${rows.join('')}\n`;
    },
    end({ counts, files, isComplete }) {
      const told = summary(counts) || 'Nothing found';
      if (files === 0) return isComplete ? 'There was no file to check.\n' : 'No file could be checked.\n';
      return `**${told}** in ${plural(files, 'file')} checked.\n`;
    },
  };
}

/** Words as they are, whatever in them would mark something: none begins a link, a picture or HTML, and none mentions a person. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+!|~@&:]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}
