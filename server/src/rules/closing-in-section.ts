import { isClosing } from '../knowledge/closings.js';
import { placeAt } from '../fixes/head-edits.js';
import type { Rule } from '../lint/rule.js';
import { isBlank, lineEndOf, linesOf, type Piece, type Span, type TextLine } from '../letter/source.js';
import type { SectionSubject } from '../letter/written-sections.js';

export const closingInSection: Rule = {
  id: 'closing-in-section',
  group: 'structure',
  severity: 'warning',
  subject: 'section',
  summary: 'The closing of a template stands in a section of its own.',
  why: 'A case may replace any section, and an optional one prints only when its blanks are filled. A closing that stands at the end of such a section goes with it: the letter ends without “Sincerely”.',
  bad: 'template t\n---\n## Request #optional\nPlease approve [treatment requested].\n\nSincerely,\n\n[signature]',
  good: 'template t\n---\n## Request #optional\nPlease approve [treatment requested].\n\n## Closing #untitled\nSincerely,\n\n[signature]',
  check(section, report) {
    if (section.fileKind !== 'template' || !section.section || isOfItsOwn(section.section.title.text)) return;
    const closing = closingOf(section);
    if (!closing) return;
    const { piece, line } = closing;
    const end = lineEndOf({ text: piece.text, lines: linesOf(piece) });
    report(
      { piece, start: line.contentStart, end: line.contentEnd },
      'The closing goes when a case replaces this section. Write ## Closing #untitled above it.',
      {
        fix: {
          title: 'Put it in a section of its own',
          edits: [{ where: placeAt(piece, line.start), text: `## Closing #untitled${end}` }],
        },
      },
    );
  },
};

/** Who replaces a section of this heading means the closing. */
function isOfItsOwn(heading: string): boolean {
  return /^(?:closing|signatures?)$/i.test(heading.trim());
}

/**
 * The first line of the closing, where something else stands above it: the words, or the signature without them. A signature with nothing of the template's
 * own behind it loses nothing: the program signs each letter, and lists what is with it.
 */
function closingOf({ prose, placeholders }: SectionSubject): { piece: Piece; line: TextLine } | undefined {
  const { piece } = prose;
  const blocks = placeholders.filter(({ target }) => target?.kind === 'block');
  const signature = blocks.find(({ target }) => target?.kind === 'block' && target.block === 'signature')?.whole;
  const lines = linesOf(piece).filter((line) => !isBlank(line) && !line.isComment && line.start >= prose.start);
  const at = lines.findIndex((line) => isClosing(piece.text.slice(line.start, line.end)));
  const index = at >= 0 ? at : lines.findIndex((line) => signature && holds(line, signature));
  const isBlock = (line: TextLine) =>
    blocks.some(({ whole }) => whole.start === line.contentStart && whole.end === line.contentEnd);
  if (at < 0 && lines.slice(index).every(isBlock)) return undefined;
  const line = lines[index];
  return index > 0 && line ? { piece, line } : undefined;
}

function holds({ start, end }: TextLine, span: Span): boolean {
  return span.start >= start && span.end <= end;
}
