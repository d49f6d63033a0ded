import { boxSign } from '../../letter/box-sign.js';
import type { Inline, Item } from '../../letter/letter.js';
import { Flow, type FlowItem } from './flow.js';
import type { SectionWriter } from './section-writer.js';
import { breakLines } from './break-lines.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import { addLines, type BlockOf, type Column, layOutText } from './pdf-writer.js';
import { indent, lineHeight } from '../letter-measures.js';
import { baselineIn } from './pdf-style.js';
import { setInFonts } from './unprintable.js';

/** By the depth of the list, as browsers have them. */
const bullets = ['\u2022', '\u25e6', '\u25aa'];

/** A list; lists within its items go deeper. */
export function layOutList(
  writer: SectionWriter,
  flow: Flow,
  list: BlockOf<'list'>,
  column: Column,
  parent: Tag,
  depth = 0,
): void {
  const tag = writer.canvas.tag('L', parent, {
    attributes: { O: 'List', ListNumbering: list.ordered ? 'Decimal' : 'Disc' },
  });
  list.items.forEach((item, index) => {
    const label = list.ordered ? `${String(list.first + index)}.` : (bullets[Math.min(depth, 2)] ?? '\u2022');
    layOutItem(writer, flow, item, label, column, tag, depth);
  });
  const { spaces } = writer.style;
  flow.space(depth === 0 ? spaces.paragraph : spaces.item);
}

/** Lines with a bullet each, all on one page. */
export function layOutLines(
  writer: SectionWriter,
  flow: Flow,
  lines: readonly (readonly Inline[])[],
  column: Column,
  parent: Tag,
): void {
  const list = writer.canvas.tag('L', parent, { attributes: { O: 'List', ListNumbering: 'Disc' } });
  lines.forEach((content, index) => {
    if (index > 0) flow.hold();
    const inner = new Flow();
    const source = content[0]?.source;
    if (!source) return;
    layOutItem(writer, inner, { blocks: [{ kind: 'paragraph', source, content }] }, bullets[0] ?? '', column, list, 0);
    inner.items.forEach((item, at) => flow.add(item, at > 0));
    flow.space(writer.style.spaces.item);
  });
  flow.space(writer.style.spaces.paragraph);
}

/** An item with its label beside the first line: a bullet, a number or a check box. Words with nothing but lists beneath them stand close to those. */
export function layOutItem(
  writer: SectionWriter,
  flow: Flow,
  item: Item,
  label: string,
  column: Column,
  list: Tag,
  depth: number,
): void {
  const { canvas } = writer;
  const { size, spaces, line: lineAdvance } = writer.style;
  const tag = canvas.tag('LI', list);
  const text = item.checked === undefined ? label : boxSign(item.checked);
  const labelTag = canvas.tag('Lbl', tag);
  const body = canvas.tag('LBody', tag);
  const inner = { x: column.x + indent, width: column.width - indent };
  const content = new Flow();
  const [first, ...rest] = item.blocks;
  const tight = first?.kind === 'paragraph' && rest.every((block) => block.kind === 'list');
  if (tight) {
    const paragraph = { tag: canvas.tag('P', body), type: 'P', size };
    addLines(content, layOutText(writer, first.content, inner.width), inner, paragraph);
    content.space(spaces.item);
    if (rest.length > 0) content.hold();
  }
  for (const block of tight ? rest : item.blocks) {
    if (block.kind === 'list') layOutList(writer, content, block, inner, body, depth + 1);
    else writer.layOutBlocks(content, [block], inner, body);
  }
  if (content.items.length === 0) content.add({ height: lineAdvance, draw: () => undefined });
  content.items.forEach((line, index) => {
    flow.space(index === 0 ? 0 : line.before);
    flow.add(index === 0 ? withLabel(writer, line, text, column, labelTag) : line, index > 0 && line.joined);
  });
  flow.space(spaces.item);
}

function withLabel(writer: SectionWriter, line: FlowItem, text: string, column: Column, tag: Tag): FlowItem {
  const draw = (canvas: PdfCanvas, top: number, edges: Parameters<FlowItem['draw']>[2]) => {
    const { size, plain } = writer.style;
    const runs = setInFonts([{ text, style: plain, whole: true }], writer.book, () => undefined);
    const [label] = breakLines(runs, column.width, canvas.measure);
    const x = column.x + indent - size * 0.45 - (label?.width ?? 0);
    if (label) canvas.line(tag, 'Lbl', label, x, top + baselineIn(size, lineHeight));
    line.draw(canvas, top, edges);
  };
  return { ...line, draw };
}
