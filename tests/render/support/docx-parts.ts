import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { renderDocx } from '../../../server/src/render/docx/render-docx.js';
import type { DocumentOptions } from '../../../server/src/render/document-options.js';
import { usualPaper } from '../../../server/src/paper.js';
import { unzip } from './unzip.js';

export const written = new Date('2026-11-22T10:30:40Z');

/** The bytes of a letter's Word file: US Letter, final, unless said otherwise. */
export function docxOf(letter: ResolvedLetter, options: Partial<DocumentOptions> = {}): Promise<Uint8Array> {
  return renderDocx(letter, { paper: usualPaper, draft: false, patientInProperties: false, written, ...options });
}

/** The markup of the file's parts by their names, such as `word/document.xml`. */
export async function docxParts(
  letter: ResolvedLetter,
  options: Partial<DocumentOptions> = {},
): Promise<Record<string, string>> {
  return Object.fromEntries(unzip(await docxOf(letter, options)).map(({ name, text }) => [name, text]));
}

export interface ReadParagraph {
  /** `Normal` where the paragraph names none. */
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

/** The body's paragraphs, those in tables too. */
export function paragraphsOf(documentXml: string): ReadParagraph[] {
  return [...documentXml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => ({
    xml,
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? 'Normal',
    text: [
      ...xml.matchAll(
        /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:noBreak(Hyphen)\/>|<w:sym w:char="([^"]*)"[^>]*>|<w:(?:br|tab)\/>/g,
      ),
    ]
      .map(([, words, hyphen, sign]) => words ?? (hyphen ? '-' : sign ? String.fromCharCode(parseInt(sign, 16)) : ' '))
      .join(''),
  }));
}

/** The runs of a paragraph: the style of the words, and what they say. */
export function runsOf(
  xml: string,
): { readonly style: string | undefined; readonly text: string; readonly xml: string }[] {
  return [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => ({
    xml: run,
    style: /<w:rStyle w:val="([^"]*)"/.exec(run)?.[1],
    text: [...run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words ?? '').join(''),
  }));
}
