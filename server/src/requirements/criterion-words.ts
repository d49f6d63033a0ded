import type { Criterion, CriterionState } from './criteria.js';
import type { ClauseOutcome } from './judge-clause.js';

/** How a criterion stands, in words that follow its name. */
export const stateWords: Readonly<Record<CriterionState, string>> = {
  met: 'is met',
  'nothing against it': 'has nothing against it',
  unclear: 'cannot be told',
  unprinted: 'is given, but not printed',
  open: 'is open',
  'not met': 'is not met',
  waived: 'is waived',
  'does not apply': 'does not apply',
};

const LONGEST_NAME = 44;

/** What a criterion is called in a list or a message: its label, else what it asks for. */
export function criterionName(criterion: Pick<Criterion, 'name' | 'row'>): string {
  return shortened(wholeName(criterion), LONGEST_NAME);
}

/** The same, however long it is. */
export function wholeName({ name, row }: Pick<Criterion, 'name' | 'row'>): string {
  const isLabel = row.some(({ label }) => label?.text === name);
  return isLabel ? name : name.replace(/\s*;\s*/g, ' or ');
}

/** What a clause asks, in its author's words; undefined where it has none but its name. */
export function clauseWords({ clause }: ClauseOutcome): string | undefined {
  return clause.words?.text;
}

/** Up to the end of a word. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}\u2026`;
}

/** The clauses of a criterion that are in the way: of the force asked for, and not met. */
export function troubled({ clauses }: Criterion, force: 'require' | 'recommend'): ClauseOutcome[] {
  return clauses.filter(({ clause, standing }) => clause.force === force && standing !== 'met');
}
