import {
  lineAt,
  lineEndOf,
  linesOf,
  type SectionSource,
  type SourceFile,
  type Span,
  splitLines,
} from '../letter/source.js';
import { endOfEntry, placeAt } from './head-edits.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

function inserted(where: Span, lines: readonly string[], file: SourceFile): Edit {
  return { where, text: lines.flatMap(splitLines).join(lineEndOf(file)) };
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
export function cutFromLine({ piece, start, end }: Span): Edit {
  const { text } = piece;
  const lines = linesOf(piece);
  const first = lineAt(lines, start);
  const last = lineAt(lines, end);
  const spaceBefore = /[ \t]*$/.exec(text.slice(first.start, start))?.[0].length ?? 0;
  const endWithSpace = end + (/^[ \t]*/.exec(text.slice(end, last.end))?.[0].length ?? 0);
  const from = start - spaceBefore;
  const beginsLine = from === first.start;
  if (endWithSpace < last.end) return { where: { piece, start: beginsLine ? start : from, end }, text: '' };
  return { where: { piece, start: from, end: beginsLine ? last.next : endWithSpace }, text: '' };
}
