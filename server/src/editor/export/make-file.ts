import type { ResolvedLetter } from '../../letter/letter.js';
import type { ExportType } from '../../protocol.js';
import { renderHtmlPage } from '../../render/html-page.js';
import type { LetterWriters, WritingOptions } from './letter-writers.js';

export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly unprintable: readonly string[];
}

/** Of every browser and of Node; the core's types name neither. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** The letter as a file of a type. */
export async function makeFile(
  letter: ResolvedLetter,
  type: ExportType,
  options: WritingOptions,
  writers: LetterWriters | undefined,
): Promise<MadeFile | undefined> {
  if (type === 'html') return { bytes: new TextEncoder().encode(renderHtmlPage(letter, options)), unprintable: [] };
  if (type === 'pdf') return writers?.pdf(letter, options);
  return writers && { bytes: await writers.docx(letter, options), unprintable: [] };
}
