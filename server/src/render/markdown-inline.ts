import type { Inline, ResolvedLetter } from '../letter/letter.js';
import { type FlatRun, flatLines } from './flat-lines.js';

/**
 * Inline content as lines of Markdown (CommonMark with GitHub's tables and strike-through) in which every word reads as itself: what would be
 * a mark is escaped, at a line's start too. Lines have no space around them and may be empty.
 */
export function markdownLines(content: readonly Inline[], letter: ResolvedLetter): string[] {
  return flatLines(content, letter).map(markdownLine);
}

/**
 * Marks as they stand in a line while it is put together: control characters, which `printable` has taken out of every text.
 */
const openStrong = '\u0001';
const closeStrong = '\u0002';
const openEmphasis = '\u0003';
const closeEmphasis = '\u0004';
const openLink = '\u0005';
const closeLink = '\u0006';

const written: Readonly<Record<string, string>> = {
  [openStrong]: '**',
  [closeStrong]: '**',
  [openEmphasis]: '_',
  [closeEmphasis]: '_',
  [openLink]: '[',
};

export function markdownLine(runs: readonly FlatRun[]): string {
  const hrefs: string[] = [];
  const line = linked(runs, hrefs).trim();
  return withMarks(escapeStart(escapeWords(line)), hrefs);
}

function linked(runs: readonly FlatRun[], hrefs: string[]): string {
  return groups(runs, (run) => run.href)
    .map((group) => {
      const href = group[0]?.href;
      const words = bold(group);
      if (href === undefined || words.trim() === '') return words;
      hrefs.push(href);
      return around(words, openLink, closeLink);
    })
    .join('');
}

function bold(runs: readonly FlatRun[]): string {
  return groups(runs, (run) => run.strong)
    .map((group) => (group[0]?.strong ? around(italic(group), openStrong, closeStrong) : italic(group)))
    .join('');
}

function italic(runs: readonly FlatRun[]): string {
  return groups(runs, (run) => run.emphasis)
    .map((group) => {
      const words = group.map((run) => run.text).join('');
      return group[0]?.emphasis ? around(words, openEmphasis, closeEmphasis) : words;
    })
    .join('');
}

function groups(runs: readonly FlatRun[], by: (run: FlatRun) => unknown): FlatRun[][] {
  const found: FlatRun[][] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.[0] && by(last[0]) === by(run)) last.push(run);
    else found.push([run]);
  }
  return found;
}

/** Puts marks around words; the space at their ends stays outside, where Markdown wants it. */
function around(words: string, open: string, close: string): string {
  const core = words.trim();
  if (core === '') return words;
  const start = words.length - words.trimStart().length;
  return `${words.slice(0, start)}${open}${core}${close}${words.slice(start + core.length)}`;
}

/** Escapes what is a mark anywhere in a line, and what would make a bare address a link. */
function escapeWords(line: string): string {
  if (!/[\\`*_[\]<|~&!:@]|www\./i.test(line)) return line;
  return line
    .replace(/[\\`*_[\]<|~]/g, '\\$&')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
    .replace(/!(?=\u0005)/g, '\\!')
    .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/(?<=[\p{L}\p{N}.+_-])@(?=[\p{L}\p{N}])/gu, '\\@');
}

/** Escapes what would make a line a heading, an item, a quotation, a rule or a table's second line. */
function escapeStart(line: string): string {
  if (/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=:][-=:|\\\s]*$)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

const word = /[\p{L}\p{N}\p{M}]/u;
/** What every version of CommonMark holds to be space or punctuation. */
const edge = /[\p{Zs}!-/:-@[-`{-~\p{P}]/u;

/**
 * Writes the marks out. Bold and italic only open and close beside space or punctuation (CommonMark, "left-flanking"); where a letter stands
 * there it is written as a character reference, which begins and ends with punctuation.
 */
function withMarks(line: string, hrefs: readonly string[]): string {
  if (!/[\u0001-\u0006]/.test(line)) return line;
  const chars = Array.from(line);
  const links = [...hrefs];
  const out = chars.map(
    (char) => written[char] ?? (char === closeLink ? `](${linkTarget(links.shift() ?? '')})` : char),
  );
  chars.forEach((char, at) => {
    const opens = char === openStrong || char === openEmphasis;
    if (!opens && char !== closeStrong && char !== closeEmphasis) return;
    const outside = at + (opens ? -1 : 1);
    const inside = at + (opens ? 1 : -1);
    const beside = chars[outside];
    if (beside === undefined || edge.test(beside) || beside < '\u0007') return;
    const isStrong = char === openStrong || char === closeStrong;
    if (isStrong && word.test(chars[inside] ?? '')) return;
    out[outside] = `&#${String(beside.codePointAt(0) ?? 0)};`;
  });
  return out.join('');
}

/** An address within `(…)`: no character in it can end the link, open another mark or be read as a reference. */
function linkTarget(href: string): string {
  return href
    .replaceAll('|', '%7C') // would end a table's cell
    .replace(/[()*_[\]~]/g, '\\$&')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&');
}
