import { type DateProblem, isDateProblem } from './dates.js';
import type { WhenPoint } from './when.js';

/** A point in time said in words, with the space or hyphen before the point of the calendar that follows them, if one does: *birth*, *about 2023*, *mid-March 2024*. */
export interface SaidPoint {
  readonly words: string;
  readonly point?: WhenPoint;
}

/** What still goes on. */
export const present = 'present';
/** What stands before a point of the calendar that is not certain. */
export const about = 'about ';
const STILL_GOING = /^(?:present|now|today|ongoing|current|currently|to date)$/i;

const OF_A_LIFE = /^(?:birth|infancy|(?:early |late )?(?:childhood|adolescence|adulthood)|pregnancy)$/i;
/** Words before a point of the calendar, as they print if not as written, and how precise that point may be. */
const OPENINGS: readonly {
  readonly opening: RegExp;
  readonly words?: string;
  readonly precisions: readonly WhenPoint['precision'][];
}[] = [
  {
    opening: /^(?:about|around|approximately|approx\.|circa|ca\.?|c\.) ?/i,
    words: about,
    precisions: ['day', 'month', 'year'],
  },
  { opening: /^(early|late)[- ](?:in )?/i, precisions: ['month', 'year'] },
  { opening: /^mid[- ]/i, words: 'mid-', precisions: ['month', 'year'] },
  { opening: /^(spring|summer|fall|autumn|winter)(?: of| in)?,? /i, precisions: ['year'] },
];
const DECADE = /^(?:the )?((?:early |mid-|late )?(?:1[89]|20)\d0s)$/i;
const AGE = /^(?:at )?age (?:of )?(\d{1,3})( years?| months?| weeks?| days?)?$/i;
const OLDEST = 115;

/**
 * Reads what charts and letters say where no day is known: *present* (also *ongoing*, *now*), *birth*, *childhood*, *age 12*, *early 2022*, *mid-March 2024*,
 * *spring 2022*, *about 2023*, *the 1990s*. `readPoint` reads the point of the calendar behind such words. Undefined for anything else.
 */
export function parseSaidPoint(
  text: string,
  readPoint: (text: string) => WhenPoint | DateProblem,
): SaidPoint | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (STILL_GOING.test(plain)) return { words: present };
  if (OF_A_LIFE.test(plain)) return { words: plain.toLowerCase() };
  const decade = DECADE.exec(plain)?.[1];
  if (decade !== undefined) return { words: `the ${decade.toLowerCase()}` };
  const age = AGE.exec(plain);
  if (age) return Number(age[1]) > OLDEST ? undefined : { words: `age ${age[1] ?? ''}${(age[2] ?? '').toLowerCase()}` };
  for (const { opening, words, precisions } of OPENINGS) {
    const found = opening.exec(plain);
    const point = found && readPoint(plain.slice(found[0].length));
    if (point && !isDateProblem(point) && precisions.includes(point.precision))
      return { words: words ?? `${(found[1] ?? '').toLowerCase()} `, point };
  }
  return undefined;
}
