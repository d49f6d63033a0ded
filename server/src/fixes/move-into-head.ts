import {
  type FactRecord,
  type FieldDeclaration,
  type HeadEntry,
  lineAt,
  lineEndOf,
  lineNumberAt,
  type Piece,
  type RecordDeclaration,
  type Span,
  type TextLine,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, indentOf } from './head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import { headProblems } from '../analysis/head-problems.js';
import { isTabbed, type PastedFact, pastedFacts } from '../analysis/pasted-facts.js';
import { endOfFacts, headEnd } from './insert-missing.js';
import type { Fix } from '../lint/rule.js';
import { remember } from '../remember.js';

type Edit = Fix['edits'][number];

/** A line of the file and what it gives. */
interface PastedLine {
  readonly line: TextLine;
  readonly text: string;
  readonly facts: readonly PastedFact[];
  /** The entry of the head that it is; undefined in prose. */
  readonly entry?: HeadEntry;
}

/**
 * Moves facts that were pasted into a case (`Patient Name: …`) to where they count, from among its prose or from lines of the head that mean
 * nothing there. What is selected (offsets in the file) is looked through, and what is not understood stays; without a selection the cursor's line must
 * give a fact, and lines right above and below that do go along. A fact that is given already stays. Undefined where there is nothing to move.
 */
export function moveIntoHead(subject: FileSubject, start: number, end: number): Fix | undefined {
  const { file } = subject;
  if (file.kind !== 'case') return undefined;
  // Editors ask with every move of the cursor: most lines have no label.
  if (start === end && !/[:\t]/.test(lineTextAt(start, subject))) return undefined;
  const lines = movableLines(subject);
  const chosen = start === end ? blockAround(start, lines) : lines.filter(({ line }) => touches(line, start, end));
  const repeated = new Set<FieldDeclaration>();
  const isFirst = ({ field }: PastedFact) => !repeated.has(field) && repeated.add(field);
  const moved = chosen.map((one) => ({ ...one, facts: one.facts.filter(isFirst) })).filter(({ facts }) => facts[0]);
  const facts = moved.flatMap((one) => one.facts);
  if (facts.length === 0) return undefined;
  const piece: Piece = { uri: file.uri, text: file.text, start: 0 };
  // What is taken out is no place to write behind.
  const gone = new Set(moved.filter(isTakenWhole).map(({ entry }) => entry));
  const kept = { ...subject, file: { ...file, entries: file.entries.filter((entry) => !gone.has(entry)) } };
  const isInHead = moved.every(({ entry }) => entry);
  const what = facts.length === 1 ? (isInHead ? 'this fact' : 'it') : 'these facts';
  return {
    title: isInHead ? `Put ${what} in ${facts.length === 1 ? 'its' : 'their'} place` : `Move ${what} into the head`,
    edits: [...insertFacts(facts, kept), ...moved.flatMap((one) => removals(one, piece))],
    asks: true,
  };
}

function lineTextAt(offset: number, { file: { text, lines } }: FileSubject): string {
  const { start, end } = lineAt(lines, offset);
  return text.slice(start, end);
}

function touches(line: TextLine, start: number, end: number): boolean {
  return line.start < end && line.end >= start;
}

/** The lines around the cursor that give facts, without a gap. */
function blockAround(at: number, lines: readonly PastedLine[]): readonly PastedLine[] {
  const here = lines.findIndex(({ line }) => line.start <= at && line.end >= at);
  if (!lines[here]?.facts.length) return [];
  const gives = (index: number, neighbor: number) => {
    const [one, other] = [lines[index], lines[neighbor]];
    return (
      one !== undefined &&
      one.facts.length > 0 &&
      (one.line.next === other?.line.start || other?.line.next === one.line.start)
    );
  };
  let top = here;
  let bottom = here;
  while (gives(top - 1, top)) top--;
  while (gives(bottom + 1, bottom)) bottom++;
  return lines.slice(top, bottom + 1);
}

/** Every line that could be moved, in the order of the text, with what it gives that is not given yet. Read once for each version: the cursor moves more often. */
const movableLines = remember((subject: FileSubject): readonly PastedLine[] => {
  const { file } = subject;
  const read = (line: TextLine, entry?: HeadEntry): PastedLine => {
    const text = file.text.slice(line.start, line.end);
    const facts = pastedFacts(text, subject).filter(({ field }) => !isGiven(field, subject, entry));
    return { line, text, facts, ...(entry && { entry }) };
  };
  const lost = new Set(
    headProblems(subject, 'stray line', 'unknown field', 'unknown record').map(({ where }) => where.piece),
  );
  const head = file.entries.flatMap((entry) => {
    const { whole, piece, lines } = entry;
    if (lines.length > 0 || entry.key || !(entry.kind === 'fact' || entry.kind === 'stray')) return [];
    if (!lost.has(piece) && !isTabbed(whole.text, subject)) return [];
    const line = file.lines[lineNumberAt(file.lines, piece.start + whole.start)];
    return line ? [read(line, entry)] : [];
  });
  const prose = [...(file.preamble ? [file.preamble] : []), ...file.sections.map((section) => section.prose)];
  return [
    ...head,
    ...prose.flatMap(({ piece, start, end }) =>
      file.lines
        .filter((line) => line.start >= piece.start + start && line.start < piece.start + end)
        .map((line) => read(line)),
    ),
  ];
});

/** Given by another line than the one at hand. A line that is there and empty stays what `Next Gap` leads to; a second one would contradict it. */
export function isGiven(field: FieldDeclaration, { letter, head }: FileSubject, entry?: HeadEntry): boolean {
  const lines = [...(head?.facts ?? []), ...(head?.records ?? []).flatMap((record) => record.fields)];
  const others = lines.filter((line) => line.name.piece !== entry?.piece);
  if (others.some((line) => line.declaration === field)) return true;
  return lines.length === others.length && (letter?.facts.valuesOf(field).length ?? 0) > 0;
}

/** The edits that write facts where they count: letter's facts among the others, fields beneath their record, which is begun where there is none. */
export function insertFacts(facts: readonly PastedFact[], subject: FileSubject): Edit[] {
  const own = facts.filter(({ record }) => !record).map(({ field, value }) => `${field.name}: ${value}`);
  return [...(own.length > 0 ? [inserted(endOfFacts(subject), own, subject)] : []), ...recordEdits(facts, subject)];
}

function recordEdits(facts: readonly PastedFact[], subject: FileSubject): Edit[] {
  const added: string[] = [];
  const edits: Edit[] = [];
  for (const record of new Set(facts.map((fact) => fact.record))) {
    if (!record) continue;
    const fields = facts.filter((fact) => fact.record === record).map(({ field, value }) => `${field.name}: ${value}`);
    const entry = entryFor(record, subject);
    if (entry)
      edits.push(
        inserted(
          endOfEntry(entry),
          fields.map((line) => indentOf(entry) + line),
          subject,
        ),
      );
    else added.push('', record.name, ...fields.map((line) => `  ${line}`));
  }
  if (added.length > 0) edits.push(inserted(headEnd(subject), added, subject));
  return edits;
}

function entryFor(record: RecordDeclaration, { file, head }: FileSubject): HeadEntry | undefined {
  const own = head?.records.find((one: FactRecord) => one.declaration === record);
  return own && entryOf(file, own.name);
}

function inserted(where: Span, lines: readonly string[], { file }: FileSubject): Edit {
  return { where, text: lines.map((line) => lineEndOf(file) + line).join('') };
}

/** Nothing is left of the line but spaces, bullets and marks. */
function isTakenWhole({ text, facts }: PastedLine): boolean {
  const rest = facts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return !/[\p{L}\p{N}]/u.test(rest);
}

function removals(pasted: PastedLine, piece: Piece): Edit[] {
  const { line, text, facts } = pasted;
  if (isTakenWhole(pasted)) return [{ where: { piece, start: line.start, end: line.next }, text: '' }];
  return facts.map(({ start, end }) => {
    const space = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
    return { where: { piece, start: line.start + start, end: line.start + end + space }, text: '' };
  });
}
