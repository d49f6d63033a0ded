import { plainText } from '../../letter/fill-inline.js';
import type { Signer } from '../../letter/letter.js';
import { printable } from '../printable.js';
import type { TextLine } from './break-lines.js';
import type { Flow } from './flow.js';
import type { SectionWriter } from './layout-blocks.js';
import { openPicture, type PlacedPicture } from './pdf-picture.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import { bodySize, em, lineHeight, spaces } from './pdf-style.js';
import { baselineIn, type BlockOf, type Column, layOutText } from './pdf-writer.js';

const signatureBox = { width: 201.6, height: 64.8 };
const roomToSign = 39.6;
const lineWidth = 0.75;
const between = 43.2;

/** The signers, two beside each other, each whole: a picture of the signature or a line for it, and who signs. */
export function layOutSignature(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'signature'>,
  column: Column,
  parent: Tag,
): void {
  const perRow = block.signers.length > 1 && column.width >= 2 * signatureBox.width + between ? 2 : 1;
  const width = perRow === 1 ? column.width : (column.width - between) / 2;
  const tag = writer.canvas.tag('Div', parent);
  for (let at = 0; at < block.signers.length; at += perRow) {
    const row = block.signers.slice(at, at + perRow).map((signer, index) => {
      const x = column.x + index * (width + between);
      return signerItem(writer, signer, { x, width }, tag);
    });
    if (at > 0) flow.hold();
    // Names stand beside each other, also where only one of the signers has a picture.
    const above = Math.max(...row.map((signer) => signer.above));
    flow.add({
      height: above + Math.max(...row.map((signer) => signer.below)),
      draw: (canvas, top) => row.forEach((signer) => signer.draw(canvas, top + above)),
    });
    flow.space(spaces.paragraph);
  }
}

interface SignerLayout {
  /** Heights of what stands over the name, and of the name and what is beneath it; in points. */
  readonly above: number;
  readonly below: number;
  /** `top`: the upper end of the name. */
  readonly draw: (canvas: PdfCanvas, top: number) => void;
}

function signerItem(writer: SectionWriter, signer: Signer, column: Column, parent: Tag): SignerLayout {
  const { canvas } = writer;
  const picture = signer.picture && openPicture(canvas, signer.picture.text, writer.picture, signatureBox);
  const label = `Signature of ${printable(plainText(signer.lines[0] ?? []))}`;
  const figure = picture && canvas.tag('Figure', parent, { alt: label });
  const paragraph = canvas.tag('P', parent);
  const lines = signer.lines.flatMap((words) => layOutText(writer, words, column.width));
  const draw = (canvas: PdfCanvas, top: number) => {
    if (picture && figure) drawPicture(canvas, picture, figure, column.x, top - picture.height);
    else canvas.rule(column.x, top - em(0.2), Math.min(signatureBox.width, column.width), lineWidth);
    drawLines(canvas, lines, paragraph, column.x, top);
  };
  return {
    above: picture ? picture.height : roomToSign + em(0.2),
    below: lines.length * bodySize * lineHeight,
    draw,
  };
}

function drawPicture(canvas: PdfCanvas, picture: PlacedPicture, figure: Tag, x: number, top: number): void {
  canvas.content(figure, 'Figure', () => picture.draw(x, top));
}

function drawLines(canvas: PdfCanvas, lines: readonly TextLine[], tag: Tag, x: number, top: number): void {
  lines.forEach((line, index) => {
    canvas.line(tag, 'P', line, x, top + index * bodySize * lineHeight + baselineIn(bodySize, lineHeight));
  });
}
