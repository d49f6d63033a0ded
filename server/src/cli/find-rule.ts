import { nearest } from '../spelling/nearest.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';

/**
 * The rule that a name means, present or former, whatever its capitals.
 *
 * @throws {Failure} where there is none.
 */
export function findRule<Rule extends { readonly id: string; readonly formerly?: readonly string[] }>(
  id: string,
  rules: readonly Rule[],
): Rule {
  const written = id.toLowerCase();
  const rule = rules.find((rule) => rule.id === written) ?? rules.find((rule) => rule.formerly?.includes(written));
  if (rule) return rule;
  const [near] = nearest(
    id,
    rules.map((rule) => rule.id),
    1,
  );
  throw new Failure(
    `No rule has the name ${shown(id)}. ${near === undefined ? 'All rules: lmn explain' : `Did you mean ${near}?`}`,
  );
}
