import type { Lacking } from '../letter/derived-fields.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { rangeOf, type Span } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { templateLayout } from '../letter/template-layout.js';
import { sectionsIn } from '../letter/template-section.js';
import type { ChecklistLine } from '../requirements/checklist.js';
import type { Criterion } from '../requirements/criteria.js';
import { clauseWords } from '../requirements/criterion-words.js';
import type { ClauseOutcome } from '../requirements/judge-clause.js';
import { sectionNamed, sectionSaying } from '../requirements/printed-values.js';
import { answerCriteria, isBegun, lackOf } from './meet-clauses.js';
import { addTemplateSections } from './template-sections.js';
import { behindColon, placeOfFact, placeOfInsertion, type WritingPlace } from './writing-places.js';

/** A place of any file: offsets of UTF-16 code units, and what has to be put in first. */
export type PlaceInFile = Omit<WritingPlace, 'label'> & { readonly uri: string };

/** Where a line of the checklist is asked: its clause in the file of the kind or policy. */
export function placeOfClause({ of }: ChecklistLine): PlaceInFile | undefined {
  const entry = 'row' in of ? (of.clauses[0]?.clause ?? of.row[0])?.entry : of.line.entry;
  return entry && placeOn(entry.whole);
}

/**
 * Where a line of the checklist is met, or would be: the fact, the answer or the section that it rests on, else where what it lacks is to be written. Undefined where that
 * is nowhere in particular, as for words that the letter must say.
 */
export function placeInLetter({ of }: ChecklistLine, subject: FileSubject): PlaceInFile | undefined {
  const { letter } = subject;
  if (!('row' in of)) return 'value' in of ? placeOn(of.value.where) : undefined;
  if (!letter) return undefined;
  if (of.state === 'waived' && of.answer) return placeOn(of.answer.value.where);
  for (const clause of decisive(of)) {
    const rests = restsAt(clause, letter);
    const lack = (clause.standing === 'open' || !rests) && lackAt(clause, of, subject, letter);
    const place = lack || rests;
    if (place) return place;
  }
  return undefined;
}

/** All that a line of the checklist stands on or asks: a cursor in one of these is at the line. */
export function spansOf({ of }: ChecklistLine, letter: ResolvedLetter): Span[] {
  if (!('row' in of)) return [...('value' in of ? [of.value.where] : []), of.line.entry.whole];
  const facts = of.clauses.flatMap(({ rests, problem }) => [
    ...[...rests, ...(problem?.unprinted ?? [])].map(({ value }) => value.where),
    ...(problem?.where ? [problem.where] : []),
  ]);
  const sections = of.clauses.flatMap((clause) => {
    const section = clause.state === 'met' ? sectionOf(clause, letter) : undefined;
    return (section?.blocks ?? []).map(({ source }) => source);
  });
  return [
    ...facts,
    ...sections,
    ...of.row.map(({ entry }) => entry.whole),
    ...(of.answer ? [of.answer.value.where] : []),
  ];
}

/** The clauses that stand as the criterion does: the others say nothing of why. */
function decisive({ clauses, state }: Criterion): readonly ClauseOutcome[] {
  const alike = clauses.filter((clause) => clause.state === state || clause.standing === state);
  return alike.length > 0 ? alike : clauses;
}

function restsAt(clause: ClauseOutcome, letter: ResolvedLetter): PlaceInFile | undefined {
  const { standing, rests, problem } = clause;
  const [unprinted] = problem?.unprinted ?? [];
  if (standing === 'unprinted' && unprinted) return placeOn(unprinted.value.where);
  if (problem?.where) return placeOn(problem.where);
  if (standing !== 'met') return undefined;
  const [rest] = rests;
  if (rest) return placeOn(rest.value.where);
  const section = sectionOf(clause, letter);
  const at = section?.caseSection?.title ?? section?.templateSection?.title;
  return at && placeOn(at);
}

/** The section that a clause about sections or words is about: of words one that says them. */
function sectionOf({ clause: { ask } }: ClauseOutcome, letter: ResolvedLetter): ResolvedSection | undefined {
  const all =
    ask?.is === 'section'
      ? ask.sections.map(({ text }) => sectionNamed(letter, text))
      : ask?.is === 'said'
        ? ask.quotes.map(({ text }) => sectionSaying(letter, text))
        : [];
  return all.find((section) => section !== undefined);
}

function lackAt(
  clause: ClauseOutcome,
  criterion: Criterion,
  subject: FileSubject,
  letter: ResolvedLetter,
): PlaceInFile | undefined {
  const { problem, decides } = clause;
  const [lack] = problem?.lacks ?? [];
  const { letter: ofLetter } = subject.schema.vocabulary;
  if (lack) return inCase(factAt(lack, subject), subject);
  if (clause.clause.ask?.is === 'words') return inCase(answerAt(criterion, clause, subject), subject);
  const [name] = decides?.names ?? [];
  const field = name?.field ?? name?.record.fields[0];
  if (name && field) {
    const of = name.record === ofLetter ? undefined : name.record;
    return inCase(factAt({ field, of, record: undefined }, subject), subject);
  }
  return clause.clause.ask?.is === 'section' ? inCase(sectionAt(clause, subject, letter), subject) : undefined;
}

/** On the line of the fact, or of what the begun record is called; else where its line would be put in. */
function factAt(lack: Lacking, subject: FileSubject): WritingPlace | undefined {
  const { of } = lack;
  const record = of && subject.head?.records.find(({ declaration }) => declaration === of);
  const line = record?.fields.find(({ declaration }) => declaration === lack.field);
  if (lack.record || !record || !(isBegun(lack, subject) || (line && !of.many)))
    return placeOfFact(lackOf(lack, subject), subject);
  const waiting = line ?? record.fields[0];
  const where = waiting ? (waiting.values[0]?.where ?? behindColon(waiting.name)) : behindColon(record.name);
  return { label: lack.field.name, ...rangeOf(where) };
}

/** The answer that the case has begun; else where one would be. */
function answerAt(criterion: Criterion, clause: ClauseOutcome, subject: FileSubject): WritingPlace | undefined {
  const { name } = criterion;
  const words = clauseWords(clause) ?? name;
  const fix = answerCriteria([{ name, words, what: 'met by' }], subject);
  if (fix) return placeOfInsertion(name, fix.edits);
  const begun = subject.head?.records.find(
    ({ declaration, fields }) => declaration?.norm === 'criterion' && fields[0]?.values[0]?.where.text === name,
  );
  const line = begun?.fields.find(({ declaration }) => declaration?.norm === 'met by') ?? begun?.fields[0];
  const where = line && (line.values[0]?.where ?? behindColon(line.name));
  return where && { label: name, ...rangeOf(where) };
}

/** A section that the template has but does not print: its heading, with what is asked for. */
function sectionAt(outcome: ClauseOutcome, { file }: FileSubject, letter: ResolvedLetter): WritingPlace | undefined {
  const { ask, words } = outcome.clause;
  if (ask?.is !== 'section') return undefined;
  const own = sectionOf(outcome, letter)?.caseSection;
  if (own) return { label: own.title.text, ...rangeOf(own.title) };
  const roles = ask.sections.map(({ text }) => text.toLowerCase());
  const found = sectionsIn(templateLayout(letter.case)).find(
    ({ tags, title }) =>
      tags.some(({ text }) => roles.includes(text.toLowerCase())) || roles.includes(title.text.toLowerCase()),
  );
  if (!found) return undefined;
  const help = `[write: ${(words?.text ?? 'this section').replace(/[[\]]/g, ' ')}]`;
  return placeOfInsertion(
    found.title.text,
    addTemplateSections(letter, file, [found], () => help),
  );
}

function placeOn(span: Span): PlaceInFile {
  return rangeOf(span);
}

function inCase(place: WritingPlace | undefined, { file }: FileSubject): PlaceInFile | undefined {
  return place && { ...place, uri: file.uri };
}
