import {
  answerCriteria,
  askPlainly,
  beginSections,
  giveFacts,
  printFacts,
  together,
  type ToAnswer,
} from '../../fixes/meet-clauses.js';
import { type Role, roles } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { Fix, ReportDetails } from '../../lint/rule.js';
import type { Criterion } from '../../requirements/criteria.js';
import { clauseWords, criterionName } from '../../requirements/criterion-words.js';
import type { ClauseOutcome } from '../../requirements/judge-clause.js';
import { REQUEST, type Trouble } from './criterion-forms.js';

/** Brings the lines of facts, the sentence of blanks or the answer to the place where it belongs; never a value. */
export function fixesFor(
  troubles: readonly Trouble[],
  subject: FileSubject,
): Pick<ReportDetails, 'fix' | 'otherFixes'> {
  const all = troubles.flatMap(({ clauses }) => clauses);
  const problems = all.flatMap(({ problem }) => problem ?? []);
  const answers = troubles
    .filter(({ criterion, clauses }) => isAnswerable(criterion) && clauses.some(isOfWords))
    .map(toAnswer('met by'));
  const lacks = uniqueLacks(problems.flatMap((one) => one.lacks));
  const unprinted = problems.flatMap((one) => one.unprinted);
  const fix = together(
    [
      giveFacts(lacks, subject),
      answerCriteria(answers, subject),
      printFacts(unprinted, subject),
      requestFor(all, subject),
      beginSections(all.flatMap(rolesOf), subject),
    ],
    'Add a line for each that is asked',
  );
  const [only] = troubles.length === 1 ? troubles : [];
  const others = only && isAnswerable(only.criterion) ? otherFixes(only, subject) : [];
  return { ...(fix && { fix }), ...(others.length > 0 && { otherFixes: others }) };
}

/** The first of the words in which the letter could ask. */
function requestFor(clauses: readonly ClauseOutcome[], subject: FileSubject): Fix | undefined {
  const verb = clauses
    .flatMap(({ clause: { ask } }) => (ask?.is === 'said' ? ask.quotes : []))
    .find(({ text }) => REQUEST.test(text));
  return verb && askPlainly(verb.text, subject);
}

/** Of a section that is asked for by what it does, or by one of several, the first. */
function rolesOf({ clause: { ask } }: ClauseOutcome): readonly Role[] {
  const names = ask?.is === 'section' ? ask.sections.map(({ text }) => text.toLowerCase()) : [];
  return roles.filter((role) => names.includes(role)).slice(0, 1);
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
