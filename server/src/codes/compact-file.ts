import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { CodeList } from '../knowledge/code-list.js';
import type { ReadCodes } from './official-files.js';

/** The first line, so that a file of another kind or of a later version is not taken for one. */
const firstLine = 'lmn codes 1\n';

/** The folder of a workspace's lists, for all who work in it. */
export const codesInWorkspace = 'lmn-codes';

const FILE_NAME = /^icd10cm-(20\d\d)\.lmncodes$/;

export function codeFileName(year: number): string {
  return `icd10cm-${String(year)}.lmncodes`;
}

/** The fiscal year of the file with a list; undefined for other files. */
export function yearOfCodeFile(fileName: string): number | undefined {
  const [, year] = FILE_NAME.exec(fileName) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** A list as it is kept: sorted lines, packed. */
export function packCodes({ text }: Pick<ReadCodes, 'text'>): Uint8Array {
  return gzipSync(strToU8(firstLine + text), { level: 9, mtime: 0 });
}

/** Undefined for what `packCodes` has not written. Never throws. */
export function unpackCodes(bytes: Uint8Array, year: number): CodeList | undefined {
  try {
    const text = strFromU8(gunzipSync(bytes));
    return text.startsWith(firstLine) ? new CodeList(year, text.slice(firstLine.length)) : undefined;
  } catch {
    return undefined;
  }
}
