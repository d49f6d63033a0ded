import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedLetter } from './letter/letter.js';
import type { DocumentOptions } from './render/document-options.js';
import type { WebFonts } from './render/web-fonts.js';
import { FontBook } from './render/pdf/font-book.js';
import type { PageLayout } from './render/page-layout.js';
import { layOutPages, type PdfFile, renderPdf } from './render/pdf/render-pdf.js';

export type { PdfFile } from './render/pdf/render-pdf.js';

/** A letter as a PDF, with the fonts that ship. A program of its own, loaded when the first letter is written. */
export async function writePdf(letter: ResolvedLetter, options: DocumentOptions): Promise<PdfFile> {
  return renderPdf(letter, { ...options, fonts: (known ??= readFonts()) });
}

/** Where the pages of a letter end in its PDF. */
export function layOutPdf(letter: ResolvedLetter, options: Pick<DocumentOptions, 'paper' | 'picture'>): PageLayout {
  return layOutPages(letter, { ...options, fonts: (known ??= readFonts()) });
}

/** The fonts of the PDF as browsers read them: WOFF2 in base64. */
export function readWebFonts(): WebFonts {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'fonts', name)).toString('base64');
  return {
    regular: read('Tinos-Regular.woff2'),
    bold: read('Tinos-Bold.woff2'),
    italic: read('Tinos-Italic.woff2'),
    boldItalic: read('Tinos-BoldItalic.woff2'),
    symbols: read('NotoSansSymbols2.woff2'),
  };
}

/** Read once: to know what a font has takes longer than to read it. */
let known: FontBook | undefined;

function readFonts(): FontBook {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'fonts', name));
  return new FontBook({
    regular: read('Tinos-Regular.ttf'),
    bold: read('Tinos-Bold.ttf'),
    italic: read('Tinos-Italic.ttf'),
    boldItalic: read('Tinos-BoldItalic.ttf'),
    symbols: read('NotoSansSymbols2.ttf'),
  });
}
