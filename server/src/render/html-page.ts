import type { ResolvedLetter } from '../letter/letter.js';
import { type Paper, usualPaper } from '../paper.js';
import { lackLine } from './lack-words.js';
import { type HtmlOptions, renderHtml } from './html.js';
import { letterClass, letterStyle, pageStyle } from './html-style.js';
import { escapeHtml } from './html-text.js';
import { letterTitle, runningHead } from './running-head.js';
import { embeddedFonts, type WebFonts } from './web-fonts.js';

/** What the page may load: its own style sheet, and fonts and pictures that are part of it. Nothing else, from nowhere. */
const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

export interface HtmlPageOptions extends HtmlOptions {
  /** Marks it as a draft though nothing is missing. */
  readonly draft?: boolean;
  /** The fonts of the PDF, to go into the page; without them it has those of the reader's computer. */
  readonly webFonts?: WebFonts;
  /** What it prints on; as without a configuration if it is not said. */
  readonly paper?: Paper;
}

/**
 * A letter as one HTML file that needs no other. While gaps stand, and whenever it is asked for, it is marked as a draft on
 * every page; on a screen the gaps are listed.
 */
export function renderHtmlPage(letter: ResolvedLetter, options: HtmlPageOptions = {}): string {
  const lacks = letter.lacks.map((lack) => lackLine(lack, letter));
  const isDraft = options.draft === true || lacks.length > 0;
  const title = letterTitle(letter);
  const { paper = usualPaper, webFonts } = options;
  const body = renderHtml(letter, options);
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(isDraft ? `Draft: ${title}` : title)}</title>
<style>
${webFonts ? embeddedFonts(body, webFonts) : ''}${letterStyle}${pageStyle(runningHead(letter, paper.runningHead), isDraft, paper)}</style>
</head>
<body>
${isDraft ? draftMark(lacks) : ''}<main class="${letterClass(paper)}">
${body}</main>
</body>
</html>
`;
}

function draftMark(lacks: readonly string[]): string {
  const count = lacks.length === 1 ? '1 item is missing' : `${String(lacks.length)} items are missing`;
  const items = lacks.map((line) => `<li>${escapeHtml(line)}</li>`);
  return [
    '<aside class="draft" aria-label="Draft">',
    lacks.length > 0 ? `<p>Draft: ${count}.</p>` : '<p>Draft: not for sending.</p>',
    ...(lacks.length > 0 ? ['<ul>', ...items, '</ul>'] : []),
    '</aside>',
    '',
  ].join('\n');
}
