import type { OpenItem } from '../../export/gate.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { ExportOpenItem, ExportPlace } from '../../protocol/export.js';
import { rangeIn, textOf } from '../places.js';
import { whereToWrite } from '../where-to-write.js';

/** What is open, each with where to go for it: to where it is written in the case; else to where it is needed; else to the case's beginning. */
export function withPlaces(open: readonly OpenItem[], subject: FileSubject): ExportOpenItem[] {
  return open.map((item) => ({ kind: item.kind, what: item.what, why: item.why, place: placeOf(item, subject) }));
}

function placeOf({ place, needed }: OpenItem, { file, workspace }: FileSubject): ExportPlace {
  if (place) return { uri: file.uri, ...whereToWrite(place, textOf(file)) };
  const other = needed && workspace.get(needed.uri);
  if (other) return { uri: other.uri, ...rangeIn(other, needed) };
  return { uri: file.uri, ...rangeIn(file, { start: 0, end: 0 }) };
}
