import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WritingPlace } from '../fixes/writing-places.js';
import { positionAfter } from './places.js';

/** A place to write at, as the protocol counts: what has to be put in first, if anything, and what to select after that. */
export interface PlaceToWrite {
  readonly insert?: Position & { readonly text: string };
  readonly start: Position;
  readonly end: Position;
}

/** Where something that is missing is to be written in its case's text. */
export function whereToWrite({ start, end, insert }: Omit<WritingPlace, 'label'>, text: TextDocument): PlaceToWrite {
  const at = text.positionAt(start);
  if (!insert) return { start: at, end: text.positionAt(end) };
  return {
    insert: { ...at, text: insert.text },
    start: positionAfter(at, insert.text.slice(0, insert.select.start)),
    end: positionAfter(at, insert.text.slice(0, insert.select.end)),
  };
}
