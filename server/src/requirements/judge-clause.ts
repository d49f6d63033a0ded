import { seriesText } from '../knowledge/series.js';
import type { Ask, Clause, Condition, Option, Word } from '../letter/source.js';
import { judgeFacts } from './ask-facts.js';
import { type Applies, applies } from './conditions.js';
import type { LetterReader } from './letter-reader.js';
import { allOf, bestOf, isMet, type Outcome, problem, someOf, type Standing } from './outcome.js';
import { given } from './test-field.js';
import { hasWords } from './words-in-text.js';
import { valueText } from '../letter/source.js';

/** How one clause stands by the facts and the words of a letter, whatever its criterion is answered with. */
export interface ClauseOutcome extends Outcome {
  readonly clause: Clause;
  /**
   * - `does not apply`: a condition says so; `decides` is a condition whose fact is not given, where that keeps it silent
   * - `nothing against it`: nothing that must not be there is there
   * - `damaged`: its line could not be understood
   */
  readonly state: Standing | 'does not apply' | 'nothing against it' | 'damaged';
  readonly decides?: Condition;
  /** Of a group the options that meet it, or come nearest. */
  readonly options?: readonly Option[];
}

/** Judges a clause that is for the letter's kind. */
export function judgeClause(clause: Clause, reader: LetterReader): ClauseOutcome {
  const condition = applies(clause.when, reader);
  if (condition.applies === 'no' || condition.applies === 'unknown') return silent(clause, condition);
  const { ask } = clause;
  const asked = ask ? judgeAsk(ask, reader, handleWords(clause)) : damaged;
  const outcome = clause.force === 'recommend' ? enoughGiven(asked) : asked;
  if (condition.applies === 'yes' || isMet(outcome)) return { ...outcome, clause, state: stateOf(outcome) };
  const words = `whether it applies cannot be told from "${condition.decides?.written.text ?? ''}"`;
  return { standing: 'unclear', state: 'unclear', rests: outcome.rests, clause, problem: problem(words) };
}

function silent(clause: Clause, { applies: how, decides }: Applies): ClauseOutcome {
  const condition = how === 'unknown' && decides ? { decides } : {};
  return { standing: 'met', state: 'does not apply', rests: [], clause, ...condition };
}

/** Facts that need not print, such as the type of the plan, are as recommended once they are given. */
function enoughGiven(outcome: AskOutcome): AskOutcome {
  const { standing, problem: found } = outcome;
  if (standing !== 'unprinted' || !found?.unprinted.every(({ field }) => field.unprinted)) return outcome;
  return { standing: 'met', rests: outcome.rests };
}

interface AskOutcome extends Outcome {
  readonly none?: 'nothing is asked' | 'nothing against it';
  readonly isDamaged?: true;
  readonly options?: readonly Option[];
}

const damaged: AskOutcome = {
  standing: 'unclear',
  rests: [],
  isDamaged: true,
  problem: problem('its line in the policy could not be understood'),
};

function stateOf({ standing, none, isDamaged }: AskOutcome): ClauseOutcome['state'] {
  if (isDamaged) return 'damaged';
  if (none === 'nothing is asked') return 'does not apply';
  return standing === 'met' && none ? none : standing;
}

/** What the clause says in its own words, else how it is called. */
function handleWords({ words, handle }: Clause): string {
  return words?.text ?? handle;
}

function judgeAsk(ask: Ask, reader: LetterReader, words: string): AskOutcome {
  switch (ask.is) {
    case 'facts':
      return judgeFacts(ask, reader);
    case 'words':
      return { standing: 'open', rests: [], problem: problem(`nothing in the letter says "${words}"`) };
    case 'section':
      return said(
        ask.sections,
        (name) => reader.hasSection(name),
        (names) => `the letter has no words in a section ${names}`,
      );
    case 'said':
      return said(
        ask.quotes,
        (quote) => reader.says(quote),
        (names) => `the letter does not say ${names}`,
      );
    case 'enclosure':
      return judgeEnclosure(ask.quotes, reader);
    case 'group':
      return judgeGroup(ask, reader, words);
    case 'pages':
      return judgeLength(ask.most, reader);
  }
}

function said(words: readonly Word[], has: (text: string) => boolean, why: (names: string) => string): AskOutcome {
  if (words.some(({ text }) => has(text))) return { standing: 'met', rests: [] };
  return { standing: 'open', rests: [], problem: problem(why(quoted(words))) };
}

function quoted(words: readonly Word[]): string {
  return seriesText(
    words.map(({ text }) => `"${text}"`),
    'or',
  );
}

/** The pages of the PDF are counted when it is written; until then only what is surely longer is told. */
function judgeLength(most: number, reader: LetterReader): AskOutcome {
  if (reader.pagesAtLeast() <= most) return { standing: 'met', rests: [] };
  const pages = most === 1 ? 'page' : 'pages';
  return {
    standing: 'not met',
    rests: [],
    problem: problem(`by an estimate it has more than ${String(most)} ${pages}; the PDF counts them`),
  };
}

/** A document whose name has one of the words stands in the letter's list of enclosures. */
function judgeEnclosure(quotes: readonly Word[], reader: LetterReader): AskOutcome {
  const enclosure = reader.schema.vocabulary.byName.get('enclosure');
  const [name] = enclosure?.fields ?? [];
  const listed =
    enclosure && name
      ? reader
          .recordsOf(enclosure)
          .flatMap((record) =>
            reader
              .valuesOf(name, record)
              .flatMap((value) =>
                quotes.some(({ text }) => hasWords(valueText(value, ' '), text))
                  ? [given([{ field: name, value, record }], '"enclosure"', reader, true)]
                  : [],
              ),
          )
      : [];
  const lacks = enclosure && name ? [{ field: name, of: enclosure, record: undefined }] : [];
  return (
    bestOf(listed) ?? {
      standing: 'open',
      rests: [],
      problem: problem(`no enclosure ${quoted(quotes)} is listed`, { lacks }),
    }
  );
}

/** A group is decided if its sound options decide it. Options for other letters do not count. */
function judgeGroup(
  { count, options }: Extract<Ask, { is: 'group' }>,
  reader: LetterReader,
  words: string,
): AskOutcome {
  const judged = options.flatMap((option) => {
    const condition = applies(option.when, reader).applies;
    if (condition === 'no' || condition === 'unknown') return [];
    const outcome = allOf(
      option.asks.map((ask) => (ask ? judgeAsk(ask, reader, option.words?.text ?? words) : damaged)),
    );
    const unclear: Outcome = {
      ...outcome,
      standing: 'unclear',
      problem: outcome.problem ?? problem('it may not apply'),
    };
    return [{ option, outcome: condition === 'unclear' && !isMet(outcome) ? unclear : outcome }];
  });
  const outcome = someOf(
    judged.map((one) => one.outcome),
    count,
    (there) => problem(`${String(count)} of these are asked; ${String(there)} can be met`),
  );
  const best = judged.filter((one) => one.outcome.standing === outcome.standing || isMet(one.outcome));
  const met = judged.filter((one) => isMet(one.outcome)).slice(0, count);
  const isDamaged = !isMet(outcome) && options.every(({ asks }) => asks.some((ask) => !ask));
  return {
    ...outcome,
    options: (isMet(outcome) ? met : best).map(({ option }) => option),
    ...(isDamaged && { isDamaged }),
  };
}
