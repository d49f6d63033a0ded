import type { Inline, ResolvedLetter, TextRun } from '../letter/letter.js';
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

/** Inline content as lines of runs, citations as `[1,2]` and gaps as bold words in square brackets. */
export function flatLines(content: readonly Inline[], letter: ResolvedLetter): FlatRun[][] {
  const lines: FlatRun[][] = [[]];
  const add = (run: FlatRun) => {
    if (run.text !== '') lines.at(-1)?.push(run);
  };
  const visit = (nodes: readonly Inline[], style: Style) => {
    for (const node of nodes) {
      if (node.kind === 'text') add({ ...style, text: printedText(node), run: node });
      else if (node.kind === 'break') lines.push([]);
      else if (node.kind === 'gap') add({ ...style, strong: true, text: `[${printable(gapLabel(node.gap))}]` });
      else if (node.kind === 'citation') add({ ...style, text: citationLabel(letter, node) });
      else visit(node.content, within(style, node));
    }
  };
  visit(content, { strong: false, emphasis: false });
  return lines;
}

function printedText(run: TextRun): string {
  const text = printable(run.text);
  return run.field ? text + bidiClosers(text) : text;
}

function within(style: Style, node: Extract<Inline, { content: readonly Inline[] }>): Style {
  if (node.kind !== 'link') return { ...style, [node.kind]: true };
  const href = safeLink(node.href);
  return href === undefined ? style : { ...style, href };
}
