import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedLetter } from './letter/letter.js';
import type { DocumentOptions } from './render/document-options.js';
import { FontBook } from './render/pdf/font-book.js';
import { type PdfFile, renderPdf } from './render/pdf/render-pdf.js';

export type { PdfFile } from './render/pdf/render-pdf.js';

/** A letter as a PDF, with the fonts that ship. A program of its own, loaded when the first letter is written. */
export async function writePdf(letter: ResolvedLetter, options: DocumentOptions): Promise<PdfFile> {
  return renderPdf(letter, { ...options, fonts: (known ??= readFonts()) });
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
