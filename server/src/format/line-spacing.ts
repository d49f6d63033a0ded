import type { FileHeader, HeadEntry, HeadLine, Term, Word } from '../language/source-file.js';
import type { Piece } from '../language/span.js';
import { setSpace, type SpaceEdit } from './space-edit.js';

/** A part of a line, and the space that belongs before it; without one that space stays as it is. */
interface Part {
  /** Offsets within the piece. */
  readonly start: number;
  readonly end: number;
  readonly before?: string;
}

/** Spacing of the line that says what a file is: one space between its words. */
export function spaceHeader({ whole, keyword, name, from, base, title, bad, exact }: FileHeader): SpaceEdit[] {
  if (!exact) return [];
  const { piece } = whole;
  // The kind line's title may also be among what does not belong there.
  const words = [
    keyword,
    ...[name, from, base].filter((word) => word !== undefined),
    ...(title ? [quotedRange(title)] : []),
    ...bad.map(({ start, end }) => ({ start, end })),
  ];
  const parts = words
    .filter((word, index) => words.findIndex((other) => other.start === word.start) === index)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, before: ' ' }));
  return spaceParts(piece, parts, false);
}

/** Spacing of `name: value`, `record @key`, `name (type, flag): help` or a policy's line: one space after the colon and none before. */
export function spaceLine(piece: Piece, line: HeadEntry | HeadLine): SpaceEdit[] {
  const parts = 'verb' in line && line.verb ? clauseParts(line.verb, line) : nameParts(piece, line);
  for (const { start, end } of line.bad) parts.push({ start, end });
  const last = parts.at(-1);
  const colon = line.hasColon && last ? piece.text.indexOf(':', last.end) : -1;
  if (colon >= 0 && colon < line.whole.end) {
    parts.push({ start: colon, end: colon + 1, before: '' });
    if (line.value) parts.push({ start: line.value.start, end: line.value.end, before: ' ' });
  }
  return spaceParts(piece, parts, true);
}

/** `tight`: parts that touch each other are parted too. */
function spaceParts(piece: Piece, parts: readonly Part[], tight: boolean): SpaceEdit[] {
  return parts.flatMap((part, index) => {
    const above = parts[index - 1];
    if (!above || part.before === undefined || (!tight && above.end === part.start)) return [];
    return setSpace(piece.text, above.end, part.start, part.before).map(({ start, end, text }) => ({
      start: piece.start + start,
      end: piece.start + end,
      text,
    }));
  });
}

function nameParts(piece: Piece, line: HeadEntry | HeadLine): Part[] {
  const { label, whole } = line;
  if (!label) return [];
  const parts: Part[] = [];
  if (label.start > whole.start) parts.push({ start: whole.start, end: whole.start + 'record'.length });
  parts.push({ start: label.start, end: label.end, before: ' ' });
  if ('key' in line && line.key) parts.push({ start: line.key.start - 1, end: line.key.end, before: ' ' });
  parts.push(...termParts(piece, label, line));
  return parts;
}

/** The parentheses of a declaration; a list with marks that do not belong there is left alone. */
function termParts(piece: Piece, label: Word, { terms, whole }: HeadEntry | HeadLine): Part[] {
  const first = terms[0];
  if (!first) return [];
  const open = piece.text.indexOf('(', label.end);
  if (open < 0 || open >= first.start) return [];
  const parts: Part[] = [{ start: open, end: open + 1, before: ' ' }];
  const regular = terms.every((term) => term.kind !== 'separator' || term.text === ',' || term.text === '|');
  for (const [index, term] of terms.entries()) {
    const above = terms[index - 1];
    const before = !regular ? undefined : index === 0 || isComma(term) ? '' : ' ';
    const range = term.kind === 'quoted' ? quotedRange(term) : term;
    parts.push({
      start: range.start,
      end: range.end,
      ...(before !== undefined && !(isComma(term) && isComma(above)) && { before }),
    });
  }
  const last = parts.at(-1)?.end ?? open;
  const close = piece.text.indexOf(')', last);
  if (close >= 0 && close < whole.end && piece.text.slice(last, close).trim() === '') {
    parts.push({ start: close, end: close + 1, ...(regular && { before: '' }) });
  }
  return parts;
}

function isComma(term: Term | undefined): boolean {
  return term?.kind === 'separator' && term.text === ',';
}

/** A clause's words, each quoted stretch in one piece. */
function clauseParts(verb: Word, { label }: Pick<HeadEntry, 'label'>): Part[] {
  const words = label ? [...label.text.matchAll(/["“”][^"“”]*["“”]?|[^\s"“”]+/g)] : [];
  const parts = words.map(({ index, 0: text }) => {
    const start = (label?.start ?? 0) + index;
    return { start, end: start + text.length, before: ' ' };
  });
  // What touches stays together: `"a";`.
  const apart = parts.map((part, index) =>
    index > 0 && parts[index - 1]?.end === part.start ? { start: part.start, end: part.end } : part,
  );
  return [{ start: verb.start, end: verb.end }, ...apart];
}

/** The range of quoted words with their quotation marks. */
function quotedRange(word: Word): { start: number; end: number } {
  const closed = /["“”]/.test(word.piece.text.charAt(word.end));
  return { start: word.start - 1, end: closed ? word.end + 1 : word.end };
}
