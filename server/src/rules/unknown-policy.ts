import { nearest } from '../spelling/nearest.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import type { Rule } from '../lint/rule.js';

export const unknownPolicy: Rule = {
  id: 'unknown-policy',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'A case names only policies that are there.',
  why: 'A policy that is not found is not checked: the letter would look as if it met all that the payer asks for.',
  bad: {
    'case.lmn': 'case\npayer policy: mesa-mp-14',
    'policy.lmn': 'policy mesa-mp-104\npayer: Blue Mesa Health Plan',
  },
  good: {
    'case.lmn': 'case\npayer policy: mesa-mp-104',
    'policy.lmn': 'policy mesa-mp-104\npayer: Blue Mesa Health Plan',
  },
  check({ head, schema, workspace }, report) {
    const field = schema.vocabulary.letter.byName.get('payer policy');
    const { policies } = workspace;
    const given = field
      ? (head?.facts ?? []).filter((fact) => fact.declaration === field).flatMap((fact) => fact.values)
      : [];
    for (const { where, given: isGiven } of given) {
      if (!isGiven || policies.has(where.text)) continue;
      const near = nearest(where.text, policies.keys());
      const choice =
        near.length > 0 ? `Did you mean ${anyOf(near)}?` : "Write the name on the first line of the policy's file.";
      report(where, `There is no policy of this name. ${choice}`, writeFixes(where, near));
    }
  },
};
