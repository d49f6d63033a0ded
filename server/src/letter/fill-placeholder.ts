import type { Bracket } from '../language/source-file.js';
import type { Piece } from '../language/span.js';
import { fillInline } from './fill-inline.js';
import type { Filling } from './filling.js';
import type { Inline, ResolvedLetter } from './letter.js';
import { TrackedFacts } from './tracked-facts.js';

const noRecords: ReadonlySet<string> = new Set();

/** How far back a sentence is looked for that begins before a bracket. */
const before = 40;

/**
 * What one bracket of a text prints in a letter: the same words as there, but for lists and tables that print a line for each record, where it
 * is the series of all. Undefined when something is not given yet.
 */
export function fillPlaceholder(letter: ResolvedLetter, bracket: Bracket, piece: Piece): readonly Inline[] | undefined {
  const filling: Filling = {
    schema: letter.case.schema,
    facts: new TrackedFacts(letter.facts),
    dates: letter.dates,
    inItem: true,
    signing: noRecords,
    section: '',
    gaps: [],
    uses: [],
    nothingReplaced: [],
  };
  const { start, end } = bracket;
  const lead = { kind: 'text', start: Math.max(0, start - before), end: start } as const;
  const content =
    lead.start < start
      ? [lead, { kind: 'bracket', start, end, bracket } as const]
      : [{ kind: 'bracket', start, end, bracket } as const];
  const filled = fillInline(content, { piece, start: lead.start, end, brackets: [bracket] }, filling);
  if (!filled || filling.gaps.length > 0) return undefined;
  return filled.filter(({ source }) => source.piece !== piece || source.start >= start);
}

/** What a name prints when it stands in a bracket alone on its line. */
export function fillName(letter: ResolvedLetter, name: string): readonly Inline[] | undefined {
  const piece: Piece = { uri: letter.case.file.uri, text: `[${name}]`, start: 0 };
  const word = { piece, start: 1, end: 1 + name.length, text: name };
  return fillPlaceholder(letter, { kind: 'placeholder', start: 0, end: piece.text.length, name: word }, piece);
}
