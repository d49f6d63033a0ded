import PDFDocument from 'pdfkit';
import type { TextLine, Fragment, Measure } from './break-lines.js';
import type { FontBook } from './font-book.js';
import { colors, hairline } from './pdf-style.js';
import type { SetRun } from './unprintable.js';

/** An element of the document's structure, which screen readers walk. */
export type Tag = PDFKit.PDFStructureElement;

/** The document's dictionaries of a tag, for what the library has no option for. */
interface TagData {
  readonly dictionary: { readonly data: Record<string, unknown> };
}

/** How far a raised number stands above the line, in parts of its own size. */
const rise = 0.45;

/** Draws on the pages of a document. Coordinates in points from the page's upper left corner; a line's is its baseline. */
export class PdfCanvas {
  /** `document`: for what only one kind of block draws. */
  constructor(
    readonly document: PDFKit.PDFDocument,
    private readonly book: FontBook,
  ) {}

  readonly measure: Measure = (text, run) => {
    // The document counts its fonts as they are first asked for: what is known of another letter is to change nothing of that.
    const document = this.withFont(run);
    return this.book.widthOf(text, run.font, run.style.size, () => document.widthOfString(text));
  };

  /** A new element within another, or at the top of the document. */
  tag(type: string, parent: Tag | undefined, options: TagOptions = {}): Tag {
    const { attributes, ...others } = options;
    const tag = this.document.struct(type, others);
    if (attributes) (tag as unknown as TagData).dictionary.data.A = attributes;
    if (parent) parent.add(tag);
    else this.document.addStructure(tag);
    return tag;
  }

  /** Draws something as part of an element. */
  content(tag: Tag, type: string, draw: () => void): void {
    const content = this.document.markStructureContent(type);
    draw();
    this.document.endMarkedContent();
    tag.add(content);
  }

  /** Draws something that only looks: no reader hears of it. */
  artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** A line of text as part of an element; links become elements of their own within it. */
  line(tag: Tag, type: string, line: TextLine, x: number, baseline: number): void {
    let plain: Fragment[] = [];
    const flush = () => {
      const words = plain;
      plain = [];
      if (words.length > 0) this.content(tag, type, () => this.fragments(words, x, baseline));
    };
    for (const fragment of line.fragments) {
      if (fragment.style.gap) this.gapMark(x + fragment.x, baseline, fragment);
      const { href, reference } = fragment.style;
      if (fragment.style.said !== undefined) {
        flush();
        const span = this.tag('Span', tag, { alt: fragment.style.said });
        this.content(span, 'Span', () => this.fragments([fragment], x, baseline));
      } else if (href === undefined && reference === undefined) plain.push(fragment);
      else {
        flush();
        this.link(tag, fragment, x, baseline);
      }
    }
    flush();
  }

  /** A line of text that is no part of any element. */
  fragments(fragments: readonly Fragment[], x: number, baseline: number): void {
    for (const { text, style, x: at, font } of fragments) {
      const y = style.raised ? baseline - style.size * rise : baseline;
      this.withFont({ font, style })
        .fillColor(colors.ink)
        .text(text, x + at, y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }

  private link(parent: Tag, fragment: Fragment, x: number, baseline: number): void {
    const { href, reference, size } = fragment.style;
    const tag = this.tag('Link', parent);
    this.content(tag, 'Link', () => this.fragments([fragment], x, baseline));
    const left = x + fragment.x;
    const top = baseline - size * (fragment.style.raised ? 1 + rise : 1);
    const height = size * 1.2;
    const said = reference === undefined ? fragment.text : `Reference ${String(reference)}`;
    // To the library a plain string is a name, and a String object a text.
    const options = { structParent: tag, Contents: new String(said) } as unknown as PDFKit.Mixins.AnnotationOption;
    if (href !== undefined) this.document.link(left, top, fragment.width, height, href, options);
    else if (reference !== undefined)
      this.document.goTo(left, top, fragment.width, height, referenceName(reference), options);
    // Ended at once: the library notes the page that is being drawn as the one that the link is on.
    tag.end();
  }

  private gapMark(x: number, baseline: number, { width, style, text }: Fragment): void {
    const shown = width * (text.trimEnd().length / text.length);
    this.artifact(() => {
      this.document
        .rect(x, baseline - style.size * 0.85, shown, style.size * 1.1)
        .lineWidth(hairline)
        .fillAndStroke(colors.gap, colors.gapBorder);
    });
  }

  rule(x: number, y: number, width: number, thickness: number): void {
    this.artifact(() => {
      this.stroke(x, y, width, thickness);
    });
  }

  /** A line for a pen: readers hear of it by its element's own words. */
  lineToSign(tag: Tag, x: number, y: number, width: number, thickness: number): void {
    this.content(tag, 'Span', () => {
      this.stroke(x, y, width, thickness);
    });
  }

  private stroke(x: number, y: number, width: number, thickness: number): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .stroke(colors.ink);
  }

  /** A place that citations lead to. */
  destination(reference: number, y: number): void {
    this.document.addNamedDestination(referenceName(reference), 'XYZ', 0, y, null);
  }

  private withFont({ font, style }: Pick<SetRun, 'font' | 'style'>): PDFKit.PDFDocument {
    return this.document.font(font).fontSize(style.size);
  }
}

interface TagOptions extends PDFKit.Mixins.StructureElementOptions {
  /** As PDF has them: `{ O: 'Table', Scope: 'Column' }`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function referenceName(number: number): string {
  return `reference-${String(number)}`;
}

/** An empty document with its fonts; pages come later, and are kept until it ends. */
export function createDocument(
  { opened }: Pick<FontBook, 'opened'>,
  options: PDFKit.PDFDocumentOptions,
): PDFKit.PDFDocument {
  const document = new PDFDocument({ ...options, autoFirstPage: false, bufferPages: true, font: '' });
  for (const [name, font] of opened) document.registerFont(name, font);
  return document;
}
