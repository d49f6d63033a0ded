import type { Inline } from '../../letter/letter.js';
import type { PrintedSection } from '../section-print.js';
import type { Flow } from './flow.js';
import { layOutBlocks, type SectionWriter } from './layout-blocks.js';
import type { Tag } from './pdf-canvas.js';
import { headingLineHeight, headingSizes, spaces } from './pdf-style.js';
import { addLines, type Column, layOutText, type PdfWriter, plainStyle } from './pdf-writer.js';
import { headingText } from './styled-text.js';

/** A section, from its heading on. */
export function layOutSection(
  letterWriter: PdfWriter,
  flow: Flow,
  printed: PrintedSection,
  column: Column,
  document: Tag,
): void {
  const { section, gaps, blocks } = printed;
  const { canvas, tellUnprintable } = letterWriter;
  const place = section?.title ? `“${section.title}”` : 'the letter';
  const writer: SectionWriter = {
    ...letterWriter,
    printed,
    tellUnprintable: (characters, field) => tellUnprintable(characters, field ?? place),
  };
  const tag = canvas.tag('Sect', document);
  if (section?.heading) addHeading(writer, flow, section.heading, 2, column, tag);
  for (const gap of gaps) {
    const paragraph = canvas.tag('P', tag);
    const lines = layOutText(writer, [{ kind: 'gap', source: gap.needed, gap }], column.width);
    addLines(flow, lines, column, { tag: paragraph, type: 'P' });
    flow.space(spaces.paragraph);
  }
  layOutBlocks(writer, flow, blocks, column, tag);
}

/** A heading, on one page with what it is the heading of; bookmarked. */
export function addHeading(
  writer: PdfWriter,
  flow: Flow,
  content: readonly Inline[],
  level: 2 | 3 | 4,
  column: Column,
  parent: Tag,
): void {
  const { canvas } = writer;
  const type = `H${String(level - 1)}`;
  const tag = canvas.tag(type, parent);
  const size = headingSizes[level];
  const style = { ...plainStyle, size, bold: true, italic: level === 4 };
  flow.space(size);
  const lines = layOutText(writer, content, column.width, style);
  const title = headingText(content);
  const beside = level === 2 && title !== '' ? () => writer.bookmark(title) : undefined;
  addLines(flow, lines, column, { tag, type, size, leading: headingLineHeight, whole: true, beside });
  flow.space(spaces.belowHeading);
  flow.hold();
}
