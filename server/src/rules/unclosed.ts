import { isInBlank } from '../analysis/prose-blanks.js';
import type { Fix, Rule } from '../lint/rule.js';
import { lineAt, linesOf, type Piece, resolveName, type Schema, type Span, isHeadOnly } from '../letter/source.js';
import type { SectionSubject } from '../letter/written-sections.js';

type Mark = SectionSubject['unclosed'][number];

export const unclosed: Rule = {
  id: 'unclosed',
  group: 'structure',
  severity: 'error',
  subject: 'section',
  summary: 'Every [ has its ] on the same line, every { its } in the same paragraph.',
  why: 'Without its end a blank is plain text: the letter would print the bracket and the name of the field instead of the fact.',
  bad: '---\nI treat [patient name for low back pain.',
  good: '---\nI treat [patient name] for low back pain.',
  check(section, report) {
    if (isHeadOnly(section.fileKind)) return;
    const marks = section.unclosed.filter(({ start, end }) => !isInBlank(section, start, end));
    const { piece } = section.prose;
    for (const line of byLine(marks, piece)) {
      const [first, ...more] = line;
      const { mark, start, end } = first;
      const where: Span = { piece, start, end };
      const count = line.reduce((sum, one) => sum + one.end - one.start, 0);
      const details = count > mostFixed ? {} : fixesFor(line, section);
      const others = more.length > 0 ? ` ${more.length} more on this line.` : '';
      report(where, `${toClose[mark]}${others}`, details);
    }
  },
};

/** A line with more of them is no slip of the pen. */
const mostFixed = 20;

const toClose = {
  '[': 'This bracket has no end. Close it with ] on this line, or write \\[ to print it.',
  '{': 'This brace has no end. Close it with } in its paragraph, or write \\{ to print it.',
};

function byLine(marks: readonly Mark[], piece: Piece): [Mark, ...Mark[]][] {
  const lines: [Mark, ...Mark[]][] = [];
  let lineEnd = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const open = lines.at(-1);
    if (open && mark.start < lineEnd) open.push(mark);
    else {
      lines.push([mark]);
      lineEnd = endOfLine(piece, mark.start);
    }
  }
  return lines;
}

function endOfLine(piece: Piece, at: number): number {
  return lineAt(linesOf(piece), at).end;
}

/** Closes what has a place to end, and makes the rest plain text; or makes all of it plain text, which only the writer can decide. */
function fixesFor(
  marks: readonly Mark[],
  { prose: { piece }, schema }: SectionSubject,
): { fix?: Fix; otherFixes: Fix[] } {
  // Several brackets in a row are one mark.
  const escaped = ({ mark, start, end }: Mark) => ({
    where: { piece, start, end },
    text: `\\${mark}`.repeat(end - start),
  });
  const escape: Fix = {
    title: marks.length > 1 ? 'Print them as they are' : 'Print it as it is',
    edits: marks.map(escaped),
  };
  const places = marks.map((mark) => (mark.mark === '[' ? endOfName(piece, mark, schema) : endOfOptional(piece, mark)));
  const [only] = marks;
  const double = marks.length === 1 && only ? withoutDouble(piece, only) : undefined;
  if (double) return { fix: double, otherFixes: [escape] };
  if (places.every((place) => place === undefined)) return { otherFixes: [escape] };
  const edits = marks.flatMap((mark, index) => {
    const place = places[index];
    if (place === undefined) return [escaped(mark)];
    const extra = { where: { piece, start: mark.start, end: mark.end - 1 }, text: '' };
    const close = { where: { piece, start: place, end: place }, text: mark.mark === '[' ? ']' : '}' };
    return mark.end - mark.start > 1 ? [extra, close] : [close];
  });
  const title = marks.length === 1 && only ? `Close it with ${only.mark === '[' ? ']' : '}'}` : 'Close them';
  return { fix: { title, edits }, otherFixes: [escape] };
}

/** `[[patient name]]` has a bracket too many on either side. */
function withoutDouble(piece: Piece, { start, end }: Mark): Fix | undefined {
  const inner = /^\[[^[\]]{1,100}\]\]/.exec(piece.text.slice(end, Math.min(end + 103, endOfLine(piece, end))))?.[0];
  if (inner === undefined || end - start > 1) return undefined;
  const close = end + inner.length;
  return {
    title: 'Take the extra brackets out',
    edits: [
      { where: { piece, start, end }, text: '' },
      { where: { piece, start: close - 1, end: close }, text: '' },
    ],
  };
}

/** After the words that name a field, or at the line's end for help; undefined where the bracket names nothing. */
function endOfName(piece: Piece, { end }: Mark, schema: Schema): number | undefined {
  const rest = (
    /^[^[\]{}]*/.exec(piece.text.slice(end, Math.min(end + 300, endOfLine(piece, end))))?.[0] ?? ''
  ).trimEnd();
  if (/^\s*write\s*:/i.test(rest)) return end + rest.length;
  const keys = /^\s*@[\w.-]*\w(?:\s*;\s*@[\w.-]*\w)*/.exec(rest)?.[0];
  if (keys !== undefined) return end + keys.length;
  const words = [...rest.matchAll(/\S+/g)].slice(0, 8);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    if (!last) continue;
    const name = rest.slice(0, last.index + last[0].length).replace(/[.,;:!?)]+$/, '');
    if (/^template\s+text$/i.test(name.trim()) || resolveName(schema, name.trim())) return end + name.length;
  }
  return undefined;
}

/** At the end of its line or before the next brace, where a placeholder stands between; optional text without one is pointless. */
function endOfOptional(piece: Piece, { end }: Mark): number | undefined {
  const rest = /^[^{}]*/.exec(piece.text.slice(end, endOfLine(piece, end)))?.[0] ?? '';
  if (!/\[[^\]]*\p{L}[^\]]*\]/u.test(rest)) return undefined;
  const content = rest.trimEnd();
  // Emphasis that began before the brace ends after it.
  const stars = (content.match(/\*\*/g)?.length ?? 0) % 2 === 1 && content.endsWith('**') ? 2 : 0;
  return end + content.length - stars;
}
