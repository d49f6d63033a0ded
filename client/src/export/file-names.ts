import { endingOf, hasEndingOf, type LetterFormatId } from '../../../server/src/letter-formats.js';

/** The name that is proposed for a letter's file: a draft's says what it is, in lists and attachments too. */
export function proposedName(fileName: string, draft: boolean, format: LetterFormatId): string {
  return `${draft ? 'DRAFT ' : ''}${fileName}${endingOf(format)}`;
}

/** A path with its format's ending, whatever was typed: a PDF with no ending, or Word's, opens nowhere. */
export function withEnding(path: string, format: LetterFormatId): string {
  return hasEndingOf(path, format) ? path : `${path.replace(/\.+$/, '')}${endingOf(format)}`;
}

/** `letter.pdf`, `letter 2.pdf`, `letter 3.pdf` …: the first that is not taken. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const [, stem = name, ending = ''] = /^(.+?)(?: \d{1,2})?(\.[^.]*)$/s.exec(name) ?? [];
  for (let number = 2; number < mostTried; number++) {
    const next = `${stem} ${String(number)}${ending}`;
    if (!(await isTaken(next))) return next;
  }
  return name;
}

/** A folder with more versions of one letter has another trouble. */
const mostTried = 100;
