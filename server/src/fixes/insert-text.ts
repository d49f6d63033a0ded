import type { SectionSource, SourceFile, Span } from '../letter/source.js';
import { endOfEntry, lineEndOf, placeAt } from './head-edits.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

function inserted(where: Span, lines: readonly string[], file: SourceFile): Edit {
  return { where, text: lines.join('\n').replace(/\r\n?|\n/g, lineEndOf(file)) };
}

/** After the last line of the head that says anything: the kind line where nothing follows it. */
function headEnd(file: SourceFile): Span {
  const last = file.entries.at(-1);
  if (last) return endOfEntry(last);
  const first = file.header?.whole ?? file.firstLine;
  return placeAt(first.piece, first.end);
}

/** Adds a paragraph at the end of a section. */
export function insertInSection(file: SourceFile, { piece, prose }: SectionSource, paragraph: string): Edit {
  const isEmpty = piece.text.slice(prose.start, prose.end).trim() === '';
  return inserted(placeAt(piece, piece.text.trimEnd().length), isEmpty ? ['', paragraph] : ['', '', paragraph], file);
}

/** Adds lines at the end of the head. */
export function insertInHead(file: SourceFile, lines: readonly string[]): Edit {
  return inserted(headEnd(file), ['', ...lines], file);
}

/**
 * Adds sections to the body: before the section `before`, else at the end, with a divider where the file has no body yet. Each section is
 * its heading line and its prose; a blank line parts them.
 */
export function insertSections(file: SourceFile, sections: readonly string[], before?: SectionSource): Edit {
  if (before) return inserted(placeAt(before.piece, 0), [...sections.flatMap((section) => [section, '']), ''], file);
  const last = file.sections.at(-1)?.piece ?? file.preamble?.piece;
  if (last) {
    const place = placeAt(last, last.text.trimEnd().length);
    return inserted(
      place,
      sections.flatMap((section) => ['', '', section]),
      file,
    );
  }
  const { divider } = file;
  if (divider) return inserted(placeAt(divider.piece, divider.end), ['', sections.join('\n\n')], file);
  return inserted(headEnd(file), ['', '---', sections.join('\n\n')], file);
}

/** Takes a stretch out of a line with the space before it; the whole line where nothing else stands on it. */
export function cutFromLine(span: Span): Edit {
  const { text } = span.piece;
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  let end = span.end;
  while (end < text.length && /[ \t]/.test(text.charAt(end))) end++;
  const endsLine = end === text.length || /[\r\n]/.test(text.charAt(end));
  const beginsLine = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  if (!endsLine)
    return { where: { piece: span.piece, start: beginsLine ? span.start : start, end: span.end }, text: '' };
  if (!beginsLine) return { where: { piece: span.piece, start, end }, text: '' };
  const lineEnd = /^(?:\r\n?|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { where: { piece: span.piece, start, end: end + lineEnd }, text: '' };
}
