import type { TypeName } from '../../knowledge/types.js';
import type { Rule, RuleDescription } from '../../lint/rule.js';
import { reportWrongValues } from './wrong-values.js';

/** A rule that reports wrong values of some types of codes: there they are reported, and nowhere else. */
export type ValueRule = Rule & { readonly types: readonly TypeName[] };

/** `means` picks its values where two rules share a type; else all are its own. */
export function valueRule(
  rule: RuleDescription & Pick<ValueRule, 'types'>,
  means: (text: string) => boolean = () => true,
): ValueRule {
  return {
    ...rule,
    subject: 'record',
    check(record, report) {
      reportWrongValues(
        record,
        ({ type }, text) => (rule.types.some((one) => one === type.name) && means(text) ? type : undefined),
        report,
      );
    },
  };
}
