import type { FileChild } from 'docx';
import type { Block } from '../../letter/letter.js';
import { inlineRuns } from './docx-inline.js';
import { afterLetterhead } from './docx-measures.js';
import { pictureRun } from './docx-pictures.js';
import { paragraphAt, type Place } from './docx-place.js';
import { linesRuns } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

/** Who writes: a logo, the name, and below it address and telephone. */
export function letterheadChildren(
  block: Extract<Block, { kind: 'letterhead' }>,
  place: Place,
  writing: DocxWriting,
): FileChild[] {
  const logo = block.logo && pictureRun(block.logo.text, 'logo', 'Logo', writing);
  const [name, ...lines] = block.lines;
  const apart = lines.length === 0 ? { spacing: { after: afterLetterhead } } : {};
  return [
    ...(logo ? [paragraphAt(place, name ? 'LetterheadLogo' : 'Letterhead', [logo])] : []),
    ...(name ? [paragraphAt(place, 'Title', inlineRuns(name, writing, { strongAlready: true }), apart)] : []),
    ...(lines.length > 0 ? [paragraphAt(place, 'Letterhead', linesRuns(lines, writing))] : []),
  ];
}
