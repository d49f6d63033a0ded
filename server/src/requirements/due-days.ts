import type { Day } from '../knowledge/dates.js';
import { compareDays } from '../knowledge/day-arithmetic.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type Clause, fieldOf } from '../letter/source.js';
import type { Asker } from './askers.js';
import { applies, isPicked } from './conditions.js';
import { shiftedRange } from './day-ranges.js';
import { type Filing, lastDayToFile } from './deadlines.js';
import { judgeLetter } from './judge-letter.js';
import { LetterQuestions } from './letter-questions.js';
import { LetterReader } from './letter-reader.js';
import { PrintedLetter } from './printed-values.js';
import { dayOf } from './test-field.js';
import { sourceOf, type TimeLength } from './time-words.js';
import type { Library } from './who-asks.js';

/** A day after which something is too late, whatever day the letter has. */
export interface DueDay {
  /**
   * - `deadline`: the last day on which the letter may be filed
   * - `authorization`: the last day of the approval that there is
   * - `visit`: the last day on which a visit is recent enough
   */
  readonly what: 'deadline' | 'authorization' | 'visit';
  readonly day: Day;
  /** The title of who asks; undefined for an approval. */
  readonly asker?: string;
  /** The rule behind it; empty where its line says none. */
  readonly source: string;
}

/** What is due of a letter, the earliest first. `lengthOf` says how long a deadline is where that is another time than its line has. */
export function dueDays(
  letter: ResolvedLetter,
  library: Library,
  lengthOf: (filing: Filing) => TimeLength | undefined = () => undefined,
): readonly DueDay[] {
  const { filings, askers, kinds } = judgeLetter(letter, library);
  const reader = new LetterReader(new LetterQuestions(letter.case.schema, letter.facts, new PrintedLetter(letter)));
  const filed = filings.map((filing): DueDay => ({
    what: 'deadline',
    day: lastDayToFile(filing, lengthOf(filing)),
    asker: filing.asker.title,
    source: sourceOf(filing.line),
  }));
  return [...filed, ...authorizations(reader), ...visits(askers, kinds, reader)].sort((a, b) =>
    compareDays(a.day, b.day),
  );
}

function authorizations(reader: LetterReader): DueDay[] {
  const of = reader.schema.vocabulary.byName.get('prior authorization');
  const field = of && fieldOf(of, 'expires');
  if (!field) return [];
  return reader.recordsOf(of).flatMap((record): DueDay[] => {
    const found = dayOf({ field, of, record }, reader);
    return 'lacks' in found || !found.day ? [] : [{ what: 'authorization', day: found.day.last, source: '' }];
  });
}

/** Of each visit that is to be recent, the earliest day on which it is so no more: a policy may ask for less than the kind. */
function visits(askers: readonly Asker[], kinds: readonly string[], reader: LetterReader): DueDay[] {
  const first = new Map<unknown, DueDay>();
  for (const { clauses, title } of askers)
    for (const clause of clauses) {
      const visit = isPicked(clause.kinds, kinds) ? visitOf(clause, reader) : undefined;
      if (!visit) continue;
      const known = first.get(visit.field);
      if (!known || compareDays(visit.day, known.day) < 0)
        first.set(visit.field, { what: 'visit', day: visit.day, asker: title, source: sourceOf(clause) });
    }
  return [...first.values()];
}

/** `require last visit within 60 days`: a day of the letter's own, against the letter's. */
function visitOf({ ask, when }: Clause, reader: LetterReader) {
  const [name] = ask?.is === 'facts' ? ask.names : [];
  const test = ask?.is === 'facts' ? ask.test : undefined;
  const { letter } = reader.schema.vocabulary;
  if (test?.is !== 'days' || test.op !== 'within' || test.of || !name?.field || name.record !== letter)
    return undefined;
  if (applies(when, reader).applies !== 'yes') return undefined;
  const found = dayOf({ field: name.field, of: letter, record: undefined }, reader);
  if ('lacks' in found || !found.day) return undefined;
  return { field: name.field, day: shiftedRange(found.day, test.amount, test.unit).last };
}
