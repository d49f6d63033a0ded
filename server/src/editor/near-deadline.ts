import type { Day } from '../knowledge/dates.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { numberOf, type SetOptions } from '../lint/rule-options.js';
import { dueDays } from '../requirements/due-days.js';
import type { Library } from '../requirements/who-asks.js';
import { timeWords } from '../requirements/time-words.js';
import { lengthSet, soon } from '../rules/deadline.js';

/**
 * The next filing deadline against today, in words for the status item; undefined where none is near or past. A diagnostic is counted to the letter's date alone, for it must not come and go with the
 * clock. `set` is what the configuration sets for the rule.
 */
export function nearDeadline(
  letter: ResolvedLetter,
  library: Library,
  today: Day,
  set: SetOptions,
): string | undefined {
  const filings = dueDays(letter, library, (filing) => lengthSet(filing, set)).filter(
    ({ what }) => what === 'deadline',
  );
  const [next] = filings.map(({ day }) => daysBetween(today, day));
  if (next === undefined || next > numberOf(soon, set)) return undefined;
  if (next === 0) return 'Deadline today';
  const days = timeWords(Math.abs(next), 'days');
  return next < 0 ? `Deadline ${days} past` : `Deadline in ${days}`;
}
