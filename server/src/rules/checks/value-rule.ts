import type { TypeName } from '../../knowledge/types.js';
import type { Rule, RuleDescription } from '../../lint/rule.js';
import { reportWrongValues } from './wrong-values.js';

/** A rule that reports wrong values of some types: there they are reported, and nowhere else. */
export type ValueRule = Rule & { readonly types: readonly TypeName[] };

export function valueRule(rule: RuleDescription & Pick<ValueRule, 'types'>): ValueRule {
  return {
    ...rule,
    subject: 'record',
    check(record, report) {
      reportWrongValues(record, (type) => rule.types.some((one) => one === type), report);
    },
  };
}
