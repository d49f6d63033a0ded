import { severityWords } from './config.js';
import type { RuleDescription } from './rule.js';

/** The JSON schema of `lmn.config.json`: completion and checks of editors. Made of the rules, so that it names exactly those there are. */
export function configSchema(
  rules: readonly Pick<RuleDescription, 'id' | 'formerly' | 'severity' | 'summary'>[],
): object {
  const severity = (rule: (typeof rules)[number], deprecated?: string) => ({
    description: rule.summary,
    enum: severityWords,
    default: rule.severity,
    ...(deprecated !== undefined && { deprecated: true, deprecationMessage: deprecated }),
  });
  const present = rules.map((rule) => [rule.id, severity(rule)] as const);
  const former = rules.flatMap((rule) =>
    (rule.formerly ?? []).map((id) => [id, severity(rule, `Now called ${rule.id}.`)] as const),
  );
  const path = { type: 'string', minLength: 1 };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'lmn.config.json',
    description:
      'Which rules count for the letters in this folder and beneath it, and how much. The nearest file above a letter counts.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      extends: {
        description:
          'Configurations that this one builds on: a path from this file, inside the workspace ("../lmn.config.json"), or a package of its node_modules. A later one wins over an earlier one, and the rules here over both.',
        anyOf: [path, { type: 'array', items: path }],
      },
      rules: {
        description:
          'How severe each rule is, by its name; "off" turns it off. A rule that is not named keeps its own severity.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...present, ...former]),
      },
    },
  };
}
