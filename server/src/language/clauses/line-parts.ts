import type { Word } from '../source-file.js';

/** A word from an offset on, without the space around it. */
export function cut(word: Word, from: number): Word {
  const rest = word.text.slice(from);
  const text = rest.trim();
  const start = word.start + from + (rest.length - rest.trimStart().length);
  return { ...word, start, end: start + text.length, text };
}

/** The parts between semicolons, which do not count within quotes; empty ones are left out. */
export function partsOf(word: Word): Word[] {
  const parts: Word[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at <= word.text.length; at++) {
    const char = word.text[at];
    if (char === '"') isQuoted = !isQuoted;
    if (at < word.text.length && (char !== ';' || isQuoted)) continue;
    const part = cut({ ...word, text: word.text.slice(0, at) }, start);
    if (part.text !== '') parts.push(part);
    start = at + 1;
  }
  return parts;
}

/** A text with what stands in quotes taken out, or filled with a character so that offsets stay. */
export function outsideQuotes(text: string, fill = ''): string {
  return text.replace(/"[^"]*"?/g, (quoted) => (fill === '' ? '' : fill.repeat(quoted.length))).trimEnd();
}
