import { longestPattern, usualFileName } from './file-name-pattern.js';
import { lengthPattern } from './paper-settings.js';
import { groupNames, severityKey, severityWords } from './rule-settings.js';
import type { RuleOption } from '../lint/rule-options.js';
import type { RuleDescription } from '../lint/rule.js';
import { fontSizes, headParts, letterheadLayouts, pageSides, paperSizeNames, usualPaper } from '../paper.js';

/** The JSON schema of `lmn.config.json`: completion and checks of editors. Made of the rules, so that it names exactly those there are. */
export function configSchema(
  rules: readonly Pick<RuleDescription, 'id' | 'formerly' | 'severity' | 'summary' | 'options'>[],
): object {
  const severity = (rule: (typeof rules)[number], deprecated?: string) => ({
    description: rule.summary,
    ...settingOf(rule),
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
    // Where SchemaStore is to have it: schemastore/README.md.
    $id: 'https://www.schemastore.org/lmn.config.json',
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
      groups: {
        description: 'How severe all rules of a group are, as far as "rules" does not name them; "off" turns them off.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(groupNames.map((group) => [group, { enum: severityWords }])),
      },
      rules: {
        description:
          'How severe each rule is, by its name; "off" turns it off. A rule that is not named keeps its own severity. In { } stand the options of a rule, with "severity" where that is set too.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...present, ...former]),
      },
      paper: paperSchema,
      export: exportSchema,
    },
  };
}

/** A rule without options has a severity and no more. */
function settingOf({ options = [], severity }: Pick<RuleDescription, 'severity' | 'options'>): object {
  if (options.length === 0) return { enum: severityWords };
  const properties = Object.fromEntries(options.map((option) => [option.name, optionSchema(option)]));
  return {
    anyOf: [
      { enum: severityWords },
      {
        type: 'object',
        additionalProperties: false,
        properties: { [severityKey]: { enum: severityWords, default: severity }, ...properties },
      },
    ],
  };
}

function optionSchema(option: RuleOption): object {
  const { description, usual } = option;
  switch (option.takes) {
    case 'number':
      return { description, type: 'integer', minimum: option.least, maximum: option.most, default: usual };
    case 'words':
      return { description, type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, default: usual };
    case 'table':
      return { description, type: 'object', additionalProperties: { type: 'string', minLength: 1 }, default: usual };
    case 'switches':
      return {
        description,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(option.usual).map(([part, isOn]) => [part, { type: 'boolean', default: isOn }]),
        ),
      };
  }
}

const length = { type: 'string', pattern: lengthPattern.source };

const paperSchema = {
  description: 'How letters look on paper: the same in PDF, Word, HTML and the preview.',
  type: 'object',
  additionalProperties: false,
  properties: {
    size: { description: 'US Letter (8.5 by 11 inches) or A4.', enum: paperSizeNames, default: usualPaper.size },
    margins: {
      description:
        'A length for all sides, from "0.5in" to "2in", or one for each: { "top": "1in", "left": "0.75in" }. Units: in, cm, mm, pt.',
      anyOf: [
        length,
        {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(pageSides.map((side) => [side, length])),
        },
      ],
      default: '1in',
    },
    fontSize: {
      description: 'The size of the words in points, whole or half.',
      type: 'number',
      minimum: fontSizes.least,
      maximum: fontSizes.most,
      multipleOf: 0.5,
      default: usualPaper.fontSize,
    },
    letterhead: {
      description: 'Where the letterhead stands, and its logo: above the lines, or beside them.',
      enum: letterheadLayouts,
      default: usualPaper.letterhead,
    },
    runningHead: {
      description:
        'Who the letter is about, at the top of the second page on, in this order; [] for nothing but the page number. Where no member ID is given, the reference number stands in its place.',
      type: 'array',
      uniqueItems: true,
      items: { enum: headParts },
      default: usualPaper.runningHead,
    },
  },
};

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
    paper: {
      description: 'US Letter (8.5 by 11 inches) or A4.',
      enum: paperSizeNames,
      deprecated: true,
      deprecationMessage: 'Now "size" under "paper".',
    },
    patientInProperties: {
      description:
        'Whether the properties of a PDF or Word file name the patient. They show in mail programs, search and lists of files.',
      type: 'boolean',
      default: false,
    },
  },
};
