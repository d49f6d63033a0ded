import { besideLogo, letterSize, lineHeight, logoBox } from '../letter-measures.js';
import type { Flow } from './flow.js';
import type { Tag } from './pdf-canvas.js';
import { openPicture, type PlacedPicture } from './pdf-picture.js';
import { hairline } from './pdf-style.js';
import { addLines, type BlockOf, type Column, layOutText } from './pdf-writer.js';
import type { SectionWriter } from './section-writer.js';

/** Logo, name and address of the practice above a line, where the paper's settings have them; on one page. */
export function layOutLetterhead(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'letterhead'>,
  column: Column,
  parent: Tag,
): void {
  const { canvas, style, letterhead } = writer;
  const tag = canvas.tag('Div', parent);
  const logo = block.logo && openPicture(canvas, block.logo.text, writer.picture, logoBox);
  const draw = logo && logoPart(writer, logo, tag);
  const isBeside = logo !== undefined && letterhead.startsWith('logo-');
  const start = flow.items.length;
  if (logo && draw && !isBeside) {
    const x = column.x + (letterhead === 'center' ? (column.width - logo.width) / 2 : 0);
    flow.add({ height: logo.height, draw: (_, top) => draw(x, top) });
    flow.space(style.spaces.belowLogo);
    flow.hold();
  }
  const shift = isBeside ? logo.width + besideLogo : 0;
  const onLeft = letterhead === 'logo-left';
  const words = { x: column.x + (onLeft ? shift : 0), width: column.width - shift };
  addWords(writer, flow, block, words, tag);
  if (logo && draw && isBeside) {
    const x = onLeft ? column.x : column.x + column.width - logo.width;
    standBeside(flow, start, logo.height, (top) => draw(x, top));
  }
  flow.space(style.spaces.paragraph);
  flow.hold();
  flow.add({ height: hairline, draw: (canvas, top) => canvas.rule(column.x, top, column.width, hairline) });
  flow.space(style.spaces.letterhead);
}

function logoPart({ canvas }: SectionWriter, logo: PlacedPicture, parent: Tag): (x: number, top: number) => void {
  const figure = canvas.tag('Figure', parent, { alt: 'Logo' });
  return (x, top) => canvas.content(figure, 'Figure', () => logo.draw(x, top));
}

function addWords(writer: SectionWriter, flow: Flow, block: BlockOf<'letterhead'>, column: Column, parent: Tag): void {
  const { style } = writer;
  const tag = writer.canvas.tag('P', parent);
  const align = writer.letterhead === 'center' ? 'center' : 'left';
  block.lines.forEach((content, index) => {
    const { size, leading } = index === 0 ? style.name : { size: style.size, leading: lineHeight };
    const lines = layOutText(writer, content, column.width, {
      ...style.plain,
      size: letterSize(size),
      bold: index === 0,
    });
    if (index > 0) flow.hold();
    addLines(flow, lines, column, { tag, type: 'P', size, leading, align, whole: true });
  });
}

/** Draws something beside the items since `start`, from the first one's upper end on; where it is higher than they are, the flow goes on beneath it. */
function standBeside(flow: Flow, start: number, height: number, draw: (top: number) => void): void {
  const beside = flow.items.slice(start);
  const used = beside.reduce((sum, item, index) => sum + item.height + (index > 0 ? item.before : 0), 0);
  const [first] = beside;
  if (first) {
    flow.items[start] = {
      ...first,
      draw: (canvas, top, edges) => {
        draw(top);
        first.draw(canvas, top, edges);
      },
    };
  }
  const rest = height - used;
  if (!first) flow.add({ height, draw: (_, top) => draw(top) });
  else if (rest > 0) {
    flow.hold();
    flow.add({ height: rest, draw: () => undefined });
  }
}
