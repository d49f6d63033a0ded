import type { Vocabulary } from '../language/vocabulary.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';

const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Whether a text that a fix writes into a file may stand in a report. Reports are uploaded and pasted into tickets, and of a case a fix may write what is there already
 * in another form: a birth date, a name. So of a case only what has no digit is told, and of its own words only those that fields are called by.
 */
export function mayTell({ file, workspace }: FileSubject): (text: string) => boolean {
  if (file.kind !== undefined && file.kind !== 'case') return () => true;
  let own: ReadonlySet<string> | undefined;
  return (text) => {
    if (/\p{N}/u.test(text)) return false;
    const names = wordsOfNames(workspace.vocabulary);
    return wordsOf(text).every((one) => names.has(one) || !(own ??= new Set(wordsOf(file.text))).has(one));
  };
}

const wordsOfNames = remember(
  ({ records, letter }: Vocabulary) =>
    new Set(
      [letter, ...records].flatMap((record) => [
        ...wordsOf(record.name),
        ...record.fields.flatMap((field) => wordsOf(field.name)),
      ]),
    ),
);

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}
