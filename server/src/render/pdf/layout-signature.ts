import { saidOfPenLine } from '../../letter/pen-line.js';
import type { Signer } from '../../letter/letter.js';
import { printable } from '../printable.js';
import { signatureLabel } from '../signature-label.js';
import type { TextLine } from './break-lines.js';
import type { Flow } from './flow.js';
import type { SectionWriter } from './section-writer.js';
import { openPicture } from './pdf-picture.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import { betweenSigners, cellBorder, lineHeight, roomToSign, signatureBox } from '../letter-measures.js';
import { baselineIn, type PdfStyle } from './pdf-style.js';
import { type BlockOf, type Column, layOutText, lettersOf } from './pdf-writer.js';

/** The signers, two beside each other, each whole: a picture of the signature or a line for it, and who signs. */
export function layOutSignature(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'signature'>,
  column: Column,
  parent: Tag,
): void {
  const perRow = block.signers.length > 1 && column.width >= 2 * signatureBox.width + betweenSigners ? 2 : 1;
  const width = perRow === 1 ? column.width : (column.width - betweenSigners) / 2;
  const tag = writer.canvas.tag('Div', parent);
  for (let at = 0; at < block.signers.length; at += perRow) {
    const row = block.signers.slice(at, at + perRow).map((signer, index) => {
      const x = column.x + index * (width + betweenSigners);
      return signerLayout(writer, signer, { x, width }, tag);
    });
    if (at > 0) flow.hold();
    addRow(flow, row, writer.style);
    flow.space(writer.style.spaces.paragraph);
  }
}

/** Names stand beside each other, also where only one of the signers has a picture. Line by line, so that no page is too short for what belongs together. */
function addRow(flow: Flow, row: readonly SignerLayout[], { size, line: advance }: PdfStyle): void {
  const above = Math.max(...row.map((signer) => signer.above));
  flow.add({ height: above, draw: (canvas, top) => row.forEach((signer) => signer.drawAbove(canvas, top + above)) });
  const count = Math.max(...row.map((signer) => signer.lines.length));
  for (let at = 0; at < count; at++) {
    const draw = (canvas: PdfCanvas, top: number) => {
      for (const { lines, tag, x } of row) {
        const line = lines[at];
        if (line) canvas.line(tag, 'P', line, x, top + baselineIn(size, lineHeight));
      }
    };
    flow.add({ height: advance, letters: lettersOf(...row.map(({ lines }) => lines[at])), draw }, true);
  }
}

interface SignerLayout {
  readonly x: number;
  /** Height of what stands over the name, in points. */
  readonly above: number;
  /** `bottom`: the upper end of the name. */
  readonly drawAbove: (canvas: PdfCanvas, bottom: number) => void;
  /** Name and credentials, and what is beneath them. */
  readonly lines: readonly TextLine[];
  readonly tag: Tag;
}

function signerLayout(writer: SectionWriter, signer: Signer, column: Column, parent: Tag): SignerLayout {
  const { canvas } = writer;
  const picture = signer.picture && openPicture(canvas, signer.picture.text, writer.picture, signatureBox);
  const said = picture || !signer.field ? signatureLabel(signer) : saidOfPenLine(signer.field);
  const figure = canvas.tag(picture ? 'Figure' : 'Span', parent, { alt: printable(said) });
  const { x, width } = column;
  const belowLine = writer.style.spaces.belowSignatureLine;
  const drawAbove = (canvas: PdfCanvas, bottom: number) => {
    const y = bottom - belowLine - cellBorder / 2;
    if (picture) canvas.content(figure, 'Figure', () => picture.draw(x, bottom - picture.height));
    else canvas.lineToSign(figure, x, y, Math.min(signatureBox.width, width), cellBorder);
  };
  return {
    x,
    above: picture ? picture.height : roomToSign + belowLine,
    drawAbove,
    lines: signer.lines.flatMap((words) => layOutText(writer, words, width)),
    tag: canvas.tag('P', parent),
  };
}
