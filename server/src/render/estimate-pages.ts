import type { Block, Inline, ResolvedLetter, ResolvedSection, Signer } from '../letter/letter.js';
import { plainText } from '../letter/plain-text.js';
import { remember } from '../remember.js';
import { textArea, usualPaper } from '../paper.js';
import { headingLineHeight, headingSizes, indent, lineHeight, roomToSign, spaces } from './letter-measures.js';

/** How wide a letter of prose is on the average, of its size: English text in Tinos, spaces and capitals included. */
const letterWidth = 0.44;

/** How much higher than estimated a letter may be, and lower: lines do not fill up, pages end early. */
const doubt = 0.12;

const { width, height } = textArea(usualPaper);
const em = usualPaper.fontSize;

/**
 * The pages that a letter surely has on the usual paper, by the length of its texts. Only the layout of the PDF counts them; this is for who cannot load that: rules,
 * while somebody types. It is rather one too low than one too high.
 */
export function pagesAtLeast({ sections, references }: ResolvedLetter): number {
  const prints = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'references'));
  const listed = prints ? sum(references.map(({ content }) => textHeight(content, width) + spaces.item)) : 0;
  const all = sum(sections.map(sectionHeight)) + listed;
  return Math.max(1, Math.ceil((all * (1 - doubt) * em) / height));
}

/** In multiples of the size of the letter's words, as all heights here. */
const sectionHeight = remember(({ heading, blocks }: ResolvedSection): number => {
  const above = heading ? spaces.aboveHeading + headingLineHeight * headingSizes[2] + spaces.belowHeading : 0;
  return above + sum(blocks.map((block) => blockHeight(block, width)));
});

function blockHeight(block: Block, room: number): number {
  switch (block.kind) {
    case 'paragraph':
      return textHeight(block.content, room) + spaces.paragraph;
    case 'heading':
      return spaces.aboveHeading + headingLineHeight * headingSizes[block.level] + spaces.belowHeading;
    case 'list':
      return sum(block.items.map((item) => sum(item.blocks.map((one) => blockHeight(one, room - indent)))));
    case 'quote':
      return sum(block.blocks.map((one) => blockHeight(one, room - indent)));
    case 'table':
      return sum([block.header, ...block.rows].map((cells) => rowHeight(cells, room)));
    case 'letterhead':
      return linesHeight(block.lines, room) + spaces.letterhead;
    case 'signature':
      return sum(block.signers.map((signer) => signerHeight(signer, room)));
    case 'enclosures':
    case 'copies':
      return lineHeight + linesHeight(block.lines, room) + spaces.paragraph;
    case 'references':
      return lineHeight;
    case 'rule':
      return 2 * spaces.rule;
  }
}

/** As high as the cell with most text; the columns are taken to be alike. */
function rowHeight(cells: readonly (readonly Inline[])[], room: number): number {
  const column = room / Math.max(1, cells.length);
  return Math.max(lineHeight, ...cells.map((cell) => textHeight(cell, column))) + 2 * spaces.cellAbove;
}

function signerHeight({ lines }: Signer, room: number): number {
  return roomToSign / em + linesHeight(lines, room) + spaces.paragraph;
}

function linesHeight(lines: readonly (readonly Inline[])[], room: number): number {
  return sum(lines.map((line) => textHeight(line, room)));
}

function textHeight(content: readonly Inline[], room: number): number {
  const letters = Math.max(1, Math.floor(room / (letterWidth * em)));
  const lines = plainText(content)
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / letters)));
  return sum(lines) * lineHeight;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
