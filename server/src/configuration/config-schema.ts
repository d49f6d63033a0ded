import { longestPattern, usualFileName } from './file-name-pattern.js';
import { severityWords } from './config.js';
import { papers } from './export-settings.js';
import type { RuleDescription } from '../lint/rule.js';

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
      'Which rules count for the letters in this folder and beneath it, and how much; and how letters are written as files. The nearest file above a letter counts.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      root: {
        description:
          'true makes this folder a workspace of its own: letters in it know the templates, policies and vocabularies beneath it, and none of the folders around it.',
        type: 'boolean',
        default: false,
      },
      extends: {
        description:
          'Configurations that this one builds on: a path from this file, inside the workspace ("../lmn.config.json"), or a package of its node_modules. A later one wins over an earlier one, and what is set here over both.',
        anyOf: [path, { type: 'array', items: path }],
      },
      rules: {
        description:
          'How severe each rule is, by its name; "off" turns it off. A rule that is not named keeps its own severity.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...present, ...former]),
      },
      export: exportSchema,
    },
  };
}

const exportSchema = {
  description: 'How letters are written as PDF, Word and other files.',
  type: 'object',
  additionalProperties: false,
  properties: {
    fileName: {
      description:
        "How a letter's file is called: words, and names in brackets as letters have them, such as [date], with [template] for the template's name and [case] for the case file's. What is not given is left out. No ending. A patient's name in it shows in mails and lists of files.",
      type: 'string',
      minLength: 1,
      maxLength: longestPattern,
      default: usualFileName,
    },
    paper: { description: 'US Letter (8.5 by 11 inches) or A4.', enum: papers, default: 'letter' },
    patientInProperties: {
      description:
        'Whether the properties of a PDF or Word file name the patient. They show in mail programs, search and lists of files.',
      type: 'boolean',
      default: false,
    },
  },
};
