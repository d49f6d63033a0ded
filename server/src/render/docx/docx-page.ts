import { Header, type ISectionOptions, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { HeadPart } from '../../paper.js';
import { printable } from '../printable.js';
import type { DocumentOptions } from '../document-options.js';
import { runningHead } from '../running-head.js';
import { pageSize, twips } from './docx-measures.js';
import { directedTexts } from './docx-text.js';
import { draftWatermark } from './draft-watermark.js';

/** The paper, and what stands at the top of it: the running head from the second page on; on a draft, that it is one, on every page. */
export function pageOptions(
  letter: ResolvedLetter,
  { paper, draft }: DocumentOptions,
): Pick<ISectionOptions, 'headers' | 'properties'> {
  const { margins, runningHead: parts } = paper;
  return {
    properties: {
      titlePage: true,
      page: {
        size: pageSize(paper),
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(margins.top / 2),
          footer: twips(margins.bottom / 2),
        },
      },
    },
    headers: {
      first: new Header({ children: draft ? [draftMark(1)] : [new Paragraph({ style: 'Header' })] }),
      default: new Header({ children: [...(draft ? [draftMark(2)] : []), pageHead(letter, parts)] }),
    },
  };
}

/** `Elena Marquez · born April 9, 1968` and `Page 2 of 3`. */
function pageHead(letter: ResolvedLetter, parts: readonly HeadPart[]): Paragraph {
  const head = directedTexts(printable(runningHead(letter, parts)));
  return new Paragraph({
    style: 'Header',
    children: [
      ...head.map(({ text, rightToLeft }) => new TextRun({ text, ...(rightToLeft && { rightToLeft }) })),
      new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

function draftMark(number: number): Paragraph {
  return new Paragraph({ style: 'DraftMark', children: [new TextRun('DRAFT'), draftWatermark(number)] });
}
