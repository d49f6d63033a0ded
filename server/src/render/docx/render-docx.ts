import { Document, Packer } from 'docx';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { DocumentOptions } from '../document-options.js';
import { printedSections } from '../section-print.js';
import { sectionChildren } from './docx-blocks.js';
import { pageOptions } from './docx-page.js';
import { documentTitle } from '../document-title.js';
import { coreProperties } from './docx-properties.js';
import { docxStyles } from './docx-styles.js';
import { startWriting } from './docx-writing.js';
import { dateZip } from './zip-dates.js';

/**
 * A letter as a Word file (Office Open XML, ECMA-376), as bytes: the words of the HTML, set by styles. The same letter and options give the same bytes.
 */
export async function renderDocx(letter: ResolvedLetter, options: DocumentOptions): Promise<Uint8Array> {
  const writing = startWriting(letter, options);
  const children = printedSections(letter).flatMap((printed) => sectionChildren(printed, writing));
  const title = documentTitle(letter, options);
  const document = new Document({
    title,
    styles: docxStyles(options.paper, writing.numbering),
    numbering: { config: writing.numbering.definitions() },
    sections: [{ ...pageOptions(letter, options), children }],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, options.written) };
  const bytes = await Packer.pack(document, 'uint8array', undefined, [core]);
  dateZip(bytes, options.written);
  return bytes;
}
