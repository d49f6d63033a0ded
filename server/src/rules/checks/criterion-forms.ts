import type { Ask, AskedFacts, AskedName, Clause, Test } from '../../letter/source.js';
import type { Criterion } from '../../requirements/criteria.js';
import type { ClauseOutcome } from '../../requirements/judge-clause.js';

/** A criterion and its clauses that are in the way. */
export interface Trouble {
  readonly criterion: Criterion;
  readonly clauses: readonly ClauseOutcome[];
}

/**
 * Rules that tell of clauses of one form, as the kinds that ship have them, so that a folder can silence or weigh them by a name of their own. What is asked, and of which letters, stands in the
 * kinds alone.
 */
export type FormRule = keyof typeof forms;

/** Nothing of it is given yet. */
export function isUntouched({ state, rests, problem }: ClauseOutcome): boolean {
  return state === 'open' && rests.length === 0 && problem?.where === undefined;
}

/**
 * The rule that tells of a criterion by its form; undefined where that is the rule for all that its kind or policy asks. A payer's criteria are told as the payer's, but for the length of the
 * letter. What is only recommended, and of which nothing is given, stays in the one finding for all of that.
 */
export function formRuleOf({ criterion, clauses }: Trouble): FormRule | undefined {
  const isBegun = !clauses.every(isUntouched);
  if (!isBegun && clauses.every(({ clause }) => clause.force === 'recommend')) return undefined;
  const found = (Object.keys(forms) as FormRule[]).find((id) => {
    const { isOf, onceBegun }: Form = forms[id];
    return (isBegun || !onceBegun) && clauses.every(({ clause }) => isForm(clause, isOf));
  });
  return found === 'length' || criterion.asker.level !== 'policy' ? found : undefined;
}

interface Form {
  readonly isOf: (ask: Ask) => boolean;
  /** Told only once something of it is given: until then the record itself is asked for. */
  readonly onceBegun?: true;
}

function isForm({ ask }: Clause, isOf: Form['isOf']): boolean {
  return ask !== undefined && isOf(ask);
}

/** A form of clauses that ask for facts: all their names must be so, and the rest of the clause. */
function ofFacts(
  isName: (name: AskedName) => boolean,
  isRest: (ask: AskedFacts) => boolean = () => true,
): Form['isOf'] {
  return (ask) => ask.is === 'facts' && ask.names.every(isName) && isRest(ask);
}

/** A record, or one that a vocabulary declares like it: a clinic's own name for the reasons of a denial. */
function isOfRecord(name: string): (asked: AskedName) => boolean {
  return ({ record: { norm, like } }) => norm === name || like.some(({ record }) => record === name);
}

/** The tests of a clause, on its line and beneath it. */
function testsOf({ test, ways }: AskedFacts): Test[] {
  return [...(test ? [test] : []), ...ways.flat().map((line) => line.test)];
}

/** How much is asked for, and what a payer looks up. */
const amounts: ReadonlySet<string> = new Set([
  'code',
  'ndc',
  'dose',
  'quantity',
  'frequency',
  'duration',
  'dates of service',
]);

function isAmount({ names, ways, test }: AskedFacts): boolean {
  const fields = [...names.flatMap(({ field }) => field ?? []), ...ways.flat().flatMap((line) => line.fields)];
  return fields.length > 0 && !test && fields.every(({ norm }) => amounts.has(norm));
}

/** What a letter can ask a payer to do. */
export const REQUEST = /^(?:approve|authorize|cover|grant|overturn|reverse|reconsider)$/i;

const forms = {
  'no-request': { isOf: (ask) => ask.is === 'said' && ask.quotes.some(({ text }) => REQUEST.test(text)) },
  component: { isOf: (ask) => ask.is === 'section' },
  'request-incomplete': { isOf: ofFacts(isOfRecord('treatment requested'), isAmount), onceBegun: true },
  'evidence-too-little': { isOf: ofFacts(isOfRecord('evidence'), ({ ways, test }) => ways.length === 0 && !test) },
  'evidence-old': { isOf: ofFacts(isOfRecord('evidence'), (ask) => testsOf(ask).some(({ is }) => is === 'days')) },
  'stale-visit': {
    isOf: ofFacts(
      ({ field }) => field?.norm === 'last visit',
      ({ test }) => test?.is === 'days' && test.op === 'within' && !test.of,
    ),
    onceBegun: true,
  },
  'authorization-gap': {
    isOf: ofFacts(
      () => true,
      ({ test }) => test?.is === 'days' && test.of?.record.norm === 'prior authorization',
    ),
    onceBegun: true,
  },
  'denial-unanswered': {
    isOf: ofFacts(isOfRecord('denial reason'), ({ ways }) =>
      ways.flat().some(({ fields }) => fields.some(({ norm }) => norm === 'answer')),
    ),
    onceBegun: true,
  },
  enclosure: { isOf: (ask) => ask.is === 'enclosure' },
  length: { isOf: (ask) => ask.is === 'pages' },
} as const satisfies Readonly<Record<string, Form>>;
