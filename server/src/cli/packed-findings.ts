import { type Position, positionsIn } from '../lint/positions.js';
import type { Finding } from '../lint/rule.js';
import type { FileRange } from '../letter/source.js';
import type { FoundInFile } from './check-file.js';
import type { FileReport } from './reports.js';

/** What was found in a file that need not be read again. */
export interface KnownFile extends Pick<FileReport, 'positionAt'> {
  readonly found: readonly Finding[];
}

type Place = readonly [offset: number, line: number, column: number];
type Packed = readonly [found: readonly Finding[], places: readonly Place[]];

/**
 * What was found in a file, as a line of text: two marks, and JSON where anything was. Places come with their lines, so that the file need not be read for them. It holds no text of a case and
 * not the file's name, which may be a patient's; of a case no fix either, for that may write words of it.
 *
 * The first mark says whether a fix was left out, the second what git said, where that was asked.
 */
export function packFile({ text, found, isCase, tracked }: FoundInFile): string {
  const mends = isCase && found.some(({ fixes }) => fixes.length > 0);
  const marks = `${mends ? 'm' : '-'}${tracked === undefined ? '-' : tracked ? 'y' : 'n'}`;
  if (found.length === 0) return marks;
  const told = isCase ? found.map((finding) => ({ ...finding, fixes: [] })) : found;
  const positionAt = positionsIn(text);
  const offsets = new Set(told.flatMap(rangesOf).flatMap(({ start, end }) => [start, end]));
  const places = [...offsets].map((offset): Place => {
    const { line, column } = positionAt(offset);
    return [offset, line, column];
  });
  const packed: Packed = [told, places];
  return marks + JSON.stringify(packed, (key, value: unknown) => (key === 'uri' ? undefined : value));
}

/** Whether what is kept of a file is all that is asked for, and git still says of it what it said. */
export function holds(line: string, asksFixes: boolean, isTracked: () => boolean): boolean {
  const [mends, said] = line;
  if (mends === 'm' && asksFixes) return false;
  return said === '-' || (said === 'y') === isTracked();
}

/** What was found in the file with that address. */
export function unpackFile(line: string, uri: string): KnownFile {
  const [found, places]: Packed = line.length === 2 ? [[], []] : (JSON.parse(line.slice(2)) as Packed);
  // All places are of this file; see `asTold`.
  for (const range of found.flatMap(rangesOf)) Object.assign(range, { uri });
  const known = new Map(places.map(([offset, line, column]): [number, Position] => [offset, { line, column }]));
  return { found, positionAt: (offset) => known.get(offset) ?? { line: 1, column: 1 } };
}

function rangesOf({ range, fixes, related }: Finding): FileRange[] {
  return [range, ...related.map((one) => one.range), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))];
}
