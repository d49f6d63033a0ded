import { spansOf } from '../../fixes/criterion-places.js';
import { rangeOf } from '../../language/span.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { LetterPatch, ListedAsk, ListedAsks } from '../../preview-protocol.js';
import { remember } from '../../remember.js';
import {
  type ChangedDeadlines,
  type Checklist,
  type ChecklistLine,
  checklistOf,
} from '../../requirements/checklist.js';
import { judgeLetter } from '../../requirements/judge-letter.js';
import { libraryOf } from '../../requirements/library.js';

const nothingAsked: Checklist = { groups: [], lines: [], met: 0, total: 0, open: [] };

/** What is asked of a panel's letter; of made-up values nothing, for whether those are enough says nothing of a letter. */
export function checklistFor(
  { letter, workspace }: FileSubject,
  values: LetterPatch['values'],
  changed: ChangedDeadlines,
): Checklist {
  return letter && values !== 'made-up'
    ? checklistOf(judgeLetter(letter, libraryOf(workspace)), changed)
    : nothingAsked;
}

/** A checklist as the page shows it, the same object for the same checklist. Masked, it says no day: that tells of a patient's. */
export function listedAsks(checklist: Checklist, isMasked: boolean): ListedAsks {
  return isMasked ? maskedAsks(checklist) : openAsks(checklist);
}

const openAsks = remember((checklist: Checklist) => toAsks(checklist, toAsk));
const maskedAsks = remember((checklist: Checklist) => toAsks(checklist, maskedAsk));

function toAsks({ groups, met, total }: Checklist, toLine: (line: ChecklistLine) => ListedAsk): ListedAsks {
  return { met, total, groups: groups.map(({ asker, lines }) => ({ title: asker.title, asks: lines.map(toLine) })) };
}

function toAsk({ name, words, isRequired, state, why, day }: ChecklistLine): ListedAsk {
  const reason = [day, why].filter((text) => text !== undefined && text !== '').join(', ');
  return { name, words, isRequired, state, why: reason };
}

function maskedAsk({ day, ...line }: ChecklistLine): ListedAsk {
  return toAsk(day === undefined ? line : { ...line, why: 'confirm it on the notice' });
}

/** The lines of the checklist that stand on, or ask, what is at a place: those with words around it, else those on its line. */
export function asksAt(
  { lines }: Checklist,
  letter: ResolvedLetter,
  {
    uri,
    offset,
    line,
  }: { readonly uri: string; readonly offset: number; readonly line: { start: number; end: number } },
): number[] {
  const within: number[] = [];
  const onLine: number[] = [];
  for (const [index, one] of lines.entries()) {
    const ranges = spansOf(one, letter)
      .map(rangeOf)
      .filter((range) => range.uri === uri);
    if (ranges.some(({ start, end }) => start <= offset && offset <= end)) within.push(index);
    else if (ranges.some(({ start, end }) => start <= line.end && line.start <= end)) onLine.push(index);
  }
  return within.length > 0 ? within : onLine;
}
