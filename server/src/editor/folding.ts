import type { LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { HeadEntry, SourceFile } from '../language/source-file.js';
import { rangeOf, type Span } from '../language/span.js';
import { wholeEntry } from '../letter/whole-entry.js';
import { rangeIn } from './places.js';
import type { LmnServices } from './services.js';
import { type Subheading, subheadings } from './subheadings.js';

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** What can be folded: the head, its records, runs of declarations, sections and their headings, comments of several lines. */
export class LetterFolding implements FoldingRangeProvider {
  constructor(private readonly services: LmnServices) {}

  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const file = this.services.letters.Open.fileOf(document);
    const linesOf = (span: Span): Lines => lines(file, rangeOf(span));
    const folds = [
      ...head(file),
      ...file.entries.map((entry) => linesOf(wholeEntry(entry))),
      ...runs(file),
      ...sections(file),
    ];
    return [...folds.filter(hasLines).map(toRange), ...comments(file)];
  }
}

function lines(file: SourceFile, { start, end }: { start: number; end: number }): Lines {
  const range = rangeIn(file, { start, end });
  return { start: range.start.line, end: range.end.line };
}

function hasLines({ start, end }: Lines): boolean {
  return end > start;
}

function toRange({ start, end }: Lines): FoldingRange {
  return { startLine: start, endLine: end };
}

/** From the first line to the last entry before the divider. */
function head(file: SourceFile): Lines[] {
  const last = file.entries.at(-1);
  if (!last || !file.header) return [];
  return [lines(file, { start: rangeOf(file.header.whole).start, end: rangeOf(wholeEntry(last)).end })];
}

/** Declarations, or clauses, that stand on lines one below the other. */
function runs(file: SourceFile): Lines[] {
  const found: Lines[] = [];
  let kind: HeadEntry['kind'] | undefined;
  for (const entry of file.entries) {
    const here = lines(file, rangeOf(wholeEntry(entry)));
    const last = found.at(-1);
    if (entry.kind !== 'declaration' && entry.kind !== 'clause') kind = undefined;
    else if (last && kind === entry.kind && here.start === last.end + 1)
      found[found.length - 1] = { start: last.start, end: here.end };
    else {
      kind = entry.kind;
      found.push(here);
    }
  }
  return found;
}

function sections(file: SourceFile): Lines[] {
  return file.sections.flatMap((section) => {
    const { piece } = section;
    const whole = { piece, start: 0, end: piece.text.trimEnd().length };
    return [whole, ...wholes(subheadings(section))].map((span) => lines(file, rangeOf(span)));
  });
}

function wholes(headings: readonly Subheading[]): Span[] {
  return headings.flatMap(({ whole, children }) => [whole, ...wholes(children)]);
}

/** Comments on lines one below the other. */
function comments(file: SourceFile): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const [line, { isComment }] of file.lines.entries()) {
    if (!isComment) continue;
    const last = found.at(-1);
    if (last && last.endLine === line - 1) last.endLine = line;
    else found.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return found.filter(({ startLine, endLine }) => endLine > startLine);
}
