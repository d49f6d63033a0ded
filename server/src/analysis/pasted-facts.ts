import { firstNameFirst } from '../knowledge/person-names.js';
import { itemMarkerLength } from '../knowledge/list-items.js';
import type { FileSubject } from '../letter/subjects.js';
import { fieldMeantBy, type MeantField } from './meant-fields.js';

/** A label and its value that stand on a line of an old letter, a form or a table. */
export interface PastedFact extends MeantField {
  /** As a case writes it. */
  readonly value: string;
  /** From the label to the value's end; offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/** A line of prose that is longer has no label. */
const longestLine = 1000;
const longestLabel = 60;

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The facts on a line such as `**Patient Name:** A`, `- DOB: 3/14/1968` or `PATIENT:⇥ALVAREZ, MARIA⇥DOB:⇥03/14/1968`. A value that holds a
 * bracket is prose: it prints a fact, and gives none.
 */
export function pastedFacts(line: string, subject: FileSubject): PastedFact[] {
  if (line.length > longestLine) return [];
  const cells = cellsOf(line);
  const facts: PastedFact[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    const label = cell && readLabel(cell, cells.length > 1, subject);
    if (!cell || !label) continue;
    // The value is what follows, up to the next cell with a label of its own.
    const values = label.value === '' ? [] : [label.value];
    let { end } = cell;
    for (let next = cells[index + 1]; next && !hasLabel(next, subject); next = cells[index + 1]) {
      values.push(next.text);
      ({ end } = next);
      index++;
    }
    const value = values.join(' ');
    if (value === '' || /[[{]/.test(value)) continue;
    const { field, record } = label.meant;
    const written = field.person ? (firstNameFirst(value) ?? value) : value;
    facts.push({ field, ...(record && { record }), value: written, start: cell.start, end });
  }
  return facts;
}

/** True for a line on which a tab parts facts: in a head only the first of them would count. */
export function isTabbed(line: string, subject: FileSubject): boolean {
  return line.includes('\t') && pastedFacts(line, subject).length > 1;
}

/** Tabs part cells, and so do two spaces or a bar before another label. */
function cellsOf(line: string): Cell[] {
  const from = itemMarkerLength(line) || line.length - line.trimStart().length;
  const cells: Cell[] = [];
  let start = from;
  const add = (end: number) => {
    const raw = line.slice(start, end);
    const text = raw.trim();
    const at = start + (raw.length - raw.trimStart().length);
    if (text !== '') cells.push({ text, start: at, end: at + text.length });
  };
  for (const { index, 0: separator } of line
    .slice(from)
    .matchAll(/\t+|(?: {2,}|[ ]\|[ ])(?=\p{L}(?:(?! {2})[^:\t]){0,40}:)/gu)) {
    add(from + index);
    start = from + index + separator.length;
  }
  add(line.length);
  return cells;
}

/** `label: value`, `**label:** value`; without a colon only where cells are parted by tabs. */
function readLabel(
  { text }: Cell,
  isTable: boolean,
  subject: FileSubject,
): { readonly meant: MeantField; readonly value: string } | undefined {
  const match = /^(\*\*)?([^:*[\]{}\t]{1,60}?)\s*(?::\1|\1:)\s*(.*)$/su.exec(text);
  const [, , label = isTable ? text : '', value = ''] = match ?? [];
  const meant = label === '' || label.length > longestLabel ? undefined : fieldMeantBy(label, subject);
  return meant && { meant, value };
}

function hasLabel(cell: Cell, subject: FileSubject): boolean {
  return /^[^:]{1,60}:(?!\/\/)/.test(cell.text) || readLabel(cell, true, subject) !== undefined;
}
