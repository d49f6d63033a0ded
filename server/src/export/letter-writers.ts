import type { ResolvedLetter } from '../letter/letter.js';
import { type DocumentFormatId, isDocumentFormat, type LetterFormatId, letterFormats } from '../letter-formats.js';
import type { DocumentOptions } from '../render/document-options.js';
import { markedAsDraft } from '../render/draft-line.js';
import { longerPages, type PageLayout } from '../render/page-layout.js';
import type { WebFonts } from '../render/web-fonts.js';

/** The moment of writing is whose clock it is; fonts are whose program has them. */
export type WritingOptions = Omit<DocumentOptions, 'written' | 'webFonts'>;

/** A letter in one format, as text or as bytes. */
export interface WrittenLetter {
  readonly content: string | Uint8Array;
  /** What the format's fonts have no letters for, such as `patient name: Hebrew letters`; never a value. */
  readonly unprintable: readonly string[];
}

export type LetterWriter = (letter: ResolvedLetter, options: WritingOptions) => Promise<WrittenLetter>;

/** Writes the formats that are programs of their own, and knows what only those know; a browser has none. */
export interface DocumentWriters extends Readonly<Record<DocumentFormatId, LetterWriter>> {
  /** Where the pages of the PDF end. */
  readonly layOut: (letter: ResolvedLetter, options: Pick<WritingOptions, 'paper' | 'picture'>) => Promise<PageLayout>;
  readonly webFonts: () => Promise<WebFonts>;
}

type TextWriter = (letter: ResolvedLetter, options: Omit<DocumentOptions, 'written'>) => Promise<WrittenLetter>;

/** Writes the other formats, wherever the core runs. Their code loads when it is asked for. */
export const textWriters: Readonly<Record<Exclude<LetterFormatId, DocumentFormatId>, TextWriter>> = {
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

/**
 * A letter in a format; undefined where its program is missing. Pages are as long as those of the PDF in every format that has pages, and HTML has its fonts,
 * where `writers` are there to say so.
 */
export async function writeLetterAs(
  type: LetterFormatId,
  letter: ResolvedLetter,
  options: WritingOptions,
  writers: DocumentWriters | undefined,
): Promise<WrittenLetter | undefined> {
  // The PDF lays out its own pages.
  if (type === 'pdf') return writers?.pdf(letter, options);
  const layout = letterFormats[type].hasPages ? await writers?.layOut(letter, options) : undefined;
  const paged = layout ? { ...options, paper: longerPages(options.paper, layout) } : options;
  if (isDocumentFormat(type)) return writers?.[type](letter, paged);
  const webFonts = type === 'html' ? await writers?.webFonts() : undefined;
  return textWriters[type](letter, webFonts ? { ...paged, webFonts } : paged);
}

function printed(content: string): WrittenLetter {
  return { content, unprintable: [] };
}

function marked(text: string, type: 'md' | 'txt', draft: boolean): string {
  return draft ? markedAsDraft(text, type) : text;
}
