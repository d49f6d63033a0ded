import { nearest } from '../spelling/nearest.js';
import { type JsonValue, readJson } from './config-json.js';
import { membersOf, named, type Tell } from './config-members.js';
import type { Severities } from '../lint/engine.js';
import { type ExportSettings, readExport } from './export-settings.js';
import { paperOver, type PaperSettings, readPaper } from './paper-settings.js';
import { type Position, positionsIn } from '../lint/positions.js';
import { readGroups, readRules, type RuleNames, type RuleSettings } from './rule-settings.js';

/** The file that says which rules count in its folder and beneath it, and how letters are written. The nearest one above a letter counts, and no other. */
export const configFileName = 'lmn.config.json';

/** Something wrong in a configuration: with it nothing can be checked as its writer meant. */
export interface ConfigProblem extends Position {
  /** The file, as it was given. */
  readonly path: string;
  readonly message: string;
}

/** Another configuration that one builds on, as written. */
export interface Extension extends Position {
  readonly specifier: string;
}

/** One configuration file by itself. */
export interface ConfigFile extends RuleSettings {
  readonly path: string;
  readonly extends: readonly Extension[];
  readonly export: ExportSettings;
  readonly paper: PaperSettings;
  readonly problems: readonly ConfigProblem[];
}

export const configKeys = ['$schema', 'root', 'extends', 'groups', 'rules', 'paper', 'export'] as const;

/** Reads one configuration file. Never throws; what is wrong is told with its place, and left out. */
export function readConfig(path: string, text: string, rules: readonly RuleNames[]): ConfigFile {
  const positionAt = positionsIn(text);
  const problems: ConfigProblem[] = [];
  const tell = (start: number, message: string) => problems.push({ path, ...positionAt(start), message });
  const { value, problem } = readJson(text);
  if (problem) tell(problem.start, problem.message);
  const members = value ? membersOf(value, 'A configuration is an object: { "rules": { … } }', tell) : [];
  let extended: Extension[] = [];
  let ofGroups: Severities = {};
  let ofRules: RuleSettings = { severities: {}, options: {} };
  let exporting: ExportSettings = {};
  let paper: PaperSettings = {};
  let formerPaper: PaperSettings = {};
  for (const member of members) {
    if (member.name === 'extends') {
      extended = readExtends(member.value, tell).map(({ start, value }) => ({
        specifier: value,
        ...positionAt(start),
      }));
    } else if (member.name === 'rules') ofRules = readRules(member.value, rules, tell);
    else if (member.name === 'groups') ofGroups = readGroups(member.value, rules, tell);
    else if (member.name === 'paper') paper = readPaper(member.value, tell);
    else if (member.name === 'export') ({ settings: exporting, paper: formerPaper } = readExport(member.value, tell));
    else if (member.name === 'root') {
      if (member.value.kind !== 'boolean')
        tell(member.value.start, '"root" is true or false, without quotation marks.');
    } else if (member.name !== '$schema') tell(member.start, unknownKey(member.name));
    else if (member.value.kind !== 'string') tell(member.value.start, '"$schema" is an address in double quotes.');
  }
  return {
    path,
    extends: extended,
    severities: { ...ofGroups, ...ofRules.severities },
    options: ofRules.options,
    export: exporting,
    paper: paperOver(formerPaper, paper),
    problems,
  };
}

/** Whether a configuration says that its folder is a workspace of its own, whatever lies around it. */
export function saysRoot(text: string): boolean {
  const { value } = readJson(text);
  const root = value?.kind === 'object' ? value.members.find(({ name }) => name === 'root')?.value : undefined;
  return root?.kind === 'boolean' && root.value;
}

function readExtends(value: JsonValue, tell: Tell): (JsonValue & { kind: 'string' })[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'string' && item.value !== '') return [item];
    tell(
      item.start,
      '"extends" names a file or a package in double quotes, such as "../lmn.config.json", or several in [ ].',
    );
    return [];
  });
}

function unknownKey(name: string): string {
  const [near] = nearest(name, configKeys, 1);
  return `Nothing is set by ${named(name)}. ${near === undefined ? 'What can be set: "root", "extends", "groups", "rules", "paper" and "export".' : `Did you mean "${near}"?`}`;
}
