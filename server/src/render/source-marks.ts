import type { FileRange, Piece } from '../letter/source.js';
import { rangeOf } from '../letter/source.js';
import type { DataAttributes, Marker } from './html-text.js';

/**
 * Gives elements `data-at="PIECE:START-END"`: a number for the stretch of the file (a section, an entry of the head) and offsets of UTF-16 code units within it. An edit
 * changes the marks of the stretch it touches and no others, however far it moves them in the file. Keep one for as long as the letter is shown.
 */
export class SourceMarks {
  private readonly numbers = new WeakMap<Piece, number>();
  private readonly pieces = new Map<number, WeakRef<Piece>>();
  private count = 0;

  /** The marker for `HtmlOptions`. */
  readonly mark: Marker = (source, of): DataAttributes => ({
    'data-at': `${String(this.number(source.piece))}:${String(source.start)}-${String(source.end)}`,
    ...(of?.kind === 'text' && of.origin !== 'written' && { 'data-origin': of.origin }),
  });

  /** Where the words of an element stand in their file now; undefined for what is no mark of this letter, or of a piece that is gone. */
  rangeOf(mark: string): FileRange | undefined {
    const [, number, start, end] = /^(\d{1,15}):(\d{1,15})-(\d{1,15})$/.exec(mark) ?? [];
    const piece = this.pieces.get(Number(number))?.deref();
    if (!piece || Number(start) > Number(end) || Number(end) > piece.text.length) return undefined;
    return rangeOf({ piece, start: Number(start), end: Number(end) });
  }

  private number(piece: Piece): number {
    const known = this.numbers.get(piece);
    if (known !== undefined) return known;
    this.count++;
    this.numbers.set(piece, this.count);
    this.pieces.set(this.count, new WeakRef(piece));
    return this.count;
  }
}
