import type { SectionSource } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import { readProse } from '../letter/prose.js';

/** A `###` or `####` heading within a section, and what stands beneath it. */
export interface Subheading {
  readonly title: string;
  readonly line: Span;
  /** From its line to the end of what it heads. */
  readonly whole: Span;
  readonly children: readonly Subheading[];
}

/** The headings within a section, those of the fourth level beneath those of the third. */
export function subheadings({ prose }: SectionSource): Subheading[] {
  const { piece } = prose;
  const headings = readProse(prose).blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const made = headings.map((heading, index) => {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const end = heading.start + piece.text.slice(heading.start, next?.start ?? prose.end).trimEnd().length;
    const title = piece.text.slice(heading.start, heading.end).replace(/^#+\s*/, '');
    const children: Subheading[] = [];
    return {
      title,
      level: heading.level,
      line: { piece, start: heading.start, end: heading.end },
      whole: { piece, start: heading.start, end },
      children,
    };
  });
  const roots: Subheading[] = [];
  let above: (typeof made)[number] | undefined;
  for (const heading of made) {
    if (heading.level === 3) above = heading;
    if (heading.level === 4 && above) above.children.push(heading);
    else roots.push(heading);
  }
  return roots;
}
