import { BorderStyle, type FileChild, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Block } from '../../letter/letter.js';
import { besideLogo, spaces } from '../letter-measures.js';
import { inlineRuns } from './docx-inline.js';
import { emTwips, twips } from './docx-measures.js';
import { docxPicture, type DocxPicture } from './docx-pictures.js';
import { paragraphAt, type Place } from './docx-place.js';
import { linesRuns } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

type LetterheadBlock = Extract<Block, { kind: 'letterhead' }>;

/** Who writes: a logo, the name, and below it address and telephone; the logo above them or beside them, as the paper's settings have it. */
export function letterheadChildren(block: LetterheadBlock, place: Place, writing: DocxWriting): FileChild[] {
  const { paper } = writing.options;
  const logo = block.logo && docxPicture(block.logo.text, 'logo', 'Logo', writing);
  if (logo && paper.letterhead.startsWith('logo-')) return besideEachOther(logo, block, writing);
  const [name, ...lines] = block.lines;
  const apart = lines.length === 0 ? { spacing: { after: emTwips(paper)(spaces.letterhead) } } : {};
  return [
    ...(logo ? [paragraphAt(place, name ? 'LetterheadLogo' : 'Letterhead', [logo.run])] : []),
    ...(name ? [paragraphAt(place, 'Title', inlineRuns(name, writing, { strongAlready: true }), apart)] : []),
    ...(lines.length > 0 ? [paragraphAt(place, 'Letterhead', linesRuns(lines, writing))] : []),
  ];
}

const none = { style: BorderStyle.NONE };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

function besideEachOther(logo: DocxPicture, { lines }: LetterheadBlock, writing: DocxWriting): FileChild[] {
  const onLeft = writing.options.paper.letterhead === 'logo-left';
  const logoWidth = twips(logo.width + besideLogo);
  const [name, ...rest] = lines;
  const words = [
    ...(name
      ? [new Paragraph({ style: 'TitleBeside', children: inlineRuns(name, writing, { strongAlready: true }) })]
      : []),
    ...(rest.length > 0 ? [new Paragraph({ style: 'LetterheadBeside', children: linesRuns(rest, writing) })] : []),
  ];
  const picture = new Paragraph({
    style: 'LetterheadBeside',
    ...(!onLeft && { alignment: 'right' as const }),
    children: [logo.run],
  });
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: children.length > 0 ? children : [new Paragraph({ style: 'LetterheadBeside' })],
    });
  const cells = [cell(logoWidth, [picture]), cell(writing.textWidth - logoWidth, words)];
  const widths = [logoWidth, writing.textWidth - logoWidth];
  return [
    new Table({
      style: 'TableNormal',
      layout: 'fixed',
      columnWidths: onLeft ? widths : widths.toReversed(),
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: onLeft ? cells : cells.toReversed() })],
    }),
    new Paragraph({ style: 'LetterheadRule' }),
  ];
}
