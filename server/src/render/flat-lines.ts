import { boxSign } from '../letter/box-sign.js';
import type { Inline, ResolvedLetter, TextRun } from '../letter/letter.js';
import { penLine } from '../letter/pen-line.js';
import { citationLabel } from './citation-label.js';
import { gapLabel } from './gap-label.js';
import { bidiClosers, printable } from './printable.js';
import { safeLink } from './safe-link.js';

/** Words of one style, for formats that mark bold, italic and links with characters of their own, or not at all. */
export interface FlatRun {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** An address that `safeLink` has passed. */
  readonly href?: string;
  /** What the words were made of; undefined for citations and gaps. */
  readonly run?: TextRun;
}

type Style = Pick<FlatRun, 'strong' | 'emphasis' | 'href'>;

/** Inline content as lines of runs, boxes as `box` says them, citations as `[1,2]`, and gaps as bold words in square brackets. */
export function flatLines(content: readonly Inline[], letter: ResolvedLetter, box = boxSign): FlatRun[][] {
  let line: FlatRun[] = [];
  const lines = [line];
  const add = (text: string, { strong, emphasis, href }: Style, run?: TextRun) => {
    if (text !== '') line.push({ text, strong, emphasis, href, run });
  };
  const visit = (nodes: readonly Inline[], style: Style) => {
    for (const node of nodes) {
      if (node.kind === 'text') add(printedText(node), style, node);
      else if (node.kind === 'break') lines.push((line = []));
      else if (node.kind === 'gap') add(`[${printable(gapLabel(node.gap))}]`, { ...style, strong: true });
      else if (node.kind === 'pen line') add(penLine, style);
      else if (node.kind === 'box') add(box(node.checked), style);
      else if (node.kind === 'citation') add(citationLabel(letter, node), style);
      else visit(node.content, within(style, node));
    }
  };
  visit(content, plain);
  return lines;
}

const plain: Style = { strong: false, emphasis: false, href: undefined };

function printedText(run: TextRun): string {
  const text = printable(run.text);
  return run.field ? text + bidiClosers(text) : text;
}

function within(style: Style, node: Extract<Inline, { content: readonly Inline[] }>): Style {
  const { strong, emphasis, href } = style;
  if (node.kind === 'link') return { strong, emphasis, href: safeLink(node.href) ?? href };
  return { strong: strong || node.kind === 'strong', emphasis: emphasis || node.kind === 'emphasis', href };
}
