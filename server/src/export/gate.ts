import type { Gap } from '../letter/letter.js';
import { type FileRange, rangeOf } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import type { Finding } from '../lint/rule.js';
import { type OpenPlace, placesOfGaps } from '../fixes/gap-places.js';
import { gapList, type OpenGap } from '../render/gap-list.js';

/** Something that keeps a letter from being sent. Repeats no value of the case. */
export interface OpenItem {
  readonly kind: 'gap' | 'error';
  /** What is missing or wrong, without a dot at the end of a gap's. */
  readonly what: string;
  /** Where the letter needs it, or which rule found it. */
  readonly why: string;
  /** Where it is to be written or mended in the case's file: offsets in the file as it is, before `insert` is put in. */
  readonly place?: Pick<OpenPlace, 'start' | 'end' | 'insert'>;
  /** Where it is needed, which may be in the template: for whoever has no `place` to go to. */
  readonly needed?: FileRange;
  /** The rule of an error. */
  readonly rule?: string;
}

/**
 * All that keeps a case's letter from being sent: its gaps in the order of the letter, then the errors of the case's own file in the order of
 * the text, without those that say the same as a gap. Empty: the letter is complete.
 *
 * `findings` are what `lint` gives for the same subject with the workspace's configuration. What is suppressed, turned off or set to a
 * warning is no error; a gap counts whatever they say, for a letter with a hole in it reaches nobody.
 */
export function openItems(subject: FileSubject, findings: readonly Finding[]): OpenItem[] {
  const { letter } = subject;
  const gaps = letter ? gapList(letter) : [];
  const errors = findings.filter((finding) => finding.severity === 'error' && !saysTheSame(finding, gaps));
  const placeOf = placesOfGaps(subject);
  return [...gaps.map((open) => gapItem(open, placeOf, subject)), ...errors.map(errorItem)];
}

/** One line for one item: `patient name: not given. Printed in “Opening”.`, or an error's message with its rule. */
export function itemLine({ what, why, rule }: OpenItem): string {
  return rule === undefined ? `${what}. ${why}` : `${what} (${rule})`;
}

function gapItem(
  { gaps, what, why, ranges }: OpenGap,
  placeOf: ReturnType<typeof placesOfGaps>,
  { file }: FileSubject,
): OpenItem {
  const [gap] = gaps;
  const found = (gap && placeOf(gap)) ?? ranges.find(({ uri }) => uri === file.uri);
  const place = found && placeIn(found);
  return { kind: 'gap', what, why, ...(place && { place }), ...(ranges[0] && { needed: ranges[0] }) };
}

function placeIn({ start, end, insert }: Pick<OpenPlace, 'start' | 'end' | 'insert'>): OpenItem['place'] {
  return { start, end, ...(insert && { insert }) };
}

function errorItem({ message, rule, range }: Finding): OpenItem {
  const { start, end } = range;
  return { kind: 'error', what: message, why: `The rule ${rule} found it.`, place: { start, end }, rule };
}

/** The rules that report a kind of gap, wherever they report it: what they say is in the list of gaps already. */
const rulesOfGap: Readonly<Record<Gap['kind'], readonly string[]>> = {
  fact: ['missing-field'],
  unwritten: ['unwritten-section'],
  section: ['missing-section'],
  template: ['unknown-template', 'missing-section'],
  // Bracket by bracket, also in text that the letter does not print: they say the same only at the gap's own place.
  unknown: [],
  citation: [],
};

function saysTheSame({ rule, range }: Finding, open: readonly OpenGap[]): boolean {
  return open.some(({ gaps }) =>
    gaps.some((gap) => {
      if (rulesOfGap[gap.kind].includes(rule)) return true;
      if (gap.kind === 'unknown' && ['unknown-placeholder', 'leftover-instruction'].includes(rule))
        return isSame(range, rangeOf(gap.needed));
      return gap.kind === 'citation' && rule === 'unknown-citation' && isSame(range, rangeOf(gap.key));
    }),
  );
}

function isSame(a: FileRange, b: FileRange): boolean {
  return a.uri === b.uri && a.start === b.start && a.end === b.end;
}
