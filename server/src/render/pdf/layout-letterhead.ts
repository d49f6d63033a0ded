import type { TextLine } from './break-lines.js';
import type { Flow } from './flow.js';
import type { SectionWriter } from './section-writer.js';
import { openPicture } from './pdf-picture.js';
import type { Tag } from './pdf-canvas.js';
import { em, hairline, lineHeight, bodySize, spaces } from './pdf-style.js';
import { addLines, type BlockOf, type Column, layOutText, plainStyle } from './pdf-writer.js';

const logoBox = { width: 216, height: 72 };

/** Logo, name and address of the practice, in the middle above a line; on one page. */
export function layOutLetterhead(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'letterhead'>,
  column: Column,
  parent: Tag,
): void {
  const { canvas } = writer;
  const tag = canvas.tag('Div', parent);
  const logo = block.logo && openPicture(canvas, block.logo.text, writer.picture, logoBox);
  if (logo) {
    const figure = canvas.tag('Figure', tag, { alt: 'Logo' });
    const x = column.x + (column.width - logo.width) / 2;
    flow.add({
      height: logo.height,
      draw: (canvas, top) => canvas.content(figure, 'Figure', () => logo.draw(x, top)),
    });
    flow.space(em(0.5));
    flow.hold();
  }
  const paragraph = canvas.tag('P', tag);
  const name = { ...plainStyle, bold: true, size: em(1.25) };
  block.lines.forEach((content, index) => {
    const style = index === 0 ? name : plainStyle;
    const lines: TextLine[] = layOutText(writer, content, column.width, style);
    if (index > 0) flow.hold();
    // The lines are as far apart as the others of the letter, also beneath the larger name.
    const leading = index === 0 ? (bodySize * lineHeight) / name.size + 0.1 : lineHeight;
    addLines(flow, lines, column, {
      tag: paragraph,
      type: 'P',
      size: style.size,
      leading,
      align: 'center',
      whole: true,
    });
  });
  flow.space(spaces.paragraph);
  flow.hold();
  flow.add({ height: hairline, draw: (canvas, top) => canvas.rule(column.x, top, column.width, hairline) });
  flow.space(spaces.letterhead);
}
