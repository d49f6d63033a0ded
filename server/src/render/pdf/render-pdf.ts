import { toBytes } from 'pdfkit/output';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { DocumentOptions } from '../document-options.js';
import type { PageLayout } from '../page-layout.js';
import { runningHead } from '../running-head.js';
import { type Paper, paperSizes } from '../../paper.js';
import { documentTitle } from '../document-title.js';
import type { FontBook } from './font-book.js';
import { layOutLetter } from './layout-letter.js';
import { type PageFurniture, drawBehind, drawFurniture, headStyle } from './page-furniture.js';
import type { PlacedItem } from './paginate.js';
import { createDocument, PdfCanvas } from './pdf-canvas.js';
import { pdfStyle } from './pdf-style.js';
import type { PdfWriter } from './pdf-writer.js';
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
  const { paper } = options;
  const size = paperSizes[paper.size];
  const title = withoutMarkup(documentTitle(letter, options));
  const document = createDocument(options.fonts, {
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
  const writer = writerOn(document, letter, options, (told) => unprintable.add(told));
  const { pages } = layOutLetter(writer, paper);
  const furniture: PageFurniture = { head: headRuns(letter, writer, paper), draft: options.draft, paper };
  pages.forEach(({ items }, index) => {
    document.addPage();
    drawBehind(writer.canvas, furniture);
    drawItems(writer.canvas, items, paper.margins.top);
    drawFurniture(writer.canvas, furniture, index + 1, pages.length);
  });
  const bytes = toBytes(document);
  document.end();
  return { bytes: await bytes, pages: pages.length, unprintable: [...unprintable] };
}

/** Where the pages of a letter end in its PDF; nothing is drawn. */
export function layOutPages(letter: ResolvedLetter, options: LayoutOptions): PageLayout {
  const document = createDocument(options.fonts, { tagged: true, pdfVersion: '1.7' });
  const writer = writerOn(document, letter, options, () => undefined);
  const { pages, starts, extra } = layOutLetter(writer, options.paper);
  return { count: pages.length, starts, extra };
}

type LayoutOptions = Pick<DocumentOptions, 'paper' | 'picture'> & { readonly fonts: FontBook };

function writerOn(
  document: PDFKit.PDFDocument,
  letter: ResolvedLetter,
  { paper, picture, fonts }: LayoutOptions,
  tell: (unprintable: string) => void,
): PdfWriter {
  return {
    letter,
    canvas: new PdfCanvas(document, fonts),
    book: fonts,
    style: pdfStyle(paper.fontSize),
    letterhead: paper.letterhead,
    picture,
    bookmark: (title) => document.outline.addItem(title),
    tellUnprintable: (characters, place = 'the letter') => tell(`${place}: ${characters}`),
  };
}

/** The library writes the title into the archive's properties as it is, which are XML and must say the same as those of the PDF. */
function withoutMarkup(title: string): string {
  return title.replaceAll('&', 'and').replaceAll('<', '\u2039').replaceAll('>', '\u203a');
}

function drawItems(canvas: PdfCanvas, items: readonly PlacedItem[], upperEdge: number): void {
  items.forEach(({ item, top }, index) => {
    item.draw(canvas, upperEdge + top, { first: index === 0, last: index === items.length - 1 });
  });
}

function headRuns(letter: ResolvedLetter, writer: PdfWriter, paper: Paper) {
  const runs = [{ text: runningHead(letter, paper.runningHead), style: headStyle, whole: false }];
  return setInFonts(runs, writer.book, (characters) => writer.tellUnprintable(characters, 'top of the pages'));
}
