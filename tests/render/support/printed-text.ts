import { boxSign } from '../../../server/src/letter/box-sign.js';
import { penLine } from '../../../server/src/letter/pen-line.js';
import {
  citationNumbers,
  type Block,
  type Gap,
  type Inline,
  type Item,
  type ResolvedLetter,
  type TextRun,
} from '../../../server/src/letter/letter.js';
import { gapLabel } from '../../../server/src/render/gap-label.js';
import { bidiClosers, printable } from '../../../server/src/render/printable.js';

/** All runs of text that a letter prints, in its order; what a citation, a gap or a label adds stands in `text` between them. */
export interface PrintedText {
  readonly runs: readonly TextRun[];
  /** What HTML prints, without its space. */
  readonly text: string;
}

/** Walks a letter by itself, to be held against what the renderers make of it. */
export function printedText(letter: ResolvedLetter): PrintedText {
  const runs: TextRun[] = [];
  let text = '';
  const say = (words: string) => {
    text += words.replace(/\s/g, '');
  };
  const gap = (one: Gap) => say(`[${printable(gapLabel(one))}]`);
  const inline = (content: readonly Inline[]) => {
    for (const node of content) {
      if (node.kind === 'text') {
        runs.push(node);
        say(printable(node.text) + (node.field ? bidiClosers(node.text) : ''));
      } else if (node.kind === 'pen line') say(penLine);
      else if (node.kind === 'box') say(boxSign(node.checked));
      else if (node.kind === 'gap') gap(node.gap);
      else if (node.kind === 'citation') say(joined(citationNumbers(letter, node.cited)));
      else if ('content' in node) inline(node.content);
    }
  };
  const blocks = (all: readonly Block[], title: string) => all.forEach((block) => print(block, title));
  const label = (run: TextRun, title: string, after: string) => {
    if (title.toLowerCase() === run.text.toLowerCase()) return;
    inline([run]);
    say(after);
  };
  const print = (block: Block, title: string): void => {
    if (block.kind === 'paragraph' || block.kind === 'heading') inline(block.content);
    else if (block.kind === 'list') block.items.forEach(item);
    else if (block.kind === 'table') [block.header, ...block.rows].forEach((row) => row.forEach(inline));
    else if (block.kind === 'quote') blocks(block.blocks, '');
    else if (block.kind === 'signature') block.signers.forEach((signer) => signer.lines.forEach(inline));
    else if (block.kind === 'references' && letter.references.length > 0) {
      label(block.label, title, '');
      letter.references.forEach((reference) => inline(reference.content));
    } else if ('lines' in block) {
      if ('label' in block) label(block.label, title, ':');
      block.lines.forEach(inline);
    }
  };
  const item = ({ checked, blocks: within }: Item) => {
    if (checked !== undefined) say(checked ? '\u2612' : '\u2610');
    blocks(within, '');
  };
  letter.lacks.filter((one) => one.kind === 'template').forEach(gap);
  for (const section of letter.sections) {
    const missing = section.gaps.filter((one) => one.kind === 'section');
    if (missing.length === 0 && section.blocks.length === 0) continue;
    const before = text.length;
    if (section.heading) inline(section.heading);
    const title = section.heading ? text.slice(before) : '';
    missing.forEach(gap);
    section.blocks.forEach((block, index) => print(block, index === 0 ? title : ''));
  }
  return { runs, text };
}

function joined(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < numbers.length;) {
    let end = at;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end++;
    parts.push(end - at >= 2 ? `${String(numbers[at])}-${String(numbers[end])}` : numbers.slice(at, end + 1).join(','));
    at = end + 1;
  }
  return parts.join(',');
}
