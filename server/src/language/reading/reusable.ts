import type { HeadEntry, ProseSource, SectionSource, SourceFile } from '../source-file.js';
import type { Piece } from '../span.js';

/** Entries and sections of the last version, each handed out once, found by their text. */
export class Reusable {
  private readonly entries = new Map<string, HeadEntry[]>();
  private readonly sections = new Map<string, SectionSource[]>();
  private readonly preamble: ProseSource | undefined;

  /** Of those with the same text the first is handed out first, and so stands last in its list. */
  constructor(previous: SourceFile) {
    // An indented line is read otherwise than the same text at the margin, and seldom stands by itself.
    for (const entry of previous.entries.toReversed()) if (!entry.orphan) push(this.entries, entry.piece.text, entry);
    for (const section of previous.sections.toReversed()) push(this.sections, section.piece.text, section);
    this.preamble = previous.preamble;
  }

  takeEntry({ text, start }: Piece): HeadEntry | undefined {
    return moved(this.entries.get(text)?.pop(), start);
  }

  takeSection({ text, start }: Piece): SectionSource | undefined {
    return moved(this.sections.get(text)?.pop(), start);
  }

  takePreamble({ text, start }: Piece): ProseSource | undefined {
    return this.preamble?.piece.text === text ? moved(this.preamble, start) : undefined;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function moved<T extends { piece: Piece }>(found: T | undefined, start: number): T | undefined {
  if (found) found.piece.start = start;
  return found;
}
