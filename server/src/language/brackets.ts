import { isSpace } from './white-space.js';

/** What a `[` in prose begins. `literal` prints itself; `unclosed` prints itself too, with a finding. */
export type BracketKind = 'placeholder' | 'citation' | 'help' | 'template text' | 'link' | 'literal' | 'unclosed';

export interface BracketReading {
  readonly kind: BracketKind;
  /** Offset after the bracket: after `]`, after the `)` of a link, or after the last `[` in a row when unclosed. */
  readonly end: number;
  /** Offset of the closing `]`; that of the last `[` in a row when unclosed. */
  readonly close: number;
}

const quoted = new Set(['sic', 'emphasis added']);
const help = /^\s*write\s*(?::|$)/i;
const letter = /\p{L}/u;

/**
 * Says what the `[` at `at` begins. A bracket ends on its line (`lineEnd`: the offset of the line's end). Reads no further than
 * the next bracket, so that any number of them costs linear time.
 */
export function readBracket(text: string, at: number, lineStart: number, lineEnd: number): BracketReading {
  const close = findClose(text, at + 1, lineEnd);
  if (close < 0) return unclosed(text, at, lineEnd);
  const inner = text.slice(at + 1, close);
  const end = close + 1;
  if (text[end] === '(') {
    const linkEnd = readLinkTarget(text, end, lineEnd);
    if (linkEnd > 0) return { kind: 'link', end: linkEnd, close };
  }
  return { kind: classify(inner, text, at, lineStart), end, close };
}

/** Several in a row are one mistake, unless the last of them begins a bracket: `[[patient name]`. */
function unclosed(text: string, at: number, lineEnd: number): BracketReading {
  let end = at + 1;
  while (end < lineEnd && text.charCodeAt(end) === 91) end++;
  if (end - at > 1 && findClose(text, end, lineEnd) >= 0) end--;
  return { kind: 'unclosed', end, close: end - 1 };
}

function classify(inner: string, text: string, at: number, lineStart: number): BracketKind {
  const trimmed = inner.trim();
  if (trimmed.startsWith('@')) return 'citation';
  if (!letter.test(trimmed)) return 'literal';
  const lower = trimmed.toLowerCase();
  if (quoted.has(lower)) return 'literal';
  if (lower === 'x' && beginsItem(text, at, lineStart)) return 'literal'; // a ticked box
  if (lower.replace(/\s+/g, ' ') === 'template text') return 'template text';
  if (help.test(inner)) return 'help';
  return 'placeholder';
}

/** True when nothing but the mark of a list's item stands before `at` on its line, or also those of quotations around it. */
function beginsItem(text: string, at: number, lineStart: number): boolean {
  let i = skipSpaceBack(text, at, lineStart);
  if (i === at || i === lineStart) return false;
  if (text[i - 1] === '.') {
    const dot = --i;
    while (i > lineStart && dot - i < 3 && isDigit(text.charCodeAt(i - 1))) i--;
    if (i === dot) return false;
  } else if (/[-*•]/.test(text.charAt(i - 1))) i--;
  else return false;
  for (i = skipSpaceBack(text, i, lineStart); i > lineStart && text[i - 1] === '>';)
    i = skipSpaceBack(text, i - 1, lineStart);
  return i === lineStart;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function skipSpaceBack(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function findClose(text: string, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) {
    const code = text.charCodeAt(i);
    if (code === 93) return i; // ]
    if (code === 91) return -1; // [: the inner one is the bracket, the outer one is text
    if (code === 92) i++; // \: the next character stands for itself
  }
  return -1;
}

/** Only `https:` and `mailto:` make a link: `[drug](see below)` stays a blank with words after it. */
export function readLinkTarget(text: string, open: number, lineEnd: number): number {
  if (!text.startsWith('https://', open + 1) && !text.startsWith('mailto:', open + 1)) return -1;
  for (let i = open + 1, depth = 1; i < lineEnd; i++) {
    const code = text.charCodeAt(i);
    // No spaces, no angle brackets, no brackets in an address; these also keep a thousand unclosed links from being read to the line's end.
    if (isSpace(code) || code === 60 || code === 62 || code === 91 || code === 93) return -1;
    if (code === 40) depth++;
    if (code === 41 && --depth === 0) return i + 1;
  }
  return -1;
}

/** What follows `write:` in a help bracket; the text may be empty. Offsets are relative to `inner`. */
export function helpText(inner: string): { text: string; start: number } {
  const label = help.exec(inner)?.[0] ?? '';
  const rest = inner.slice(label.length);
  return { text: rest.trim(), start: label.length + (rest.length - rest.trimStart().length) };
}
