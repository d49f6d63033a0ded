import { boxSign } from '../../letter/box-sign.js';
import { penLine, saidOfPenLine } from '../../letter/pen-line.js';
import { plainText } from '../../letter/plain-text.js';
import type { Inline, ResolvedLetter } from '../../letter/letter.js';
import { placeholderOf } from '../../letter/source.js';
import { citedNumbers } from '../citation-label.js';
import { closeToCitations } from '../close-to-citations.js';
import { gapLabel } from '../gap-label.js';
import { letterSize, raisedSize } from '../letter-measures.js';
import { printable } from '../printable.js';
import { safeLink } from '../safe-link.js';
import { gapStaysWhole, staysWhole } from '../stays-whole.js';

export interface TextStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points. */
  readonly size: number;
  /** Raised, as the number of a citation. */
  readonly raised: boolean;
  /** Words that stand for something missing. */
  readonly gap: boolean;
  /** An address that `safeLink` has passed. */
  readonly href?: string;
  /** What a screen reader says in the place of the words. */
  readonly said?: string;
  /** The number of a reference in the letter's own list. */
  readonly reference?: number;
}

export interface StyledRun {
  readonly text: string;
  readonly style: TextStyle;
  /** Not to be parted by the end of a line. */
  readonly whole: boolean;
  /** The field whose value it is, by its name. */
  readonly field?: string;
}

/** Inline content as runs of one style each, by the lines that the writer has parted. */
export function styledLines(content: readonly Inline[], letter: ResolvedLetter, style: TextStyle): StyledRun[][] {
  let line: StyledRun[] = [];
  const lines = [line];
  const visit = (nodes: readonly Inline[], style: TextStyle): void => {
    for (const node of nodes) {
      switch (node.kind) {
        case 'text':
          line.push({
            text: printable(node.text),
            style,
            whole: staysWhole(node),
            field: node.field && placeholderOf(node.field),
          });
          break;
        case 'break':
          lines.push((line = []));
          break;
        case 'strong':
          visit(node.content, { ...style, bold: true });
          break;
        case 'emphasis':
          visit(node.content, { ...style, italic: true });
          break;
        case 'link':
          visit(node.content, { ...style, href: safeLink(node.href) ?? style.href });
          break;
        case 'box':
          line.push({ text: boxSign(node.checked), style, whole: true });
          break;
        case 'pen line':
          line.push({ text: penLine, style: { ...style, said: saidOfPenLine(node.field) }, whole: true });
          break;
        case 'citation':
          line.push(...citationRuns(node, letter, style));
          break;
        case 'gap': {
          const label = printable(gapLabel(node.gap));
          line.push({ text: `[${label}]`, style: { ...style, gap: true }, whole: gapStaysWhole(label) });
        }
      }
    }
  };
  visit(closeToCitations(content), style);
  return lines;
}

/** What the runs of a line say. */
export function textOf(runs: readonly StyledRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** A heading's words for bookmarks, which know no styles. */
export function headingText(content: readonly Inline[]): string {
  return printable(plainText(content)).trim();
}

function citationRuns(
  node: Extract<Inline, { kind: 'citation' }>,
  letter: ResolvedLetter,
  style: TextStyle,
): StyledRun[] {
  const raised: TextStyle = { ...style, raised: true, size: letterSize(style.size * raisedSize) };
  const number = (reference: number): StyledRun => ({
    text: String(reference),
    style: { ...raised, reference },
    whole: true,
  });
  const between = (text: string): StyledRun => ({ text, style: raised, whole: true });
  return citedNumbers(letter, node).flatMap(({ from, to }, index) => [
    ...(index > 0 ? [between(',')] : []),
    number(from),
    ...(to === from ? [] : [between('-'), number(to)]),
  ]);
}
