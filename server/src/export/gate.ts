import type { Lack } from '../letter/lacks.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FieldDeclaration, type FileRange, placeholderOf, rangeOf } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { type WritingPlace, writingPlaceOf } from '../fixes/writing-places.js';
import type { Finding } from '../lint/rule.js';
import { lackWords, neededRanges } from '../render/lack-words.js';

/** Something that keeps a letter from being sent. Repeats no value of the case. */
export interface OpenItem {
  readonly kind: 'gap' | 'error';
  /** What is missing or wrong, without a dot at the end of a gap's. */
  readonly what: string;
  /** Where the letter needs it, or which rule found it. */
  readonly why: string;
  /** Where it is to be written or mended in the case's file: offsets in the file as it is, before `insert` is put in. */
  readonly place?: Omit<WritingPlace, 'label'>;
  /** Where it is needed, which may be in the template: for whoever has no `place` to go to. */
  readonly needed?: FileRange;
  /** The rule of an error. */
  readonly rule?: string;
}

/**
 * All that keeps a case's letter from being sent: what it lacks in the order of the letter, then the errors of the case's own file in the order of
 * the text, without those that only tell of a lack. Empty: the letter is complete.
 *
 * `findings` are what `lint` gives for the same subject (the same object, for they tell of its letter's lacks) with the workspace's configuration. What is
 * suppressed, turned off or set to a warning is no error; a lack counts whatever they say, for a letter with a hole in it reaches nobody.
 */
export function openItems(subject: FileSubject, findings: readonly Finding[]): OpenItem[] {
  const { letter } = subject;
  const lacks = new Set(letter?.lacks);
  const errors = findings.filter(
    ({ severity, lacks: told }) => severity === 'error' && !told.some((lack) => lacks.has(lack)),
  );
  const missing = letter ? letter.lacks.map((lack) => lackItem(lack, letter, subject)) : [];
  return [...missing, ...errors.map((error) => errorItem(error, subject))];
}

/** One line for one item: `patient name: not given. Printed in “Opening”.`, or an error's message with its rule. */
export function itemLine({ what, why, rule }: OpenItem): string {
  return rule === undefined ? `${what}. ${why}` : `${what} (${rule})`;
}

function lackItem(lack: Lack, letter: ResolvedLetter, subject: FileSubject): OpenItem {
  const ranges = neededRanges(lack);
  const place = writingPlaceOf(lack, subject) ?? ranges.find(({ uri }) => uri === subject.file.uri);
  const [needed] = ranges;
  return {
    kind: 'gap',
    ...lackWords(lack, letter),
    ...(place && { place: placeIn(place) }),
    ...(needed && { needed }),
  };
}

function placeIn({ start, end, insert }: Omit<WritingPlace, 'label'>): OpenItem['place'] {
  return { start, end, ...(insert && { insert }) };
}

function errorItem({ message, rule, range }: Finding, subject: FileSubject): OpenItem {
  const { start, end } = range;
  const field = fieldAt(range, subject);
  const what = field ? `${placeholderOf(field)}: ${message}` : message;
  return { kind: 'error', what, why: `The rule ${rule} found it.`, place: { start, end }, rule };
}

/** The field whose value an error is about: a list beside the letter shows no line to look at. */
function fieldAt({ start, end }: FileRange, { records }: FileSubject): FieldDeclaration | undefined {
  for (const { declaration, values } of records.flatMap(({ record }) => record.fields)) {
    const isHere = values.some(({ where }) => {
      const value = rangeOf(where);
      return value.start <= start && end <= value.end;
    });
    if (isHere) return declaration;
  }
  return undefined;
}
