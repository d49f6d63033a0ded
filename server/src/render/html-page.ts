import type { ResolvedLetter } from '../letter/letter.js';
import type { Paper } from './document-options.js';
import { gapLine, gapList, type OpenGap } from './gap-list.js';
import { type HtmlOptions, renderHtml } from './html.js';
import { letterStyle, pageStyle } from './html-style.js';
import { escapeHtml } from './html-text.js';
import { letterTitle, runningHead } from './running-head.js';

/** What the page may load: its own style sheet and pictures that are part of it. Nothing else, from nowhere. */
const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface HtmlPageOptions extends HtmlOptions {
  /** Marks it as a draft though nothing is missing. */
  readonly draft?: boolean;
  /** What it prints on; US Letter if it is not said. */
  readonly paper?: Paper;
}

/**
 * A letter as one HTML file that needs no other. While gaps stand, and whenever it is asked for, it is marked as a draft on
 * every page; on a screen the gaps are listed.
 */
export function renderHtmlPage(letter: ResolvedLetter, options: HtmlPageOptions = {}): string {
  const gaps = gapList(letter);
  const isDraft = options.draft === true || gaps.length > 0;
  const title = letterTitle(letter);
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(isDraft ? `Draft: ${title}` : title)}</title>
<style>
${letterStyle}${pageStyle(runningHead(letter), isDraft, options.paper)}</style>
</head>
<body>
${isDraft ? draftMark(gaps) : ''}<main class="letter">
${renderHtml(letter, options)}</main>
</body>
</html>
`;
}

function draftMark(gaps: readonly OpenGap[]): string {
  const count = gaps.length === 1 ? '1 item is missing' : `${String(gaps.length)} items are missing`;
  const items = gaps.map((gap) => `<li>${escapeHtml(gapLine(gap))}</li>`);
  return [
    '<aside class="draft" aria-label="Draft">',
    gaps.length > 0 ? `<p>Draft: ${count}.</p>` : '<p>Draft: not for sending.</p>',
    ...(gaps.length > 0 ? ['<ul>', ...items, '</ul>'] : []),
    '</aside>',
    '',
  ].join('\n');
}
