import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FontBook, type PdfFonts } from '../../../../server/src/render/pdf/font-book.js';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../server/src/fonts/${name}.ttf`, import.meta.url)));

/** The fonts that ship. */
export const pdfFonts: PdfFonts = {
  regular: read('Tinos-Regular'),
  bold: read('Tinos-Bold'),
  italic: read('Tinos-Italic'),
  boldItalic: read('Tinos-BoldItalic'),
  symbols: read('NotoSansSymbols2'),
};

export const fontBook = new FontBook(pdfFonts);
