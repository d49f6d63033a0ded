import { letterFileName, unknownInFileName } from '../export/file-name.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type Destination, fileIn } from './letter-output.js';
import { shown } from './printable.js';

/** The path of a letter in a folder, as messages name it, by the pattern of its file's name. `tell` hears what the pattern names and no field is. */
export async function nameIn(
  { written, type }: Extract<Destination, { kind: 'folder' }>,
  letter: ResolvedLetter,
  pattern: string,
  tell: (line: string) => Promise<void> | void,
): Promise<string> {
  for (const name of unknownInFileName(letter, pattern))
    await tell(
      `The file's name leaves out [${shown(name)}], because no field has this name: see "fileName" in lmn.config.json.`,
    );
  return fileIn(written, letterFileName(letter, pattern), type);
}
