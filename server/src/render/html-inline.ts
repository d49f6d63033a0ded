import { boxSign } from '../letter/box-sign.js';
import type { Inline, ResolvedLetter, TextRun } from '../letter/letter.js';
import { penLine, saidOfPenLine } from '../letter/pen-line.js';
import { citedNumbers } from './citation-label.js';
import { gapHelp, gapLabel } from './gap-label.js';
import { attributesText, escapeHtml, type HtmlOptions, marked } from './html-text.js';
import { bidiClosers, isRightToLeft } from './printable.js';
import { safeLink } from './safe-link.js';
import { gapStaysWhole, staysWhole } from './stays-whole.js';
import { closeToCitations } from './close-to-citations.js';

/** Inline content as HTML. */
export function inlineHtml(content: readonly Inline[], letter: ResolvedLetter, options: HtmlOptions): string {
  return nodesHtml(closeToCitations(content), letter, options);
}

function nodesHtml(content: readonly Inline[], letter: ResolvedLetter, options: HtmlOptions): string {
  return content.map((node) => nodeHtml(node, letter, options)).join('');
}

function nodeHtml(node: Inline, letter: ResolvedLetter, options: HtmlOptions): string {
  switch (node.kind) {
    case 'text':
      return runHtml(node, options);
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${nodesHtml(node.content, letter, options)}</strong>`;
    case 'emphasis':
      return `<em>${nodesHtml(node.content, letter, options)}</em>`;
    case 'link': {
      const content = nodesHtml(node.content, letter, options);
      const href = safeLink(node.href);
      return href === undefined
        ? content
        : `<a href="${escapeHtml(href)}" rel="noopener noreferrer"${marked(node.source, options)}>${content}</a>`;
    }
    case 'box':
      return boxHtml(node.checked, 'choice-box');
    case 'pen line':
      return `<span class="pen-line" role="img" aria-label="${escapeHtml(saidOfPenLine(node.field))}">${penLine}</span>`;
    case 'citation':
      return citationHtml(node, letter, options);
    case 'gap':
      return gapHtml(node, options);
  }
}

/** A box: the label of an item (`box`), or in a row of choices, where it is one of the words (`choice-box`). */
export function boxHtml(checked: boolean, name: 'box' | 'choice-box'): string {
  const label = checked ? 'Checked' : 'Not checked';
  return `<span class="${name}" role="img" aria-label="${label}">${boxSign(checked)}</span>`;
}

function runHtml(run: TextRun, options: HtmlOptions): string {
  const text = escapeHtml(run.field ? run.text + bidiClosers(run.text) : run.text);
  const apart = run.field && isRightToLeft(run.text) ? 'bdi' : 'span';
  const classes = runClasses(run);
  const attributes = classes === '' ? '' : ` class="${classes}"`;
  const marks = options.mark ? attributesText(options.mark(run.source, run)) : '';
  if (attributes === '' && marks === '' && apart === 'span') return text;
  return `<${apart}${attributes}${marks}>${text}</${apart}>`;
}

/** `as-written`: with spaces that HTML would draw together. `whole`: not to be broken, where a line could break in it. */
function runClasses(run: TextRun): string {
  const classes = [
    /\s\s/.test(run.text) ? 'as-written' : '',
    /[\s/-]/.test(run.text) && staysWhole(run) ? 'whole' : '',
  ];
  return classes.filter((name) => name !== '').join(' ');
}

function citationHtml(
  node: Extract<Inline, { kind: 'citation' }>,
  letter: ResolvedLetter,
  options: HtmlOptions,
): string {
  const numbers = citedNumbers(letter, node).map(({ from, to }) =>
    from === to ? numberHtml(from) : `${numberHtml(from)}-${numberHtml(to)}`,
  );
  return numbers.length === 0 ? '' : `<sup class="citation"${marked(node.source, options)}>${numbers.join(',')}</sup>`;
}

/** The place of a reference in the list, for links within the page. */
export function referenceId(number: number): string {
  return `reference-${String(number)}`;
}

function numberHtml(number: number): string {
  return `<a href="#${referenceId(number)}">${String(number)}</a>`;
}

export function gapHtml(node: Extract<Inline, { kind: 'gap' }>, options: HtmlOptions): string {
  const help = gapHelp(node.gap);
  const title = help === '' ? '' : ` title="${escapeHtml(help)}"`;
  const marks = options.mark ? attributesText(options.mark(node.source, node.gap)) : '';
  const label = gapLabel(node.gap);
  const classes = gapStaysWhole(label) ? 'gap whole' : 'gap';
  return `<mark class="${classes}"${title}${marks}>[${escapeHtml(label)}]</mark>`;
}
