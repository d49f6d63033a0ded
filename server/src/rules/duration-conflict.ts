import { type DatedFact, letterTime } from '../analysis/dated-facts.js';
import { fieldAt, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import { isDateProblem, type Day } from '../knowledge/dates.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import { countInWords } from '../knowledge/number-words.js';
import { peopleIn } from '../knowledge/people.js';
import { earliestDay, isSaid, latestStart, parseWhen } from '../knowledge/when.js';
import type { ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';

const head = 'date: 2026-11-21\nstart of care: 2025-05-12\n---\n';

export const durationConflict: Rule = {
  id: 'duration-conflict',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'A typed time under care agrees with the start of care.',
  why: 'A time that was typed goes stale with the next letter, and two that do not agree make a reviewer doubt both. [time in care] is counted from the start of care to the letter’s date. Only sentences that speak of the writer’s own care of this patient are looked at, and roundings of up to one unit are left alone.',
  bad: `${head}She has been under my care for seven years.`,
  good: `${head}She has been under my care for [time in care]. She has had pain for seven years.`,
  check(letter, report, { file }) {
    const start = letterTime(letter, 'start of care');
    const date = letterTime(letter, 'date')?.begins.earliest;
    if (!start || !date) return;
    for (const section of letter.sections) {
      for (const said of timesOfCare(section)) {
        if (agrees(said, start, date)) continue;
        const where = placeIn(file.uri, said.passage, said.start, said.end);
        if (!where) continue;
        report(where, 'This is not the time since the start of care. Write [time in care], or correct one.', {
          related: [{ where: start.where, message: 'the start of care' }],
        });
      }
    }
  },
};

interface TimeOfCare {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** How many days it is, with what may be added or taken away by rounding; or when it began. */
  readonly said:
    | { readonly days: number; readonly unit: number; readonly bound: 'over' | 'under' | 'about' }
    | { readonly since: { readonly earliest: Day; readonly latest: Day } };
}

const SPAN =
  /(?:(?:the\s)?(?:past|last|entire)\s)?(?<bound>more\sthan|over|at\sleast|less\sthan|under|nearly|almost|about|approximately|roughly|around|some)?\s?(?:the\s(?:past|last)\s)?(?<count>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)\s(?<unit>day|week|month|year)s?(?!\p{L})/u;

const SINCE =
  /(?<point>\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}\/\d{1,2}\/\d{4}|(?:\p{Lu}\p{Ll}{2,8}\s(?:\d{1,2},\s)?)?(?:19|20)\d\d)(?![\p{L}\p{N}])/u;

/** The patient, as the writer's care has him or her; with a word behind it (*her wound*) it would be of something else. */
const PATIENT = String.raw`(?:her|him|them|(?:this|the|my|our)\spatient|(?:(?:Mrs?|Ms|Mx)\.\s)?\p{Lu}[\p{L}’'-]{1,30}(?:\s\p{Lu}[\p{L}’'-]{1,30}){0,2})`;

/** Words for the writer's own care of the patient, and right behind them the time of it: a drug, a condition or other people between would have a time of their own. */
const CARE = new RegExp(
  String.raw`(?:(?<!(?:was|were|had\sbeen)\s)(?:under|in)\s(?:my|our)\scare|(?<!\p{L})(?:I|[Ww]e)\shave\s(?:been\s)?(?:treat(?:ed|ing)|follow(?:ed|ing)|car(?:ed|ing)\sfor|see(?:n|ing))\s${PATIENT}|(?:is|has\sbeen)\s(?:my|our)\spatient|(?:is|has\sbeen)\sa\spatient\sof\s(?:mine|ours))` +
    String.raw`(?:\s(?:here|closely|regularly|continuously|now))?,?\s(?:for\s(?<span>${SPAN.source})|since\s${SINCE.source})`,
  'gu',
);

const DAYS = { day: 1, week: 7, month: 30.44, year: 365.25 };

const timesOfCare = remember((section: ResolvedSection): readonly TimeOfCare[] =>
  section.roles.includes('evidence')
    ? []
    : passagesOf(section).flatMap((passage) =>
        [...passage.own.matchAll(CARE)].flatMap(({ 0: whole, index, groups = {} }): TimeOfCare[] => {
          const end = index + whole.length;
          const start = end - (groups.span ?? groups.point ?? '').length;
          const said = groups.point === undefined ? spanOf(groups) : sinceOf(groups.point);
          if (!said || fieldAt(passage, start) || isOfOthers(passage, index)) return [];
          return [{ passage, start, end, said }];
        }),
      ),
);

/** How far back is looked for whose care it is. */
const lookBack = 400;

/** *Her mother … She has been under my care …* */
function isOfOthers({ text }: Passage, index: number): boolean {
  return peopleIn(text.slice(Math.max(0, index - lookBack), index)).relatives.size > 0;
}

function spanOf({
  bound: word = '',
  count: written = '',
  unit: name = '',
}: NamedGroups): TimeOfCare['said'] | undefined {
  const count = /^\d+$/.test(written) ? Number(written) : countInWords(written);
  const [, unit] = Object.entries(DAYS).find(([one]) => one === name) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const bound = /^(?:more|over|at)/.test(word) ? 'over' : /^(?:less|under)/.test(word) ? 'under' : 'about';
  return { days: count * unit, unit, bound };
}

function sinceOf(written: string): TimeOfCare['said'] | undefined {
  const when = parseWhen(written);
  if (isDateProblem(when) || isSaid(when)) return undefined;
  return { since: { earliest: earliestDay(when), latest: latestStart(when) } };
}

type NamedGroups = Readonly<Record<string, string | undefined>>;

/** How far two days of beginning may lie apart: a first call, and the first visit. */
const closeDays = 45;

function agrees({ said }: TimeOfCare, { begins }: DatedFact, date: Day): boolean {
  if ('since' in said)
    return (
      daysBetween(said.since.latest, begins.earliest) <= closeDays &&
      daysBetween(begins.latest, said.since.earliest) <= closeDays
    );
  const [least, most] = [daysBetween(begins.latest, date), daysBetween(begins.earliest, date)];
  const isNotLess = said.bound === 'over' || said.days + said.unit >= least;
  const isNotMore = said.bound === 'under' || said.days - said.unit <= most;
  return isNotLess && isNotMore;
}
