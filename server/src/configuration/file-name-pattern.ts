import { formatOfFile } from '../letter-formats.js';

/** How a letter's file is called unless the configuration says otherwise: file names show in mails and lists, so without the patient. */
export const usualFileName = '[template] [date] [reference number]';

/** Words as they stand, or a name in brackets that stands for a value. */
export type FileNamePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'name'; readonly name: string };

/** The parts of a pattern of file names, in their order. */
export function fileNameParts(pattern: string): FileNamePart[] {
  return pattern
    .split(/(\[[^[\]]*\])/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('[') && part.endsWith(']')
        ? { kind: 'name', name: part.slice(1, -1).trim() }
        : { kind: 'text', text: part },
    );
}

/** In UTF-16 code units. */
export const longestPattern = 300;

/** What is wrong with a pattern, and what to write; undefined where nothing is. Whether its names mean something, only a letter can tell. */
export function fileNameProblem(pattern: string): string | undefined {
  if (pattern.trim() === '') return `The pattern is empty. Write one such as "${usualFileName}".`;
  if (pattern.length > longestPattern) return `The pattern is longer than ${longestPattern} characters. Shorten it.`;
  const outside = pattern.replace(/\[[^[\]]*\]/g, '');
  if (/[[\]]/.test(outside)) return 'A bracket has no partner. Write each name in its own brackets, such as [date].';
  if (/\[\s*\]/.test(pattern)) return 'A bracket is empty. Write a name in it, such as [date].';
  if (/[{}]/.test(outside)) return 'Take the braces out: what is not given is left out by itself.';
  if (/[\\/]/.test(outside))
    return 'A file name has no / or \\ in it: the folder is chosen when the letter is written.';
  if (/[<>:"|?*\p{Cc}]/u.test(outside)) return 'No file name on Windows can hold < > : " | ? or *. Take them out.';
  if (formatOfFile(outside.trimEnd()) !== undefined) return 'Leave the ending out: each type of file gets its own.';
  return undefined;
}
