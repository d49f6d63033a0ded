import type { PrintedSection } from '../section-print.js';
import type { Flow } from './flow.js';
import { layOutBlocks } from './layout-blocks.js';
import { addHeading } from './layout-heading.js';
import type { Tag } from './pdf-canvas.js';
import { addLines, type Column, layOutText, type PdfWriter } from './pdf-writer.js';
import type { SectionWriter } from './section-writer.js';

/** A section, from its heading on. */
export function layOutSection(
  letterWriter: PdfWriter,
  flow: Flow,
  printed: PrintedSection,
  index: number,
  column: Column,
  document: Tag,
): void {
  const { section, gaps, blocks } = printed;
  const { canvas, tellUnprintable } = letterWriter;
  const place = section?.title ? `“${section.title}”` : 'the letter';
  const writer: SectionWriter = {
    ...letterWriter,
    printed,
    layOutBlocks: (...inner) => layOutBlocks(writer, ...inner),
    tellUnprintable: (characters, field) => tellUnprintable(characters, field ?? place),
  };
  const tag = canvas.tag('Sect', document);
  let element = 0;
  const begin = () => flow.begin(index, element++);
  if (section?.heading) {
    begin();
    addHeading(writer, flow, section.heading, 2, column, tag);
  }
  for (const gap of gaps) {
    begin();
    const paragraph = canvas.tag('P', tag);
    const lines = layOutText(writer, [{ kind: 'gap', source: gap.needed, gap }], column.width);
    addLines(flow, lines, column, { tag: paragraph, type: 'P', size: writer.style.size });
    flow.space(writer.style.spaces.paragraph);
  }
  layOutBlocks(writer, flow, blocks, column, tag, begin, printed);
}
