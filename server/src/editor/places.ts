import type { Location, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { splitLines } from '../language/lines.js';
import type { SourceFile } from '../language/source-file.js';
import { rangeOf, type Span } from '../language/span.js';
import { remember } from '../remember.js';

/** The place of offsets in a file, open or not, as the protocol counts: lines and UTF-16 code units from 0. */
export function rangeIn(file: SourceFile, { start, end }: { readonly start: number; readonly end: number }): Range {
  const text = textOf(file);
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** A file's text, for positions. */
export const textOf = remember(({ uri, text }: SourceFile): TextDocument => TextDocument.create(uri, 'lmn', 0, text));

/** The place of a span of the file. */
export function rangeOfSpan(file: SourceFile, span: Span): Range {
  return rangeIn(file, rangeOf(span));
}

export function locationOf(file: SourceFile, span: Span): Location {
  return { uri: file.uri, range: rangeOfSpan(file, span) };
}

/** The position after `text` once it has been put in at `at`. */
export function positionAfter(at: Position, text: string): Position {
  const lines = splitLines(text);
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: at.line, character: at.character + last.length }
    : { line: at.line + lines.length - 1, character: last.length };
}
