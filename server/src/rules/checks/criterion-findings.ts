import { placeInCase } from '../../fixes/meet-clauses.js';
import { capitalize } from '../../knowledge/sentences.js';
import type { FileSubject } from '../../letter/subjects.js';
import { type FactLack, factsToGive } from '../../letter/lacks.js';
import { isUnfounded } from '../../letter/subjects.js';
import type { Related, Report, Severity } from '../../lint/rule.js';
import type { Asker } from '../../requirements/askers.js';
import type { Criterion } from '../../requirements/criteria.js';
import { clauseWords, criterionName, shortened, stateWords, troubled } from '../../requirements/criterion-words.js';
import type { ClauseOutcome } from '../../requirements/judge-clause.js';
import { type Judged, judgeLetter } from '../../requirements/judge-letter.js';
import { remember } from '../../remember.js';
import { libraryOf } from '../../requirements/library.js';
import type { Standing } from '../../requirements/outcome.js';
import { fixesFor } from './criterion-fixes.js';
import { type FormRule, formRuleOf, isUntouched, type Trouble } from './criterion-forms.js';

type Force = 'require' | 'recommend';

/** Whose criteria are told: of the kind with what holds for every letter, of the payer's policies, or of those that a rule tells by their form. */
type Told = 'kind' | 'policy' | FormRule;

const mostNamed = 6;
const mostRelated = 12;
const longestWords = 160;

/**
 * Tells of each criterion that a letter does not meet, once a criterion, in the words of who asks. Those of which nothing is given yet share one finding, so that
 * a half-written case is no wall of findings. What somebody nearer to the payer asks too is told there.
 */
export function reportCriteria(subject: FileSubject, told: Told, force: Force, report: Report): void {
  const { letter, workspace } = subject;
  if (!letter || isUnfounded(subject) || letter.sections.length === 0) return;
  const judged = judgeLetter(letter, libraryOf(workspace));
  const { waived, damaged, troubles } = untold(judged)[force];
  const open: Trouble[] = [];
  const begun: Trouble[] = [];
  const printing = new Set<string>();
  const missing = factsToGive(letter);
  for (const trouble of troubles.get(told) ?? []) {
    if (isPrintingTold(trouble, printing) || isMissing(trouble, missing)) continue;
    if (trouble.clauses.every(isUntouched)) open.push(trouble);
    else begun.push(trouble);
  }
  if (told !== 'kind' && told !== 'policy') {
    const tell: Telling = { subject, force, report, ...(force === 'recommend' && { severity: 'info' }) };
    for (const all of ofOnePlace(begun, subject)) reportAll(all, tell);
    reportAll(open, tell);
    return;
  }
  for (const criterion of waived) if (levelOf(criterion) === told) reportWaived(criterion, subject, report);
  for (const trouble of begun) reportOne(trouble, { subject, force, report });
  reportAll(open, { subject, force, report });
  if (force === 'recommend') return;
  for (const [asker, clauses] of damaged)
    if ((asker.level === 'policy') === (told === 'policy')) reportDamaged(asker, clauses, subject, report);
}

/** What is to be told of a letter, by who tells it. */
interface Untold {
  readonly troubles: ReadonlyMap<Told, readonly Trouble[]>;
  readonly damaged: ReadonlyMap<Asker, readonly ClauseOutcome[]>;
  readonly waived: readonly Criterion[];
}

/** Looked for once for all rules that tell it. */
const untold = remember(({ criteria }: Judged): Readonly<Record<Force, Untold>> => ({
  require: untoldOf(criteria, 'require'),
  recommend: untoldOf(criteria, 'recommend'),
}));

function untoldOf(criteria: readonly Criterion[], force: Force): Untold {
  const troubles = new Map<Told, Trouble[]>();
  const damaged = new Map<Asker, ClauseOutcome[]>();
  const waived: Criterion[] = [];
  for (const criterion of criteria) {
    if (criterion.toldBy) continue;
    if (criterion.state === 'waived') {
      if (force === 'require') waived.push(criterion);
      continue;
    }
    const all = troubled(criterion, force);
    const clauses = all.filter(({ state }) => state !== 'damaged');
    const { asker } = criterion;
    if (clauses.length < all.length)
      damaged.set(asker, [...(damaged.get(asker) ?? []), ...all.filter(({ state }) => state === 'damaged')]);
    if (clauses.length === 0) continue;
    const trouble = { criterion, clauses };
    const told = formRuleOf(trouble) ?? levelOf(criterion);
    troubles.set(told, [...(troubles.get(told) ?? []), trouble]);
  }
  return { troubles, damaged, waived };
}

function levelOf({ asker }: Criterion): 'kind' | 'policy' {
  return asker.level === 'policy' ? 'policy' : 'kind';
}

/** Core, a kind and a policy may want the same fact printed in clauses that are not the same. */
function isPrintingTold({ clauses }: Trouble, told: Set<string>): boolean {
  if (!clauses.every(({ state }) => state === 'unprinted')) return false;
  const keys = clauses.flatMap(({ problem }) =>
    (problem?.unprinted ?? []).map(
      ({ value, field }) =>
        `${field.norm} ${value.where.piece.uri} ${String(value.where.piece.start + value.where.start)}`,
    ),
  );
  const isTold = keys.length > 0 && keys.every((key) => told.has(key));
  for (const key of keys) told.add(key);
  return isTold;
}

/** The letter prints it, or its declaration requires it: that it is not given is told already. */
function isMissing({ clauses }: Trouble, missing: readonly FactLack[]): boolean {
  return clauses.every(({ state, problem }) => {
    const lacks = problem?.lacks ?? [];
    return (
      state === 'open' &&
      lacks.length > 0 &&
      lacks.every(({ field, record }) => missing.some((lack) => lack.field === field && lack.record === record))
    );
  });
}

/** Of whom, and how severely, something is told. */
interface Telling {
  readonly subject: FileSubject;
  readonly force: Force;
  readonly report: Report;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
}

/** Those of which something is missing in one record go together: what is requested lacks its code, its quantity and its duration. */
function ofOnePlace(begun: readonly Trouble[], subject: FileSubject): Trouble[][] {
  const groups = new Map<unknown, Trouble[]>();
  for (const trouble of begun) {
    const isOpen = trouble.clauses.every(({ state }) => state === 'open');
    const where = isOpen ? placeInCase(worstOf(trouble.clauses).problem?.where, subject) : undefined;
    const key = where ? `${String(where.piece.start)} ${String(where.start)}` : trouble;
    groups.set(key, [...(groups.get(key) ?? []), trouble]);
  }
  return [...groups.values()];
}

function reportAll(troubles: readonly Trouble[], tell: Telling): void {
  const [only] = troubles;
  if (only && troubles.length === 1) reportOne(only, tell);
  else if (only) reportOpen(troubles, tell);
}

function reportOne({ criterion, clauses }: Trouble, { subject, force, report, severity }: Telling): void {
  const worst = worstOf(clauses);
  const state = worst.state === 'unclear' ? 'unclear' : (worst.standing satisfies Standing);
  const where = placeInCase(worst.problem?.where, subject) ?? subject.file.firstLine;
  const words = clauseWords(worst);
  const why = worst.problem?.words;
  const asks =
    words === undefined || why?.includes(words)
      ? ''
      : ` ${capitalize(whoseWords(criterion))}: ${shortened(words, longestWords)}`;
  const milder = force === 'require' && state === 'unclear' ? 'warning' : severity;
  report(where, `${standsSo(criterionName(criterion), state, why)}.${asks}`, {
    ...(milder && { severity: milder }),
    ...(state === 'open' && { notYet: true }),
    related: relatedOf([{ criterion, clauses }]),
    ...fixesFor([{ criterion, clauses }], subject),
  });
}

/** How a criterion stands, and why; once where the reason names it too. */
function standsSo(name: string, state: keyof typeof stateWords, why: string | undefined): string {
  const called = /["“”]/.test(name) ? capitalize(name) : `"${name}"`;
  if (why?.startsWith(`${called} `)) return why;
  return `${called} ${stateWords[state]}${why === undefined ? '' : `: ${why}`}`;
}

function worstOf(clauses: readonly ClauseOutcome[]): ClauseOutcome {
  const order: readonly Standing[] = ['not met', 'open', 'unprinted', 'unclear', 'met'];
  return clauses.reduce((bad, one) => (order.indexOf(one.standing) < order.indexOf(bad.standing) ? one : bad));
}

function whoseWords({ asker }: Criterion): string {
  return asker.level === 'policy' ? 'the policy asks' : `${asker.title} asks`;
}

/** One finding for all of which nothing is given yet, or not yet in a record that is there. */
function reportOpen(open: readonly Trouble[], { subject, report, severity }: Telling): void {
  const names = open.slice(0, mostNamed).map(({ criterion, clauses }) => {
    const words = clauses[0] && clauseWords(clauses[0]);
    const name = criterionName(criterion);
    return words === undefined || words === name ? name : `${name} (${shortened(words.replace(/\.$/, ''), 60)})`;
  });
  const more = open.length > mostNamed ? `; and ${String(open.length - mostNamed)} more` : '';
  const askers = [...new Set(open.map(({ criterion }) => criterion.asker.title))].join(', ');
  const message = `Nothing is given yet for ${String(open.length)} points. Of ${askers}: ${names.join('; ')}${more}.`;
  const where = placeInCase(open[0]?.clauses[0]?.problem?.where, subject) ?? subject.file.firstLine;
  report(where, message, {
    notYet: true,
    related: relatedOf(open),
    ...fixesFor(open, subject),
    ...(severity && { severity }),
  });
}

function reportWaived(criterion: Criterion, subject: FileSubject, report: Report): void {
  const where = placeInCase(criterion.answer?.value.where, subject) ?? subject.file.firstLine;
  const words = criterion.clauses[0] && clauseWords(criterion.clauses[0]);
  report(
    where,
    `"${criterionName(criterion)}" is waived: the letter asks for an exception.${words === undefined ? '' : ` ${capitalize(whoseWords(criterion))}: ${shortened(words, longestWords)}`}`,
    {
      severity: 'info',
      related: relatedOf([{ criterion, clauses: criterion.clauses }]),
    },
  );
}

/** What is wrong with the lines is said in their own file. */
function reportDamaged(asker: Asker, clauses: readonly ClauseOutcome[], subject: FileSubject, report: Report): void {
  const count = clauses.length;
  const message = `Not all of ${shortened(asker.title, 40)} can be told: ${String(count)} of its lines ${count === 1 ? 'is' : 'are'} not understood. Mend ${count === 1 ? 'it' : 'them'} in its file.`;
  const related = clauses
    .slice(0, mostRelated)
    .map(({ clause }): Related => ({ where: clause.entry.whole, message: 'this line' }));
  report(subject.file.firstLine, message, { severity: 'warning', related });
}

function relatedOf(troubles: readonly Trouble[]): Related[] {
  return troubles
    .flatMap(({ criterion, clauses }) =>
      clauses.map(({ clause }): Related => ({
        where: clause.entry.whole,
        message: `${criterionName(criterion)}, ${criterion.asker.title}`,
      })),
    )
    .slice(0, mostRelated);
}
