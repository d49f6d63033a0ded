import type { Day } from '../knowledge/dates.js';

/** Says what day it is where the editor runs. The server itself has no clock: its entries hand one over. */
export type Clock = () => Day;

/** The day of a moment, where the program runs. */
export function localDay(moment: Date): Day {
  return { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
}
