import { findInvisible } from '../knowledge/invisible.js';
import { itemMarkerLength } from '../knowledge/list-items.js';
import {
  bodyStartOf,
  fieldOf,
  lineAt,
  lineEndOf,
  normalizeName,
  readLines,
  type SourceFile,
  splitLines,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { type OpenValue, openValueAt } from '../analysis/open-values.js';
import { isGiven, insertFacts } from './move-into-head.js';
import { type PastedFact, pastedFacts } from '../analysis/pasted-facts.js';
import { endOfEntry } from './head-edits.js';
import type { Fix } from '../lint/rule.js';
import { clausesOf } from './paste-clauses.js';

/** What comes of a text that is pasted into a head. */
export interface Pasted {
  /** Takes the selection's place. */
  readonly text: string;
  /** What is written elsewhere. */
  readonly edits: Fix['edits'];
}

/**
 * How a text from elsewhere is put in from `start` to `end` (offsets in the file): within a value all its lines become part of that value, the items
 * of a list further values or records where there may be several; on an empty line of a case's head, facts that it holds go to where they count; on one of
 * a policy or kind, what a payer's text asks becomes clauses.
 * Invisible characters, bullets and space around lines are left out, nothing else. Undefined where the text is best put in as it is.
 */
export function pasteIntoHead(subject: FileSubject, start: number, end: number, pasted: string): Pasted | undefined {
  const { file } = subject;
  if (start > bodyStartOf(file)) return undefined;
  const lines = contentLines(pasted);
  if (lines.every((line) => line === '')) return undefined;
  const value = openValueAt(start, subject);
  if (value && openValueAt(end, subject)?.field === value.field) {
    const written = intoValue(value, lines, { subject, start, end });
    return written.text === pasted && written.edits.length === 0 ? undefined : written;
  }
  const line = lineAt(file.lines, start);
  const isEmptyLine =
    file.text.slice(line.start, start).trim() === '' && file.text.slice(end, lineAt(file.lines, end).end).trim() === '';
  if (!isEmptyLine) return undefined;
  if (file.kind === 'case') return asFacts(lines, line.start === start, subject);
  const clauses = line.start === start && subject.asking ? clausesOf(lines, subject) : undefined;
  return clauses && { text: clauses.join(lineEndOf(file)), edits: [] };
}

/** Lines without what nobody sees; empty ones before and after the text are nobody's content. */
function contentLines(pasted: string): string[] {
  const lines = splitLines(pasted).map((line) => withoutInvisible(line).trim());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

function withoutInvisible(line: string): string {
  return findInvisible(line).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), line);
}

interface Place {
  readonly subject: FileSubject;
  readonly start: number;
  readonly end: number;
}

function intoValue(value: OpenValue, lines: readonly string[], place: Place): Pasted {
  const { file } = place.subject;
  const before = file.text.slice(lineAt(file.lines, place.start).start, place.start);
  const after = file.text.slice(place.end, lineAt(file.lines, place.end).end).trim();
  const lead = /:$/.test(before) ? ' ' : '';
  const items = itemsOf(lines);
  const { field, record } = value;
  if (items && field.many) {
    const separator = /(?:[:;]|^)\s*$/.test(before) ? '' : '; ';
    const close = after === '' || after.startsWith(';') ? '' : '; ';
    const parts = items.map((item) => joined(item, value, file).replace(/;$/, ''));
    return { text: lead + separator + parts.join(`;${lineEndOf(file)}${' '.repeat(value.indent)}`) + close, edits: [] };
  }
  const [first, ...others] = items ?? [];
  const isOnRecordLine = lineAt(file.lines, place.start).start === value.entry.piece.start;
  if (first && record?.many && field === record.fields[0] && after === '' && isOnRecordLine) {
    const text = others.map((item) => `${lineEndOf(file)}${record.name}: ${joined(item, value, file, 2)}`).join('');
    const where = endOfEntry(value.entry);
    const isAtEnd = where.piece.start + where.end <= place.end;
    const own = lead + joined(first, value, file);
    return isAtEnd ? { text: own + text, edits: [] } : { text: own, edits: text === '' ? [] : [{ where, text }] };
  }
  return { text: lead + joined(lines, value, file), edits: [] };
}

/** The items of a list, each with the lines that continue it; undefined for what is no list. */
function itemsOf(lines: readonly string[]): string[][] | undefined {
  const items: string[][] = [];
  for (const line of lines) {
    const mark = itemMarkerLength(line);
    if (mark > 0) items.push([line.slice(mark)]);
    else if (line !== '') items.at(-1)?.push(line);
    if (items.length === 0) return undefined;
  }
  return items.length > 0 ? items : undefined;
}

/** The lines of one value, each on a line of its own but where it would be read as something else: a note, or another field of the record. */
function joined(lines: readonly string[], { record, indent }: OpenValue, file: SourceFile, depth = indent): string {
  const isOwn = (line: string) => {
    if (readLines(line)[0]?.isComment || /^[-\u2010-\u2015=_*]{3,}$/.test(line)) return false;
    const name = /^([^:]{1,60})(?::|$)/.exec(line)?.[1];
    return name === undefined || !record || !fieldOf(record, normalizeName(name.trim()));
  };
  const written: string[] = [];
  for (const line of lines.map((one) => one.replace(/\t+/g, ' '))) {
    const above = written.findLastIndex((one) => one !== '');
    if (above < 0 || line === '' || isOwn(line)) written.push(line);
    else written.splice(above, written.length - above, `${written[above] ?? ''} ${line}`);
  }
  const [first = '', ...others] = written;
  return first + others.map((line) => lineEndOf(file) + (line === '' ? '' : ' '.repeat(depth) + line)).join('');
}

/** An old letter's head: what is understood goes where it counts, the rest is put in as it stands. */
function asFacts(lines: readonly string[], isAtMargin: boolean, subject: FileSubject): Pasted | undefined {
  const seen = new Set<PastedFact['field']>();
  const facts: PastedFact[] = [];
  const rest: string[] = [];
  for (const line of lines) {
    const found = pastedFacts(line, subject).filter(({ field }) => !seen.has(field) && !isGiven(field, subject));
    for (const { field } of found) seen.add(field);
    facts.push(...found);
    const left = found.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end).trimStart(), line);
    if (found.length === 0 || /[\p{L}\p{N}]/u.test(left)) rest.push(left.trimEnd());
  }
  if (facts.length === 0 || !isAtMargin) return undefined;
  return { text: rest.join(lineEndOf(subject.file)), edits: insertFacts(facts, subject) };
}
