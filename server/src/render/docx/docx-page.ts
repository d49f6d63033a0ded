import { Header, type ISectionOptions, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import type { ResolvedLetter } from '../../letter/letter.js';
import { printable } from '../printable.js';
import type { DocumentOptions } from '../document-options.js';
import { runningHead } from '../running-head.js';
import { inch, margin, pageSize } from './docx-measures.js';
import { directedTexts } from './docx-text.js';
import { draftWatermark } from './draft-watermark.js';

/** The paper, and what stands at the top of it: the running head from the second page on; on a draft, that it is one, on every page. */
export function pageOptions(
  letter: ResolvedLetter,
  { paper, draft }: DocumentOptions,
): Pick<ISectionOptions, 'headers' | 'properties'> {
  return {
    properties: {
      titlePage: true,
      page: {
        size: pageSize(paper),
        margin: { top: margin, right: margin, bottom: margin, left: margin, header: inch / 2, footer: inch / 2 },
      },
    },
    headers: {
      first: new Header({ children: draft ? [draftMark(1)] : [new Paragraph({ style: 'Header' })] }),
      default: new Header({ children: [...(draft ? [draftMark(2)] : []), pageHead(letter)] }),
    },
  };
}

/** `Elena Marquez · BM-0000-4417` and `Page 2 of 3`. */
function pageHead(letter: ResolvedLetter): Paragraph {
  const head = directedTexts(printable(runningHead(letter)));
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
