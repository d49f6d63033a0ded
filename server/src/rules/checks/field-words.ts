import { fieldMeantBy } from '../../analysis/meant-fields.js';
import type { Blank } from '../../knowledge/blanks.js';
import { isBlank, linesOf, placeholderOf, resolveName, type Span, type TextLine } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { SectionSubject } from '../../letter/written-sections.js';
import type { Report, Severity } from '../../lint/rule.js';

/**
 * Reports what old letters leave blank without any mark: a label with nothing behind it at its line's end (`DOB:`), and a field's name in capitals in
 * a sentence (`my patient takes MEDICATION`). Only words that name a field of the vocabulary are looked at.
 */
export function reportFieldWords(
  section: SectionSubject,
  file: FileSubject,
  blanks: readonly Blank[],
  severity: Severity,
  report: Report,
): void {
  const { piece, start, end } = section.prose;
  const lines = linesOf(piece).filter((line) => line.start >= start && line.end <= end && !line.isComment);
  const isInBracket = overlapping(section.prose.brackets);
  const isInBlank = overlapping(blanks);
  lines.forEach((line, index) => {
    // In a case it is the writer's own heading: the facts stand in the head.
    const label =
      section.fileKind === 'template' ? labelIn(piece.text.slice(line.contentStart, line.contentEnd)) : undefined;
    const meant =
      label === undefined || introduces(piece.text, lines, index + 1) ? undefined : fieldMeantBy(label, file);
    const named = meant && `[${placeholderOf(meant.field)}]`;
    if (named !== undefined) {
      const where = { piece, start: line.contentEnd, end: line.contentEnd };
      report(
        { piece, start: line.contentStart, end: line.contentEnd },
        'Nothing stands behind this label. Write the words, or the placeholder of the field.',
        { severity, fix: { title: `Write ${named}`, edits: [{ where, text: ` ${named}` }] } },
      );
    }
    for (const where of capitalsIn(line, section)) {
      if (isInBracket(where) || isInBlank(where)) continue;
      const name = placeholder(piece.text.slice(where.start, where.end), section);
      if (name !== undefined)
        report(where, 'A field in capitals prints as it stands. Write the words, or the placeholder.', {
          severity,
          fix: { title: `Write ${name}`, edits: [{ where, text: name }] },
        });
    }
  });
}

/** The words of a line that is a label and nothing else, in bold or not. */
function labelIn(line: string): string | undefined {
  return /^(?:\*\*)?([\p{L}][\p{L}\p{N} .'’/-]{1,40}?) ?:(?:\*\*)? ?$/u.exec(line)?.[1];
}

/** Anything follows but another label, with blank lines between or not: a list, a table, words that the label stands above. */
function introduces(text: string, lines: readonly TextLine[], from: number): boolean {
  let at = from;
  for (let line = lines[at]; line && isBlank(line); line = lines[at]) at++;
  const next = lines[at];
  return next !== undefined && labelIn(text.slice(next.contentStart, next.contentEnd)) === undefined;
}

function placeholder(name: string, { schema }: SectionSubject): string | undefined {
  const target = resolveName(schema, name);
  return target && 'field' in target ? `[${placeholderOf(target.field)}]` : undefined;
}

/** Runs of words in capitals in a line that has small letters too: a line in capitals is a heading. */
function capitalsIn({ start, end }: TextLine, { prose: { piece } }: SectionSubject): Span[] {
  const line = piece.text.slice(start, end);
  if (!/\p{Ll}{2}/u.test(line) || !/\p{Lu}{5}/u.test(line)) return [];
  return [...line.matchAll(/(?<![\p{L}\p{N}/'’-])\p{Lu}{2,}(?: \p{Lu}{2,}){0,3}(?![\p{L}\p{N}/'’:-])/gu)].flatMap(
    ({ 0: words, index }): Span[] => {
      const where = { piece, start: start + index, end: start + index + words.length };
      return words.split(' ').some((word) => word.length >= 5) ? [where] : [];
    },
  );
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Whether an extent overlaps one of some, all in the order of the text: asked for one after the other, each is looked at once. */
function overlapping(extents: readonly Extent[]): (where: Extent) => boolean {
  let next = 0;
  return (where) => {
    while ((extents[next]?.end ?? Infinity) <= where.start) next++;
    return (extents[next]?.start ?? Infinity) < where.end;
  };
}
