import { seriesText } from '../knowledge/series.js';
import type { MergedRecord } from '../letter/facts.js';
import {
  type AskedFacts,
  type AskedName,
  type FieldDeclaration,
  fieldOf,
  type RecordDeclaration,
  type Test,
  valueText,
} from '../letter/source.js';
import type { Place } from './computed-times.js';
import { latestOf } from './latest-records.js';
import type { LetterReader } from './letter-reader.js';
import { allOf, bestOf, isMet, type Outcome, type Problem, problem, someOf } from './outcome.js';
import { placeName } from './place-names.js';
import { given, lackingOf, testField } from './test-field.js';
import { hasWords } from './words-in-text.js';

/** How a clause of facts stands; `nothing is asked` where each of none is to be so, `nothing against it` where none may be so and none is. */
export interface FactsOutcome extends Outcome {
  readonly none?: 'nothing is asked' | 'nothing against it';
}

const isGiven: Test = { is: 'given' };

/** A record that a name of a clause means, or the letter itself. */
interface Candidate {
  readonly name: AskedName;
  readonly record: MergedRecord | undefined;
}

/** Which records a clause of facts means, and whether they are as it asks. */
export function judgeFacts(ask: AskedFacts, reader: LetterReader): FactsOutcome {
  const { count, pick } = ask;
  const candidates = ask.names.flatMap((name) => candidatesOf(name, reader));
  if (count.is === 'none' || count.is === 'at most')
    return noMoreThan(count.is === 'none' ? 0 : count.number, candidates, ask, reader);
  if (pick === 'every') return everyOne(candidates, ask, reader);
  if (pick === 'latest') return latestOne(candidates, ask, reader);
  const outcomes = candidates.map((candidate) => judgeRecord(candidate, ask, reader, true));
  if (count.is === 'at least')
    return someOf(outcomes, count.number, (there) => ({
      ...nothingGiven(ask, reader),
      words: `${String(count.number)} of ${namesOf(ask)} are asked; ${there === 0 ? 'none is' : `${String(there)} ${there === 1 ? 'is' : 'are'}`} there`,
    }));
  return bestOf(outcomes) ?? { standing: 'open', rests: [], problem: nothingGiven(ask, reader) };
}

function candidatesOf(name: AskedName, reader: LetterReader): Candidate[] {
  if (name.record === reader.schema.vocabulary.letter) return [{ name, record: undefined }];
  return reader
    .recordsOf(name.record)
    .filter((record) => isNamed(record, name, reader))
    .map((record) => ({ name, record }));
}

/** Whether a record's first field has one of the quoted words. Of a record that is there once there is nothing to choose: they are asked of the field that is named. */
function isNamed(record: MergedRecord, { quotes, field }: AskedName, reader: LetterReader): boolean {
  const [first] = record.declaration.fields;
  if (quotes.length === 0 || !first || (field && !record.declaration.many)) return true;
  const texts = reader.valuesOf(first, record).map((value) => valueText(value, ' '));
  return quotes.some((quote) => texts.some((text) => hasWords(text, quote.text)));
}

/** How one record stands to all that is asked of it: the field that is named, the test behind it, and the lines beneath in one of their ways. */
function judgeRecord({ name, record }: Candidate, ask: AskedFacts, reader: LetterReader, mustPrint: boolean): Outcome {
  const of = name.record;
  // Of several records that are named each has a field of its own by that name.
  const place = (field: FieldDeclaration): Place => ({ field: fieldOf(of, field.norm) ?? field, of, record });
  const asked = name.field
    ? testField(place(name.field), ask.test ?? isGiven, reader, mustPrint)
    : itself({ of, record }, ask.test, reader, mustPrint);
  const words = quotedWords(name, place, reader);
  const ways = ask.ways.map((lines) =>
    allOf(
      lines.map(({ fields, test }) => {
        const each = fields.map((field) => testField(place(field), test, reader, mustPrint));
        return bestOf(each) ?? asked;
      }),
    ),
  );
  return allOf([asked, ...words, ...[bestOf(ways)].filter((way) => way !== undefined)]);
}

/** Of a fact of the letter, or of a record that is there once, the quoted words are asked of its value. */
function quotedWords(
  { quotes, field, record }: AskedName,
  place: (field: FieldDeclaration) => Place,
  reader: LetterReader,
): Outcome[] {
  if (quotes.length === 0 || !field || record.many) return [];
  const items = quotes.map((written) => ({ text: written.text, written }));
  return [testField(place(field), { is: 'items', otherThan: false, items }, reader, false)];
}

/** The record is there; a test on its line is one of its first field. */
function itself(
  { of, record }: Pick<Place, 'of' | 'record'>,
  test: Test | undefined,
  reader: LetterReader,
  mustPrint: boolean,
): Outcome {
  const [first] = of.fields;
  if (test && first) return testField({ field: first, of, record }, test, reader, mustPrint);
  if (!record) return { standing: 'met', rests: [] };
  const named = first && reader.valuesOf(first, record).length > 0 ? [first] : [...record.values.keys()].slice(0, 1);
  const rests = named.flatMap((field) =>
    reader
      .valuesOf(field, record)
      .slice(0, 1)
      .map((value) => ({ field, value, record })),
  );
  const [field] = named;
  if (!field) {
    const lacks = first ? [lackingOf({ field: first, of, record }, reader)] : [];
    return {
      standing: 'open',
      rests: [],
      problem: problem(`nothing of "${of.name}" is given`, { lacks, where: record.name }),
    };
  }
  return given(rests, placeName({ field, of, record }, reader), reader, mustPrint);
}

function everyOne(candidates: readonly Candidate[], ask: AskedFacts, reader: LetterReader): FactsOutcome {
  const there = candidates.filter(
    ({ name, record }) => record ?? (name.field && reader.valuesOf(name.field, record).length > 0),
  );
  if (there.length === 0) return { standing: 'met', rests: [], none: 'nothing is asked' };
  return allOf(there.map((candidate) => judgeRecord(candidate, ask, reader, true)));
}

function latestOne(candidates: readonly Candidate[], ask: AskedFacts, reader: LetterReader): FactsOutcome {
  const { possible, isSure } = latestOf(candidates, ({ record }) => record, reader);
  const outcomes = possible.map((candidate) => judgeRecord(candidate, ask, reader, true));
  const best = bestOf(outcomes);
  if (!best) return { standing: 'open', rests: [], problem: nothingGiven(ask, reader) };
  // All of one day are the latest, and one is enough; else they must agree.
  if (isSure || outcomes.every(({ standing }) => standing === best.standing)) return best;
  const where = possible[0]?.record?.name;
  return {
    standing: 'unclear',
    rests: best.rests,
    problem: problem(
      `which of ${namesOf(ask)} is the latest cannot be told; write the day of each`,
      where && { where },
    ),
  };
}

/** Whether a fact is given decides, not whether it is printed: to leave it out must not meet what is asked. What there is must print. */
function noMoreThan(
  most: number,
  candidates: readonly Candidate[],
  ask: AskedFacts,
  reader: LetterReader,
): FactsOutcome {
  const judged = candidates.map((candidate) => ({ candidate, outcome: judgeRecord(candidate, ask, reader, false) }));
  const isOne = ({ outcome }: (typeof judged)[number]) => isMet(outcome);
  const matching = judged.filter(isOne);
  const possible = judged.filter(
    ({ outcome }) => outcome.standing === 'unclear' || (outcome.standing === 'open' && isThere(outcome)),
  );
  const rests = matching.flatMap(({ outcome }) => outcome.rests);
  if (matching.length > most) {
    const where = matching[most]?.candidate.record?.name ?? rests[0]?.value.where;
    const words =
      most === 0
        ? `${namesOf(ask)} is given, and must not be`
        : `more than ${String(most)} of ${namesOf(ask)} are given`;
    return { standing: 'not met', rests, problem: problem(words, where && { where }) };
  }
  const [doubtful] = possible;
  if (doubtful && matching.length + possible.length > most)
    return { standing: 'unclear', rests, ...(doubtful.outcome.problem && { problem: doubtful.outcome.problem }) };
  if (matching.length === 0) return { standing: 'met', rests, none: 'nothing against it' };
  return allOf(matching.map(({ candidate }) => judgeRecord(candidate, ask, reader, true)));
}

/** A fact of the letter that is not given is none; a record that is there may be one. */
function isThere({ problem: found }: Outcome): boolean {
  return found?.where !== undefined;
}

/** Nothing of what a clause asks for is there: what would have to be given, by its first name and the first way to meet it. */
function nothingGiven(ask: AskedFacts, reader: LetterReader): Problem {
  const [name] = ask.names;
  if (!name) return problem('nothing is given');
  const of = name.record;
  const [way = []] = ask.ways;
  const fields = [name.field ?? of.fields[0], ...way.map((line) => line.fields[0])];
  const lacks = [...new Set(fields)].flatMap((field) =>
    field && !field.derived ? [lackingOf({ field, of, record: onlyOne(of, reader) }, reader)] : [],
  );
  return problem(`${namesOf(ask)} is not given`, { lacks });
}

function onlyOne(of: RecordDeclaration, reader: LetterReader): MergedRecord | undefined {
  return of.many || of === reader.schema.vocabulary.letter ? undefined : reader.recordsOf(of)[0];
}

/** The names of a clause as its author wrote them. */
export function namesOf({ names }: Pick<AskedFacts, 'names'>): string {
  const said = names.map(({ written, quotes }) => {
    const words = seriesText(
      quotes.map((quote) => `"${quote.text}"`),
      'or',
    );
    const name = written.text.replace(/\s*".*$/s, '');
    return words === '' ? `"${name}"` : `"${name}" with ${words}`;
  });
  return seriesText(said, 'or');
}
