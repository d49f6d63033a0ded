import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTemplate } from './workspace.js';

/** Every `.lmn` file that ships, by its path under templates/. */
export function shippedFiles(): { path: string; text: string }[] {
  const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.lmn'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readTemplate(path) }));
}

/** A line of a text: offsets without the line end, and what kind of line it is. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function linesOf(text: string): TextLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, end: start + line.length, text: line };
    start += line.length + 1;
    return found;
  });
}

/** What may befall a line. Each gives the damaged line, or undefined where it has nothing to damage; `undefined` with `gone` takes it out. */
export const damages: Readonly<Record<string, (line: string, at: number) => string>> = {
  'cut short': (line, at) => line.slice(0, at),
  'a character deleted': (line, at) => line.slice(0, at) + line.slice(at + 1),
  'a character doubled': (line, at) => line.slice(0, at) + line.slice(at, at + 1) + line.slice(at),
  'two characters swapped': (line, at) =>
    line.slice(0, at) + line.slice(at + 1, at + 2) + line.slice(at, at + 1) + line.slice(at + 2),
  'a bracket put in': (line, at) => `${line.slice(0, at)}[${line.slice(at)}`,
  'a brace put in': (line, at) => `${line.slice(0, at)}{${line.slice(at)}`,
  'a quotation mark put in': (line, at) => `${line.slice(0, at)}"${line.slice(at)}`,
  garbled: (line, at) => `${line.slice(0, at)}\u0000~<*]:${line.slice(at)}`,
};
