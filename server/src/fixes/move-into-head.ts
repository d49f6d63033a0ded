import {
  type FactRecord,
  type FieldDeclaration,
  lineEndOf,
  type RecordDeclaration,
  rangeOf,
  resolveName,
  type SectionSource,
  type Span,
  type TextLine,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, indentOf, placeAt } from './head-edits.js';
import { entryOf } from '../analysis/head-entries.js';
import { endOfFacts, headEnd } from './insert-missing.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

interface PastedFact {
  readonly field: FieldDeclaration;
  /** Undefined for facts of the letter. */
  readonly record: RecordDeclaration | undefined;
  readonly value: string;
  /** Offsets in the file, the line's end included. */
  readonly start: number;
  readonly end: number;
}

/**
 * Moves facts that were pasted among a case's prose (`Patient Name: …`) to where they count. Of the lines from `start` to `end` (offsets in the
 * file) all must be such facts; those right above and below go along. A line that prints a placeholder is prose, and one whose fact is given
 * already stays where it is. Undefined where there is nothing to move.
 */
export function moveIntoHead(subject: FileSubject, start: number, end: number): Fix | undefined {
  const { file } = subject;
  if (file.kind !== 'case') return undefined;
  const prose = [
    ...(file.preamble ? [file.preamble] : []),
    ...file.sections.map((section: SectionSource) => section.prose),
  ];
  const home = prose.find(({ piece, start: from, end: to }) => piece.start + from <= start && end <= piece.start + to);
  if (!home) return undefined;
  const from = home.piece.start + home.start;
  const to = home.piece.start + home.end;
  const lines = file.lines.filter((line) => line.start >= from && line.start < to);
  const isChosen = (line: TextLine) => line.start <= end && line.end >= start;
  const facts = lines.map((line) => readFact(line, file.text, subject));
  const first = lines.findIndex(isChosen);
  const last = lines.findLastIndex(isChosen);
  if (first < 0 || facts.slice(first, last + 1).some((fact) => !fact)) return undefined;
  let top = first;
  let bottom = last;
  while (facts[top - 1]) top--;
  while (facts[bottom + 1]) bottom++;
  const moved = withoutRepeats(facts.slice(top, bottom + 1).filter((fact) => fact !== undefined));
  const edits = [
    ...factEdits(moved, subject),
    ...recordEdits(moved, subject),
    ...moved.map((fact) => removal(fact, home.piece)),
  ];
  return { title: moved.length === 1 ? 'Move it into the head' : 'Move these facts into the head', edits };
}

/** `Patient Name: A`, `**Patient Name:** A`, `- Patient name: A`. */
const factLine = /^[ \t]*(?:[-*•][ \t]+)?(\*\*)?([^:*[\]{}]{1,60}?)[ \t]*(?::\1|\1:)[ \t]*(\S.*?)[ \t]*$/su;

function readFact({ start, end, next }: TextLine, text: string, subject: FileSubject): PastedFact | undefined {
  const match = factLine.exec(text.slice(start, Math.min(end, start + 1000)));
  const [, , name = '', value = ''] = match ?? [];
  if (!match || /[[{]/.test(value)) return undefined;
  const target = resolveName(subject.schema, name);
  if (!target || !('field' in target) || target.field.derived) return undefined;
  const record = target.kind === 'record field' ? target.record : undefined;
  if (record?.many === true || isGiven(target.field, subject)) return undefined;
  return { field: target.field, record, value, start, end: next };
}

function isGiven(field: FieldDeclaration, { letter, head }: FileSubject): boolean {
  const lines = [...(head?.facts ?? []), ...(head?.records ?? []).flatMap((record) => record.fields)];
  // A line that is there and empty stays what `Next Gap` leads to; a second one would contradict it.
  return (letter?.facts.valuesOf(field).length ?? 0) > 0 || lines.some((line) => line.declaration === field);
}

/** Of a fact that stands there twice only the first is moved. */
function withoutRepeats(facts: readonly PastedFact[]): PastedFact[] {
  const seen = new Set<FieldDeclaration>();
  return facts.filter(({ field }) => !seen.has(field) && seen.add(field));
}

function factEdits(facts: readonly PastedFact[], subject: FileSubject): Edit[] {
  const lines = facts.filter(({ record }) => !record).map(({ field, value }) => `${field.name}: ${value}`);
  return lines.length > 0 ? [inserted(endOfFacts(subject), lines, subject)] : [];
}

function recordEdits(facts: readonly PastedFact[], subject: FileSubject): Edit[] {
  const { file, head } = subject;
  const added: string[] = [];
  const edits: Edit[] = [];
  for (const record of new Set(facts.map((fact) => fact.record))) {
    if (!record) continue;
    const fields = facts.filter((fact) => fact.record === record).map(({ field, value }) => `${field.name}: ${value}`);
    const own = head?.records.find((one: FactRecord) => one.declaration === record);
    const entry = own && entryOf(file, own.name);
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

function inserted(where: Span, lines: readonly string[], { file }: FileSubject): Edit {
  return { where, text: lines.map((line) => lineEndOf(file) + line).join('') };
}

function removal({ start, end }: PastedFact, piece: Span['piece']): Edit {
  const { start: from } = rangeOf(placeAt(piece, 0));
  return { where: { piece, start: start - from, end: end - from }, text: '' };
}
