import { startsSentence } from '../knowledge/sentences.js';
import type { ProseBlock, ProseInline } from '../letter/prose-tree.js';
import type { Span } from '../letter/source.js';
import { inContent } from '../letter/visit-prose.js';
import type { SectionSubject } from '../letter/written-sections.js';
import { remember } from '../remember.js';
import { notText, withoutQuotations } from './passages.js';

/** A word of a file's own prose, in small letters or at the beginning of a sentence. */
export interface WrittenWord {
  readonly word: string;
  readonly where: Span;
}

const MAIL = /[^\s@]{0,80}@\S+/g;

/** Letters alone: what touches a digit or a sign is a code, a unit or a path. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}_@.&\\'’\ufffc])\p{L}[\p{Ll}\p{M}]*(?:['’]\p{Ll}+)*(?![\p{L}\p{M}\p{N}_@\ufffc]|[.&\\]\p{L})/gu;

/** A shorter one at the beginning of a sentence may be anybody's name. */
const shortestWithCapital = 6;

/**
 * The words that a section's prose is written in, but for headings, quotations and addresses. A capital within a sentence is a name's, and capitals alone are an abbreviation's: neither is
 * among them. Remembered with the section.
 */
export const wordsWritten = remember(({ tree, prose: { piece } }: SectionSubject): readonly WrittenWord[] =>
  tree.blocks.flatMap(stretchesIn).flatMap((stretch) => {
    const { start, text } = readable(piece.text, stretch);
    return [...text.matchAll(WORD)].flatMap(({ 0: word, index }): WrittenWord[] => {
      if (word.length < 3) return [];
      const isCapital = /^\p{Lu}/u.test(word);
      if (isCapital && (word.length < shortestWithCapital || !startsSentence(text.slice(0, index)))) return [];
      return [{ word, where: { piece, start: start + index, end: start + index + word.length } }];
    });
  }),
);

/** Words that are read in one go. */
function stretchesIn(block: ProseBlock): (readonly ProseInline[])[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(stretchesIn));
    case 'table':
      return block.rows.flat();
    default:
      return [];
  }
}

/** What parts words as space does, unlike the brackets of a placeholder. */
const MARKS = /[*{}]/g;

/** A stretch as long as it stands in its piece, without what is no text. */
function readable(piece: string, content: readonly ProseInline[]): { readonly start: number; readonly text: string } {
  const start = content[0]?.start ?? 0;
  let text = '';
  for (const node of inContent(content)) {
    if (node.kind !== 'text') continue;
    text += piece
      .slice(start + text.length, node.start)
      .replace(MARKS, ' ')
      .replace(/\S/g, notText);
    text += piece.slice(node.start, node.end);
  }
  return { start, text: withoutQuotations(text).replace(MAIL, (found) => notText.repeat(found.length)) };
}
