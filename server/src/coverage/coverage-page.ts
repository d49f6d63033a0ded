import { allComponents } from '../knowledge/components.js';
import { escapeHtml } from '../render/html-text.js';
import { bidiClosers } from '../render/printable.js';
import type { Coverage } from './coverage.js';
import { type CoverageLine, type CoverageTable, coverageTables } from './coverage-tables.js';

/**
 * The report as one page that needs nothing else: no script, no font and no picture from elsewhere. Each chart says in words what it shows, and no color alone
 * says anything. `linkTo` gives the address that a file is opened by, where the page is shown by who can open one.
 */
export function coveragePage(coverage: Coverage, linkTo?: LinkTo): string {
  const [templates, ...others] = coverageTables(coverage);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Letters of medical necessity: what this folder covers</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Letters of medical necessity: what this folder covers</h1>
<p>As of ${escapeHtml(coverage.day)}.</p>
${templates ? section(templates, usageChart(coverage) + componentTable(coverage), linkTo) : ''}
${others.map((table) => section(table, table.title === 'Policies' ? ageChart(coverage) : '', linkTo)).join('\n')}
</main>
</body>
</html>
`;
}

/** What a name leaves open in direction ends with it. */
function words(text: string): string {
  return escapeHtml(text) + bidiClosers(text);
}

function section({ title, says, head, rows }: CoverageTable, charts: string, linkTo?: LinkTo): string {
  const id = title.toLowerCase().replaceAll(' ', '-');
  const table = rows.length === 0 ? '' : htmlTable(title, head, rows, linkTo);
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n<p>${words(says)}</p>\n${charts}${table}</section>`;
}

type LinkTo = (file: string) => string;

function htmlTable(caption: string, head: readonly string[], rows: readonly CoverageLine[], linkTo?: LinkTo): string {
  const heads = head.map((cell) => `<th scope="col">${words(cell)}</th>`).join('');
  const lines = rows.map(({ cells: [first = '', ...cells], file }) => {
    const name =
      linkTo && file !== undefined ? `<a href="${escapeHtml(linkTo(file))}">${words(first)}</a>` : words(first);
    return `<tr><th scope="row">${name}</th>${cells.map(htmlCell).join('')}</tr>`;
  });
  return `<div class="wide" role="region" tabindex="0" aria-label="${words(`Table: ${caption}`)}"><table><caption>${words(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>\n`;
}

/** What is one word, such as a day or a name, stays on one line. */
function htmlCell(cell: string): string {
  const isWord = cell.length <= longestName && !/\s/.test(cell);
  return `<td${isWord ? ' class="word"' : ''}>${words(cell)}</td>`;
}

/** Which template has a section for which of the things that a reviewer looks for. */
function componentTable({ templates }: Coverage): string {
  if (templates.length === 0) return '';
  const rows = templates.map(({ name, components }) => ({
    cells: [name, ...allComponents.map((component) => (components.includes(component) ? 'yes' : '–'))],
  }));
  return htmlTable('Sections for what reviewers look for', ['template', ...allComponents], rows);
}

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

/** The templates that most cases name. */
function usageChart({ templates, cases }: Coverage): string {
  if (cases === 0) return '';
  const bars = [...templates]
    .sort((a, b) => b.cases - a.cases)
    .slice(0, mostBars)
    .map(({ name, cases: value }): Bar => ({ name, value, label: String(value) }));
  return chart('Cases by template', bars);
}

/** The policies whose comparison with their source is oldest. */
function ageChart({ policies }: Coverage): string {
  const bars = policies
    .flatMap(({ name, age }): Bar[] =>
      age === undefined ? [] : [{ name, value: Math.max(0, age), label: `${String(age)} days` }],
    )
    .sort((a, b) => b.value - a.value)
    .slice(0, mostBars);
  return bars.length === 0 ? '' : chart('Days since each policy was compared with its source', bars);
}

const mostBars = 30;
const rowHeight = 24;
const nameWidth = 240;
const barWidth = 320;
const longestName = 34;

/** Bars with their names and values in words; what it shows is its description, and the table beneath has all of it. */
function chart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = bars.length * rowHeight;
  const said = bars.map(({ name, label }) => `${name}: ${label}`).join('; ');
  const rows = bars.map(({ name, value, label }, index) => {
    const y = index * rowHeight;
    const width = Math.round((value / most) * barWidth);
    const short = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
    return `<text class="name" x="${String(nameWidth - 8)}" y="${String(y + 16)}">${words(short)}</text><rect x="${String(nameWidth)}" y="${String(y + 4)}" width="${String(width)}" height="16"/><text x="${String(nameWidth + width + 6)}" y="${String(y + 16)}">${words(label)}</text>`;
  });
  return `<figure><figcaption>${words(title)}</figcaption><svg role="img" aria-label="${words(`${title}. ${said}`)}" viewBox="0 0 ${String(nameWidth + barWidth + 90)} ${String(height)}">\n${rows.join('\n')}\n</svg></figure>\n`;
}

/** Where an editor shows the page it hands over the colors of its theme, which is not always as dark as the system. */
const style = `
:root { color-scheme: light dark; --ink: var(--vscode-editor-foreground, #1b1b1b); --paper: var(--vscode-editor-background, #ffffff); --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #b5b5b5)); --bar: var(--vscode-textLink-foreground, #1f5f99); --mark: var(--vscode-focusBorder, #1f5f99); }
@media (prefers-color-scheme: dark) { :root { --ink: var(--vscode-editor-foreground, #e8e8e8); --paper: var(--vscode-editor-background, #1c1c1c); --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #5c5c5c)); --bar: var(--vscode-textLink-foreground, #7ab8f5); --mark: var(--vscode-focusBorder, #7ab8f5); } }
body { color: var(--ink); background: var(--paper); font: 16px/1.5 var(--vscode-font-family, system-ui, sans-serif); margin: 0; padding: 0; }
a { color: var(--bar); } :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
figure { margin: 1rem 0; } figcaption, caption { font-weight: 600; text-align: left; padding: 0.5rem 0; }
svg { max-width: 40rem; width: 100%; height: auto; } svg text { font-size: 13px; fill: var(--ink); } svg .name { text-anchor: end; } svg rect { fill: var(--bar); }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
tbody th { font-weight: 600; } .word, tbody th { white-space: nowrap; }
@media print { :root { --ink: #000000; --paper: #ffffff; --line: #888888; --bar: #444444; } main { max-width: none; padding: 0; } .wide { overflow: visible; } tr, figure { break-inside: avoid; } h2 { break-after: avoid; } }
`;
