/**
 * A stretch of a file that keeps its identity while its text stays the same: an entry of the head, a section, the prose before the first
 * section. Everything read from it counts offsets from its start, so that an edit above it changes `start` and nothing else.
 */
export interface Piece {
  readonly uri: string;
  readonly text: string;
  /**
   * Offset in the file. The one thing here that changes: when the next version of the file takes the piece over (reading/reusable.ts), whose text before
   * it may be longer. Everything that was remembered of the piece then stays right without being made anew; to keep the place beside the piece
   * would ask for the file's version wherever a span is placed. So places are those of the newest version, also for who still holds an older one.
   */
  start: number;
}

/** A range within a piece: UTF-16 code units from the piece's start, the end not included. */
export interface Span {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

/** A range within a file, as offsets of UTF-16 code units, the end not included. */
export interface FileRange {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** Where a span is in its file now. */
export function rangeOf(span: Span): FileRange {
  const { piece } = span;
  return { uri: piece.uri, start: piece.start + span.start, end: piece.start + span.end };
}

/** The text that a span covers. */
export function textOf(span: Span): string {
  return span.piece.text.slice(span.start, span.end);
}
