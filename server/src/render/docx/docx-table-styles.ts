import type { IParagraphStyleOptions } from 'docx';
import type { Paper } from '../../paper.js';
import { spaces } from '../letter-measures.js';
import { emTwips } from './docx-measures.js';

const sides = ['', 'Center', 'Right'] as const;

function tableText(side: (typeof sides)[number], rest: Partial<IParagraphStyleOptions>): IParagraphStyleOptions {
  return {
    id: `TableText${side}`,
    name: side === '' ? 'Table Text' : `Table Text ${side}`,
    basedOn: 'Normal',
    paragraph: { spacing: { after: 0 }, ...alignment(side) },
    ...rest,
  };
}

function alignment(side: (typeof sides)[number]) {
  return side === '' ? {} : { alignment: side === 'Center' ? ('center' as const) : ('right' as const) };
}

/** Of the words in a table's cells, by the side they keep to, and of what stands after a table. */
export const tableTextStyles = (paper: Paper): readonly IParagraphStyleOptions[] => [
  ...sides.map((side) => tableText(side, {})),
  ...sides.map((side) =>
    tableText(side, {
      id: `TableHeading${side}`,
      name: side === '' ? 'Table Heading' : `Table Heading ${side}`,
      basedOn: `TableText${side}`,
      run: { bold: true, boldComplexScript: true },
    }),
  ),
  // Word joins two tables without a paragraph between them, and wants one after the last.
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { spacing: { after: emTwips(paper)(spaces.paragraph) - 20, line: 20, lineRule: 'exact' } },
    run: { size: 2, sizeComplexScript: 2 },
  },
];
