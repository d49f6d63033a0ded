import { seriesText } from '../knowledge/series.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import { formatDate } from '../knowledge/dates.js';
import { placeholderOf } from '../letter/source.js';
import { rememberBoth } from '../remember.js';
import type { Asker } from './askers.js';
import type { Criterion, CriterionState } from './criteria.js';
import { wholeName } from './criterion-words.js';
import { type Deadline, type Decision, type Filing, lastDayToFile } from './deadlines.js';
import type { Judged } from './judge-letter.js';
import { sourceOf, type TimeLength, timeWords } from './time-words.js';

/** What is asked of a letter as a list to read, with how the letter stands to it. It repeats no value of the letter. */
export interface Checklist {
  readonly groups: readonly ChecklistGroup[];
  /** All lines in their order: what a number names. */
  readonly lines: readonly ChecklistLine[];
  /** Of what is required, recommendations and deadlines left out: how much is as asked, waived or has nothing against it. */
  readonly met: number;
  readonly total: number;
  /** What is required and in the way, by name. */
  readonly open: readonly string[];
}

/** What one of those who ask wants. */
export interface ChecklistGroup {
  readonly asker: Asker;
  readonly lines: readonly ChecklistLine[];
}

export interface ChecklistLine {
  readonly of: Criterion | Deadline | Decision;
  readonly name: string;
  /** The clause in its author's own words, where it has any but its name. */
  readonly words: string;
  readonly isRequired: boolean;
  readonly state: CriterionState | 'in time' | 'past' | 'to know';
  /** Empty where nothing is to be said. */
  readonly why: string;
  /** The last day of a deadline: it tells of the day that it counts from. */
  readonly day?: string;
}

const good: ReadonlySet<ChecklistLine['state']> = new Set(['met', 'nothing against it', 'waived']);

/** What a configuration sets of deadlines; undefined where it leaves one as its line has it. */
export interface ChangedDeadlines {
  readonly lengthOf: (filing: Filing) => TimeLength | undefined;
}

/** For those who show no deadline. */
export const asWritten: ChangedDeadlines = { lengthOf: () => undefined };

/** The lines of what was judged. What somebody nearer to the payer asks too stands there, once. */
export const checklistOf = rememberBoth((judged: Judged, { lengthOf }: ChangedDeadlines): Checklist => {
  const { askers, criteria, deadlines, decisions } = judged;
  const alsoBy = new Map<Criterion, Asker[]>();
  for (const { toldBy, asker } of criteria) if (toldBy) alsoBy.set(toldBy, [...(alsoBy.get(toldBy) ?? []), asker]);
  const groups = askers
    .map((asker) => ({
      asker,
      lines: [
        ...criteria
          .filter((one) => one.asker === asker && !one.toldBy)
          .map((one) => criterionLine(one, alsoBy.get(one) ?? [])),
        ...deadlines.filter((one) => one.asker === asker).map((one) => deadlineLine(one, lengthOf(one))),
        ...decisions.filter((one) => one.asker === asker).map(decisionLine),
      ],
    }))
    .filter(({ lines }) => lines.length > 0);
  const lines = groups.flatMap((group) => group.lines);
  const required = lines.filter(({ isRequired, state, of }) => isRequired && state !== 'does not apply' && 'row' in of);
  const open = required.filter(({ state }) => !good.has(state));
  return {
    groups,
    lines,
    met: required.length - open.length,
    total: required.length,
    open: open.map(({ name }) => name),
  };
});

function criterionLine(criterion: Criterion, alsoBy: readonly Asker[]): ChecklistLine {
  const { row, state, force } = criterion;
  const words = row.flatMap((clause) => clause.words?.text ?? [])[0] ?? '';
  // What asks for no fact is called by its words, if by no label: a list has room for all of them.
  const [first] = row;
  const isFact = first?.label !== undefined || first?.ask?.is === 'facts';
  const name = isFact || words === '' ? wholeName(criterion) : words;
  const also = alsoBy.length > 0 ? `asked by ${seriesText(alsoBy.map(({ title }) => title))} too` : '';
  return {
    of: criterion,
    name,
    words: words === name ? '' : words,
    isRequired: force === 'require',
    state,
    why: [reasonOf(criterion), also].filter((text) => text !== '').join('; '),
  };
}

/** Why it stands so, in words that follow its state. */
function reasonOf({ state, clauses, answer }: Criterion): string {
  if (state === 'waived') return 'the letter asks for an exception';
  if (state === 'does not apply') return whySilent(clauses);
  if (state === 'nothing against it') return 'the letter names none';
  const rests = clauses.flatMap((clause) => clause.rests);
  if (state === 'met') {
    if (answer && rests.some(({ value }) => value === answer.value)) return 'by the answer in the case';
    const names = [...new Set(rests.map(({ field }) => placeholderOf(field)))];
    return names.length > 0 ? `by ${names.map((name) => `"${name}"`).join(', ')}` : '';
  }
  const words = clauses.flatMap(({ standing, problem }) => (standing === state && problem ? [problem.words] : []));
  return [...new Set(words)].join('; ');
}

function whySilent(clauses: Criterion['clauses']): string {
  if (clauses.length === 0) return 'asked of letters of another kind';
  const decides = clauses.flatMap((clause) => clause.decides ?? [])[0];
  if (decides) return `"${decides.written.text}" decides, and is not given`;
  const [condition] = clauses.flatMap(({ clause }) => clause.when);
  return condition ? `"${condition.written.text}" says so` : 'there is nothing of which it could be asked';
}

function deadlineLine(deadline: Deadline, length: TimeLength | undefined): ChecklistLine {
  const { line, today } = deadline;
  const last = lastDayToFile(deadline, length);
  const daysLeft = daysBetween(today, last);
  const source = sourceOf(line);
  const { amount, unit, relation = '', of } = line;
  const days = timeWords(Math.abs(daysLeft), 'days');
  const when =
    daysLeft < 0
      ? `${days} before the letter\u2019s date`
      : daysLeft === 0
        ? 'the last day is the letter\u2019s date'
        : `${days} after the letter\u2019s date`;
  return {
    of: deadline,
    name: 'deadline',
    words: source === '' ? `${timeWords(amount, unit)} ${relation} ${of?.written.text ?? ''}` : source,
    isRequired: true,
    state: daysLeft < 0 ? 'past' : 'in time',
    why: `${when}; confirm it on the notice`,
    day: formatDate(last, 'long'),
  };
}

/** Nothing that a letter could break. */
function decisionLine(decision: Decision): ChecklistLine {
  const { line } = decision;
  return {
    of: decision,
    name: 'decision',
    words: sourceOf(line),
    isRequired: true,
    state: 'to know',
    why: `decided within ${timeWords(line.amount, line.unit)}; confirm it on the notice`,
  };
}
