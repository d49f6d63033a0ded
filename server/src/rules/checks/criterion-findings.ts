import {
  answerCriteria,
  giveFacts,
  placeInCase,
  printFacts,
  together,
  type ToAnswer,
} from '../../fixes/meet-clauses.js';
import { capitalize } from '../../knowledge/sentences.js';
import type { FileSubject } from '../../letter/subjects.js';
import { type FactLack, factsToGive } from '../../letter/lacks.js';
import { isUnfounded } from '../../letter/subjects.js';
import type { Fix, Related, Report, ReportDetails } from '../../lint/rule.js';
import type { Asker } from '../../requirements/askers.js';
import type { Criterion } from '../../requirements/criteria.js';
import { clauseWords, criterionName, shortened, stateWords, troubled } from '../../requirements/criterion-words.js';
import type { ClauseOutcome } from '../../requirements/judge-clause.js';
import { judgeLetter } from '../../requirements/judge-letter.js';
import { libraryOf } from '../../requirements/library.js';
import type { Standing } from '../../requirements/outcome.js';
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
  const isOfForm = told !== 'kind' && told !== 'policy';
  const criteria = judgeLetter(letter, libraryOf(workspace)).criteria.filter(
    ({ asker, toldBy }) => !toldBy && (isOfForm || (asker.level === 'policy') === (told === 'policy')),
  );
  const open: Trouble[] = [];
  const damaged = new Map<Asker, ClauseOutcome[]>();
  const printing = new Set<string>();
  const missing = factsToGive(letter);
  for (const criterion of criteria) {
    if (criterion.state === 'waived') {
      if (force === 'require' && !isOfForm) reportWaived(criterion, subject, report);
      continue;
    }
    const clauses = troubled(criterion, force).filter((one) => {
      if (one.state !== 'damaged') return true;
      damaged.set(criterion.asker, [...(damaged.get(criterion.asker) ?? []), one]);
      return false;
    });
    const trouble = clauses.length > 0 ? { criterion, clauses } : undefined;
    if (!trouble || formRuleOf(trouble) !== (isOfForm ? told : undefined)) continue;
    if (isPrintingTold(trouble, printing) || isMissing(trouble, missing)) continue;
    if (clauses.every(isUntouched)) open.push(trouble);
    else reportOne(trouble, subject, force, report);
  }
  const [only] = open;
  if (only && open.length === 1) reportOne(only, subject, force, report);
  else if (only) reportOpen(open, subject, report);
  if (force === 'require' && !isOfForm)
    for (const [asker, clauses] of damaged) reportDamaged(asker, clauses, subject, report);
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

function reportOne({ criterion, clauses }: Trouble, subject: FileSubject, force: Force, report: Report): void {
  const worst = worstOf(clauses);
  const state = worst.state === 'unclear' ? 'unclear' : (worst.standing satisfies Standing);
  const where = placeInCase(worst.problem?.where, subject) ?? subject.file.firstLine;
  const words = clauseWords(worst);
  const why = worst.problem?.words;
  const asks =
    words === undefined || why?.includes(words)
      ? ''
      : ` ${capitalize(whoseWords(criterion))}: ${shortened(words, longestWords)}`;
  report(where, `${standsSo(criterionName(criterion), state, why)}.${asks}`, {
    ...(force === 'require' && state === 'unclear' && { severity: 'warning' as const }),
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

/** One finding for all of which nothing is given yet. */
function reportOpen(open: readonly Trouble[], subject: FileSubject, report: Report): void {
  const names = open.slice(0, mostNamed).map(({ criterion, clauses }) => {
    const words = clauses[0] && clauseWords(clauses[0]);
    const name = criterionName(criterion);
    return words === undefined || words === name ? name : `${name} (${shortened(words.replace(/\.$/, ''), 60)})`;
  });
  const more = open.length > mostNamed ? `; and ${String(open.length - mostNamed)} more` : '';
  const askers = [...new Set(open.map(({ criterion }) => criterion.asker.title))].join(', ');
  const message = `Nothing is given yet for ${String(open.length)} points. Of ${askers}: ${names.join('; ')}${more}.`;
  report(subject.file.firstLine, message, { related: relatedOf(open), ...fixesFor(open, subject) });
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

/** Brings the lines of facts, the sentence of blanks or the answer to the place where it belongs; never a value. */
function fixesFor(troubles: readonly Trouble[], subject: FileSubject): Pick<ReportDetails, 'fix' | 'otherFixes'> {
  const all = troubles.flatMap(({ clauses }) => clauses);
  const problems = all.flatMap(({ problem }) => problem ?? []);
  const answers = troubles
    .filter(({ criterion, clauses }) => isAnswerable(criterion) && clauses.some(isOfWords))
    .map(toAnswer('met by'));
  const lacks = uniqueLacks(problems.flatMap((one) => one.lacks));
  const unprinted = problems.flatMap((one) => one.unprinted);
  const fix = together(
    [giveFacts(lacks, subject), answerCriteria(answers, subject), printFacts(unprinted, subject)],
    'Add a line for each that is asked',
  );
  const [only] = troubles.length === 1 ? troubles : [];
  const others = only && isAnswerable(only.criterion) ? otherFixes(only, subject) : [];
  return { ...(fix && { fix }), ...(others.length > 0 && { otherFixes: others }) };
}

/** An answer in words for what facts could say, and a reason why it should not be asked. */
function otherFixes(trouble: Trouble, subject: FileSubject): Fix[] {
  const { clauses } = trouble;
  const canAnswer = clauses.every(({ standing }) => standing !== 'not met') && !clauses.some(isOfWords);
  const answer = canAnswer ? answerCriteria([toAnswer('met by')(trouble)], subject) : undefined;
  const waiver = answerCriteria([toAnswer('waived because')(trouble)], subject);
  return [
    answer,
    waiver && { ...waiver, title: `Ask for an exception from "${criterionName(trouble.criterion)}"` },
  ].filter((fix) => fix !== undefined);
}

function toAnswer(what: ToAnswer['what']): (trouble: Trouble) => ToAnswer {
  return ({ criterion, clauses }) => {
    const words = (clauses[0] && clauseWords(clauses[0])) ?? criterion.name;
    return {
      name: criterion.name,
      words: what === 'met by' ? words : 'Why this should not be asked of the patient',
      what,
    };
  };
}

/** Core is neither answered nor waived. */
function isAnswerable({ asker, answer }: Criterion): boolean {
  return asker.level !== 'core' && !answer;
}

function isOfWords({ clause }: ClauseOutcome): boolean {
  return clause.ask?.is === 'words';
}

function uniqueLacks<T extends { readonly field: unknown; readonly record: unknown }>(lacks: readonly T[]): T[] {
  return lacks.filter(
    (lack, index) => lacks.findIndex((other) => other.field === lack.field && other.record === lack.record) === index,
  );
}
