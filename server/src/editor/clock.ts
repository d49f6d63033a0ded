import type { Day } from '../knowledge/dates.js';

/** Says what day it is where the editor runs. The server itself has no clock: its entries hand one over. */
export type Clock = () => Day;
