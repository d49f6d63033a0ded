import type { Coverage } from '../coverage/coverage.js';
import { coveragePage } from '../coverage/coverage-page.js';
import { type CoverageTable, coverageTables } from '../coverage/coverage-tables.js';
import { plainMarkdown } from './markdown-text.js';
import { printable } from './printable.js';

/** How `lmn report` prints, by what `--format` calls it. */
export const coverageFormats = {
  table: (coverage: Coverage) => coverageTables(coverage).map(asText).join('\n'),
  markdown: (coverage: Coverage) =>
    `# Letters of medical necessity\n\n${coverageTables(coverage).map(asMarkdown).join('\n')}`,
  json: (coverage: Coverage) => `${JSON.stringify(coverage, undefined, 2)}\n`,
  html: (coverage: Coverage) => coveragePage(coverage),
} as const satisfies Record<string, (coverage: Coverage) => string>;

export type CoverageFormat = keyof typeof coverageFormats;

export function isCoverageFormat(name: string): name is CoverageFormat {
  return Object.hasOwn(coverageFormats, name);
}

/** What a line of a terminal has room for in one column. */
const widest = 60;

function asText({ title, says, head, rows }: CoverageTable): string {
  const cut = (text: string) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);
  const lines = [head, ...rows.map(({ cells }) => cells)].map((cells) => cells.map((cell) => cut(printable(cell))));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, printable(says), ...(rows.length === 0 ? [] : ['', ...table.map((line) => `  ${line}`)]), ''].join(
    '\n',
  );
}

function asMarkdown({ title, says, head, rows }: CoverageTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plainMarkdown).join(' | ')} |\n`;
  const table =
    rows.length === 0
      ? ''
      : `\n${line(head)}|${head.map(() => ' --- |').join('')}\n${rows.map(({ cells }) => line(cells)).join('')}`;
  return `## ${title}\n\n${plainMarkdown(says)}\n${table}`;
}
