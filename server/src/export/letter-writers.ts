import type { ResolvedLetter } from '../letter/letter.js';
import type { DocumentFormatId, LetterFormatId } from '../letter-formats.js';
import type { DocumentOptions } from '../render/document-options.js';
import { markedAsDraft } from '../render/draft-line.js';

/** The moment of writing is whose clock it is. */
export type WritingOptions = Omit<DocumentOptions, 'written'>;

/** A letter in one format, as text or as bytes. */
export interface WrittenLetter {
  readonly content: string | Uint8Array;
  /** What the format's fonts have no letters for, such as `patient name: Hebrew letters`; never a value. */
  readonly unprintable: readonly string[];
}

export type LetterWriter = (letter: ResolvedLetter, options: WritingOptions) => Promise<WrittenLetter>;

/** Writes the formats that are programs of their own; a browser has none. */
export type DocumentWriters = Readonly<Record<DocumentFormatId, LetterWriter>>;

/** Writes the other formats, wherever the core runs. Their code loads when it is asked for. */
export const textWriters: Readonly<Record<Exclude<LetterFormatId, DocumentFormatId>, LetterWriter>> = {
  html: async (letter, options) => {
    const { renderHtmlPage } = await import('../render/html-page.js');
    return printed(renderHtmlPage(letter, options));
  },
  md: async (letter, { draft }) => {
    const { renderMarkdown } = await import('../render/markdown.js');
    return printed(marked(renderMarkdown(letter), 'md', draft));
  },
  txt: async (letter, { draft }) => {
    const { renderText } = await import('../render/text.js');
    return printed(marked(renderText(letter), 'txt', draft));
  },
};

function printed(content: string): WrittenLetter {
  return { content, unprintable: [] };
}

function marked(text: string, type: 'md' | 'txt', draft: boolean): string {
  return draft ? markedAsDraft(text, type) : text;
}
