import type { FileFormat } from './file-formats.js';

/** The name that is proposed for a letter's file: a draft's says what it is, in lists and attachments too. */
export function proposedName(fileName: string, draft: boolean, { ending }: FileFormat): string {
  return `${draft ? 'DRAFT ' : ''}${fileName}${ending}`;
}

/** A path with its format's ending, whatever was typed: a PDF with no ending, or Word's, opens nowhere. */
export function withEnding(path: string, { ending, otherEndings }: FileFormat): string {
  const small = path.toLowerCase();
  return [ending, ...otherEndings].some((one) => small.endsWith(one)) ? path : `${path.replace(/\.+$/, '')}${ending}`;
}

/** `letter.pdf`, `letter 2.pdf`, `letter 3.pdf` …: the first that is not taken. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const [, stem = name, ending = ''] = /^(.+?)(?: \d{1,2})?(\.[^.]*)$/.exec(name) ?? [];
  for (let number = 2; number < mostTried; number++) {
    const next = `${stem} ${String(number)}${ending}`;
    if (!(await isTaken(next))) return next;
  }
  return name;
}

/** A folder with more versions of one letter has another trouble. */
const mostTried = 100;
