import { toBytes } from 'pdfkit/output';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { DocumentOptions } from '../document-options.js';
import { runningHead } from '../running-head.js';
import { printedSections } from '../section-print.js';
import { documentTitle } from '../document-title.js';
import { Flow } from './flow.js';
import type { FontBook } from './font-book.js';
import { layOutSection } from './layout-section.js';
import { type PageFurniture, drawBehind, drawFurniture } from './page-furniture.js';
import { paginate, type PlacedItem } from './paginate.js';
import { createDocument, PdfCanvas } from './pdf-canvas.js';
import { headSize, margin, pageSizes } from './pdf-style.js';
import { type PdfWriter, plainStyle } from './pdf-writer.js';
import { setInFonts } from './unprintable.js';

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What its fonts could not print, such as `patient name: Hebrew letters`; never the characters themselves. A mark stands in their place. */
  readonly unprintable: readonly string[];
}

/**
 * A letter as a PDF: tagged, with bookmarks, its fonts embedded, to the rules of PDF/A-2a as far as the library keeps them. The same letter and options
 * give the same bytes.
 */
export async function renderPdf(
  letter: ResolvedLetter,
  options: DocumentOptions & { readonly fonts: FontBook },
): Promise<PdfFile> {
  const size = pageSizes[options.paper];
  const title = withoutMarkup(documentTitle(letter, options));
  const document = createDocument(options.fonts.fonts, {
    // Each page's own margins are ours to keep.
    margin: 0,
    size: [size.width, size.height],
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, Creator: 'LMN', Producer: 'LMN (PDFKit)', CreationDate: options.written },
  });
  const unprintable = new Set<string>();
  const writer: PdfWriter = {
    letter,
    canvas: new PdfCanvas(document),
    book: options.fonts,
    picture: options.picture,
    bookmark: (title) => document.outline.addItem(title),
    tellUnprintable: (characters, place = 'the letter') => unprintable.add(`${place}: ${characters}`),
  };
  const pages = layOutLetter(writer, size.width - 2 * margin, size.height - 2 * margin);
  const furniture: PageFurniture = { head: headRuns(letter, writer), draft: options.draft, size };
  pages.forEach((items, index) => {
    document.addPage();
    drawBehind(writer.canvas, furniture);
    drawItems(writer.canvas, items);
    drawFurniture(writer.canvas, furniture, index + 1, pages.length);
  });
  const bytes = toBytes(document);
  document.end();
  return { bytes: await bytes, pages: pages.length, unprintable: [...unprintable] };
}

/** The library writes the title into the archive's properties as it is, which are XML and must say the same as those of the PDF. */
function withoutMarkup(title: string): string {
  return title.replaceAll('&', 'and').replaceAll('<', '\u2039').replaceAll('>', '\u203a');
}

/** A letter that prints nothing is an empty page all the same. */
function layOutLetter(writer: PdfWriter, width: number, height: number): PlacedItem[][] {
  const flow = new Flow();
  const root = writer.canvas.tag('Document', undefined);
  for (const printed of printedSections(writer.letter))
    layOutSection(writer, flow, printed, { x: margin, width }, root);
  const pages = paginate(flow.items, height);
  return pages.length > 0 ? pages : [[]];
}

function drawItems(canvas: PdfCanvas, items: readonly PlacedItem[]): void {
  items.forEach(({ item, top }, index) => {
    item.draw(canvas, margin + top, { first: index === 0, last: index === items.length - 1 });
  });
}

function headRuns(letter: ResolvedLetter, writer: PdfWriter) {
  const runs = [{ text: runningHead(letter), style: { ...plainStyle, size: headSize }, whole: false }];
  return setInFonts(runs, writer.book, (characters) => writer.tellUnprintable(characters, 'top of the pages'));
}
