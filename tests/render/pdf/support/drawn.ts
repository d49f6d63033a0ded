import { vi } from 'vitest';
import type { ResolvedLetter } from '../../../../server/src/letter/letter.js';
import type { DocumentOptions } from '../../../../server/src/render/document-options.js';
import { PdfCanvas, type Tag } from '../../../../server/src/render/pdf/pdf-canvas.js';
import { type PdfFile, renderPdf } from '../../../../server/src/render/pdf/render-pdf.js';
import { usualPaper } from '../../../../server/src/paper.js';
import { fontBook } from './fonts.js';

export const plainOptions: DocumentOptions = {
  paper: usualPaper,
  draft: false,
  patientInProperties: false,
  written: new Date('2026-11-21T12:00:00Z'),
};

export interface Drawn {
  readonly file: PdfFile;
  /** Every element of the document's structure with its own words, in the order in which screen readers come to them. */
  readonly elements: readonly { readonly type: string; readonly text: string }[];
  /** The words without those of labels (bullets, numbers). */
  readonly text: string;
  /** Lines of text with where they stand, from the page's upper left corner, in points. */
  readonly lines: readonly { readonly text: string; readonly x: number; readonly right: number; readonly y: number }[];
}

/** A method as it is without a spy, to be called on any canvas. */
function methodOf<Name extends 'tag' | 'line'>(name: Name): (typeof PdfCanvas.prototype)[Name] {
  return Object.getOwnPropertyDescriptor(PdfCanvas.prototype, name)?.value as (typeof PdfCanvas.prototype)[Name];
}

/** Makes a PDF and tells what was drawn in it, and as part of what. */
export async function draw(letter: ResolvedLetter, options: Partial<DocumentOptions> = {}): Promise<Drawn> {
  const elements: { type: string; text: string }[] = [];
  const byTag = new Map<Tag, { type: string; text: string }>();
  const lines: { text: string; x: number; right: number; y: number }[] = [];
  const makeTag = methodOf('tag');
  const drawLine = methodOf('line');
  const tag = vi.spyOn(PdfCanvas.prototype, 'tag').mockImplementation(function (this: PdfCanvas, type, ...rest) {
    const made = makeTag.call(this, type, ...rest);
    const element = { type, text: '' };
    if (type !== 'Link') elements.push(element);
    byTag.set(made, element);
    return made;
  });
  const line = vi.spyOn(PdfCanvas.prototype, 'line').mockImplementation(function (
    this: PdfCanvas,
    of,
    type,
    one,
    x,
    y,
  ) {
    const text = one.fragments.map((fragment) => fragment.text).join('');
    const element = byTag.get(of);
    if (element) element.text += text;
    lines.push({ text, x, right: x + one.width, y });
    drawLine.call(this, of, type, one, x, y);
  });
  try {
    const file = await renderPdf(letter, { ...plainOptions, ...options, fonts: fontBook });
    const words = elements.filter((element) => element.type !== 'Lbl').map((element) => element.text);
    return { file, elements, text: words.join(''), lines };
  } finally {
    tag.mockRestore();
    line.mockRestore();
  }
}
