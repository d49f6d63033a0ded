import type { LetterType } from '../export/letter-types.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { markedAsDraft } from '../render/draft-line.js';
import type { DocumentOptions } from '../render/document-options.js';

/** A letter in one format, as text or as bytes. */
export interface MadeLetter {
  readonly content: string | Uint8Array;
  /** What the format cannot print, such as `patient name: Hebrew letters`; never a value. */
  readonly unprintable: readonly string[];
}

export type LetterWriters = Readonly<
  Record<LetterType, (letter: ResolvedLetter, options: DocumentOptions) => Promise<MadeLetter>>
>;

/** Makes each format. Its code, and for PDF and Word a large library, loads when it is asked for. */
export const letterWriters: LetterWriters = {
  pdf: async (letter, options) => {
    const { writePdf } = await import('../main-pdf.js');
    const { bytes, unprintable } = await writePdf(letter, options);
    return { content: bytes, unprintable };
  },
  docx: async (letter, options) => {
    const { renderDocx } = await import('../render/docx/render-docx.js');
    return printed(await renderDocx(letter, options));
  },
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

function printed(content: string | Uint8Array): MadeLetter {
  return { content, unprintable: [] };
}

function marked(text: string, type: 'md' | 'txt', draft: boolean): string {
  return draft ? markedAsDraft(text, type) : text;
}
