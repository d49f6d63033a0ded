import { Flow } from './flow.js';
import { layOutItem } from './layout-list.js';
import type { SectionWriter } from './section-writer.js';
import { addHeading } from './layout-heading.js';
import { blockLabel } from '../section-print.js';
import type { Tag } from './pdf-canvas.js';
import type { BlockOf, Column } from './pdf-writer.js';

/** The list of what the letter cites: each on one page, and the place that its numbers lead to. */
export function layOutReferences(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'references'>,
  column: Column,
  parent: Tag,
): void {
  const { references } = writer.letter;
  if (references.length === 0) return;
  const label = blockLabel(block, writer.printed);
  if (label) addHeading(writer, flow, [label], 2, column, parent);
  const list = writer.canvas.tag('L', parent, { attributes: { O: 'List', ListNumbering: 'Decimal' } });
  for (const { number, content } of references) {
    const inner = new Flow();
    const item = { blocks: [{ kind: 'paragraph' as const, source: block.source, content }] };
    layOutItem(writer, inner, item, `${String(number)}.`, column, list, 0);
    inner.items.forEach((line, index) => {
      const draw: typeof line.draw = (canvas, top, edges) => {
        if (index === 0) canvas.destination(number, top);
        line.draw(canvas, top, edges);
      };
      flow.add({ ...line, draw }, index > 0);
    });
    flow.space(writer.style.spaces.item);
  }
  flow.space(writer.style.spaces.paragraph);
}
