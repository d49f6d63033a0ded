import type { ResolvedLetter } from '../../letter/letter.js';
import { type DocumentWriters, writeLetterAs, type WritingOptions } from '../../export/letter-writers.js';
import type { ExportFormatId } from '../../letter-formats.js';

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
  type: ExportFormatId,
  options: WritingOptions,
  writers: DocumentWriters | undefined,
): Promise<MadeFile | undefined> {
  const made = await writeLetterAs(type, letter, options, writers);
  if (!made) return undefined;
  const { content, unprintable } = made;
  return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, unprintable };
}
