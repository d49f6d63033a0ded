import type { Inline } from '../../letter/letter.js';
import type { Flow } from './flow.js';
import type { Tag } from './pdf-canvas.js';
import { headingLineHeight, letterSize } from '../letter-measures.js';
import { addLines, type Column, layOutText, type PdfWriter } from './pdf-writer.js';
import { headingText } from './styled-text.js';

/** A heading, on one page with what it is the heading of; bookmarked. */
export function addHeading(
  writer: PdfWriter,
  flow: Flow,
  content: readonly Inline[],
  level: 2 | 3 | 4,
  column: Column,
  parent: Tag,
): void {
  const { canvas, style: letter } = writer;
  const type = `H${String(level - 1)}`;
  const tag = canvas.tag(type, parent);
  const size = letter.headingSizes[level];
  const style = { ...letter.plain, size: letterSize(size), bold: true, italic: level === 4 };
  flow.space(letter.spaces.aboveHeading);
  const lines = layOutText(writer, content, column.width, style);
  const title = headingText(content);
  const beside = level === 2 && title !== '' ? () => writer.bookmark(title) : undefined;
  addLines(flow, lines, column, { tag, type, size, leading: headingLineHeight, whole: true, beside });
  flow.space(letter.spaces.belowHeading);
  flow.hold();
}
