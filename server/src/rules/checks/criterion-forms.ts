import type { Clause } from '../../letter/source.js';
import type { Criterion } from '../../requirements/criteria.js';
import type { ClauseOutcome } from '../../requirements/judge-clause.js';

/** A criterion and its clauses that are in the way. */
export interface Trouble {
  readonly criterion: Criterion;
  readonly clauses: readonly ClauseOutcome[];
}

/**
 * Rules that tell of clauses of one form, as the kinds that ship have them: so that a folder can silence or weigh them by a name of their own. What is asked, and of which
 * letters, stands in the kinds alone.
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
export function formRuleOf(trouble: Trouble): FormRule | undefined {
  const { criterion, clauses } = trouble;
  if (criterion.force === 'recommend' && clauses.every(isUntouched)) return undefined;
  const found = (Object.keys(forms) as FormRule[]).find((id) => clauses.every(({ clause }) => forms[id](clause)));
  return found === 'length' || criterion.asker.level !== 'policy' ? found : undefined;
}

const forms = {
  length: ({ ask }: Clause) => ask?.is === 'pages',
};
