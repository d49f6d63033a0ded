import { type FileChild, Paragraph, Tab, TextRun as DocxRun } from 'docx';
import { checkBox } from './docx-check-box.js';
import type { Block, Item } from '../../letter/letter.js';
import { inlineRuns } from './docx-inline.js';
import { type ItemNumber, numberWidth } from './docx-lists.js';
import { step } from './docx-measures.js';
import { inItem, indentOf, itemIndent, type Place } from './docx-place.js';
import { paragraphTraits } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

type ListBlock = Extract<Block, { kind: 'list' }>;

/** Prints the blocks in an item below its first words. */
export type BlocksWriter = (blocks: readonly Block[], place: Place) => FileChild[];

/** Styles whose paragraphs stand close together. */
const itemStyles = new Set(['ListBullet', 'ListNumber', 'Checklist']);

export function listChildren(list: ListBlock, place: Place, writing: DocxWriting, write: BlocksWriter): FileChild[] {
  const number = list.ordered
    ? writing.numbering.begin(place.lists, list.first, list.items.length)
    : writing.numbering.bullet(place.lists);
  const hanging = list.ordered ? numberWidth(list.first + list.items.length - 1) : step;
  const children = list.items.flatMap((item) =>
    itemChildren(item, list, number, hanging, inItem(place), writing, write),
  );
  return place.lists === 0 ? closedUp(children) : children;
}

function itemChildren(
  item: Item,
  list: ListBlock,
  number: ItemNumber,
  hanging: number,
  place: Place,
  writing: DocxWriting,
  write: BlocksWriter,
): FileChild[] {
  const [first, ...rest] = item.blocks;
  const content = first?.kind === 'paragraph' ? first.content : [];
  const below = first?.kind === 'paragraph' ? rest : item.blocks;
  const words = inlineRuns(content, writing);
  const options = { ...paragraphTraits(content, writing), ...(below[0]?.kind === 'table' && { keepNext: true }) };
  const head =
    item.checked === undefined
      ? new Paragraph({
          style: list.ordered ? 'ListNumber' : 'ListBullet',
          numbering: number,
          ...itemIndent(place, hanging),
          ...options,
          children: words,
        })
      : new Paragraph({
          style: 'Checklist',
          ...(place.lists === 1 && place.quotes === 0 ? {} : { indent: { ...indentOf(place), hanging: step } }),
          ...options,
          children: [checkBox(item.checked), new DocxRun({ children: [new Tab()] }), ...words],
        });
  return [head, ...write(below, place)];
}

/** Without the space that Word leaves between items of different styles: a list in a list. */
function closedUp(children: readonly FileChild[]): FileChild[] {
  return children.map((child, index) => {
    const next = children[index + 1];
    if (!(child instanceof Paragraph) || !(next instanceof Paragraph)) return child;
    const [style, nextStyle] = [child.options.style ?? '', next.options.style ?? ''];
    if (style === nextStyle || !itemStyles.has(style) || !itemStyles.has(nextStyle)) return child;
    return child.with({ spacing: { after: 0 } });
  });
}
