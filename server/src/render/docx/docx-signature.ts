import {
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Block, Signer } from '../../letter/letter.js';
import { flatLines } from '../flat-lines.js';
import { signatureLabel } from '../signature-label.js';
import { signatureGap, signatureWidth } from './docx-measures.js';
import { docxPicture } from './docx-pictures.js';
import { indentOf, paragraphAt, type Place } from './docx-place.js';
import { penLineStops } from './docx-pen-lines.js';
import { afterTable } from './docx-tables.js';
import { linesRuns } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

type SignatureBlock = Extract<Block, { kind: 'signature' }>;

/**
 * Those who sign, kept on one page: one beneath the letter, several side by side, two in a row. `followed`: what comes next is words that belong to it.
 */
export function signatureChildren(
  { signers }: SignatureBlock,
  place: Place,
  writing: DocxWriting,
  followed: boolean,
): FileChild[] {
  const [first, ...others] = signers.map((signer) => printedSigner(signer, writing));
  if (!first) return [];
  if (others.length > 0) return [signersTable([first, ...others], place, followed), afterTable()];
  const within = place.lists + place.quotes > 0;
  return [
    first.picture
      ? paragraphAt(place, 'SignaturePicture', [first.picture])
      : paragraphAt(place, 'SignatureLine', [], within ? { indent: lineIndent(place, writing) } : {}),
    ...(first.lines.length > 0
      ? [paragraphAt(place, 'Signature', first.lines, { ...first.stops, ...(followed && { keepNext: true }) })]
      : []),
  ];
}

interface PrintedSigner {
  /** Of the signature; without one there is a line to sign on. */
  readonly picture: ParagraphChild | undefined;
  readonly lines: readonly ParagraphChild[];
  /** Of lines for a pen among them. */
  readonly stops: Pick<IParagraphOptions, 'tabStops'>;
}

function printedSigner(signer: Signer, writing: DocxWriting): PrintedSigner {
  const { picture, lines } = signer;
  return {
    picture: picture && docxPicture(picture.text, 'signature', signatureLabel(signer), writing)?.run,
    lines: linesRuns(lines, writing),
    stops: penLineStops(lines.flatMap((line) => flatLines(line, writing.letter))),
  };
}

/** A line is as long in a list or a quotation as elsewhere. */
function lineIndent(place: Place, writing: DocxWriting): { readonly left: number; readonly right: number } {
  const { left, right } = indentOf(place);
  return { left, right: Math.max(right, writing.textWidth - left - signatureWidth) };
}

const none = { style: BorderStyle.NONE };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };
const columns = [signatureWidth, signatureGap, signatureWidth];

/** Lines, or pictures, on one height; names below them. */
function signersTable(signers: readonly PrintedSigner[], place: Place, followed: boolean): Table {
  const pairs = signers.flatMap((_, index) => (index % 2 === 0 ? [signers.slice(index, index + 2)] : []));
  const rows = pairs.flatMap((pair, index) => {
    const keepNext = followed || index + 1 < pairs.length;
    return [
      signersRow(pair.map(coSignature), 'bottom'),
      signersRow(
        pair.map(
          ({ lines, stops }) =>
            new Paragraph({ style: 'Signature', ...stops, ...(keepNext && { keepNext }), children: lines }),
        ),
        'top',
      ),
    ];
  });
  return new Table({
    style: 'TableNormal',
    layout: 'fixed',
    columnWidths: columns,
    borders: noBorders,
    margins: noMargins,
    indent: { size: indentOf(place).left, type: WidthType.DXA },
    rows,
  });
}

function coSignature({ picture }: PrintedSigner): Paragraph {
  return picture
    ? new Paragraph({ style: 'SignaturePicture', children: [picture] })
    : new Paragraph({ style: 'CoSignatureLine' });
}

function signersRow([first, second]: readonly Paragraph[], verticalAlign: 'top' | 'bottom'): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [first, undefined, second].map(
      (paragraph, column) =>
        new TableCell({
          width: { size: columns[column] ?? 0, type: WidthType.DXA },
          verticalAlign,
          children: [paragraph ?? new Paragraph({ style: 'Signature', keepNext: true })],
        }),
    ),
  });
}
