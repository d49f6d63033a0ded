import { fileURLToPath } from 'node:url';
import { itemLine, type OpenItem } from '../export/gate.js';
import type { FileSubject } from '../letter/subjects.js';
import { positionsIn } from '../lint/positions.js';
import { printable } from './printable.js';
import { relativeName } from './relative-name.js';

/** `1 thing is open`, for sentences. */
export function countOpen(count: number): string {
  return count === 1 ? '1 thing is open' : `${count} things are open`;
}

/** A line for each thing that is open, with where to mend it: `cases/a.lmn:4:1: patient name: not given. …` */
export function openLines(items: readonly OpenItem[], subject: FileSubject, cwd: string): string[] {
  const placeIn = placesOf(subject, cwd);
  return items.map((item) => `${printable(placeIn(item))}${printable(itemLine(item))}`);
}

function placesOf({ file, workspace }: FileSubject, cwd: string): (item: OpenItem) => string {
  const own = positionsIn(file.text);
  return ({ place, needed }) => {
    if (place) return placed(file.uri, own(place.start), cwd);
    // What ships lies in no folder of the user's.
    const other = needed?.uri.startsWith('file:') ? workspace.get(needed.uri) : undefined;
    if (!needed || !other) return '';
    return placed(other.uri, positionsIn(other.text)(needed.start), cwd);
  };
}

function placed(uri: string, { line, column }: { line: number; column: number }, cwd: string): string {
  return `${relativeName(fileURLToPath(uri), cwd)}:${line}:${column}: `;
}
