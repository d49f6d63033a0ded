import { dirname, resolve } from 'node:path';
import { noSettings, type Settings } from '../configuration/config-chain.js';
import { codeFolders, codeLists } from '../disk/code-folders.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { allRules } from '../rules/all-rules.js';
import type { FolderSettings } from '../workspace/config-files.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { Arguments } from './arguments.js';
import type { FileTexts } from './file-texts.js';
import { readGroup } from './lint-groups.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { parse } from './parser.js';
import { mustBeCase, mustHave } from './asked-case.js';
import { readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';
import { workspaceLines } from './tell-workspace.js';

/** The cases that words of a command line mean, by workspace. @throws {Failure} where one that is named itself is no case. */
export async function casesIn(
  operands: readonly string[],
  surroundings: Surroundings,
  texts: FileTexts,
): Promise<TargetGroup[]> {
  const groups = await findTargets(operands, surroundings);
  const written = new Map(operands.map((operand) => [resolve(surroundings.cwd, operand), operand]));
  return groups.map((group) => ({
    ...group,
    targets: group.targets.filter(({ path }) => {
      const kind = kindOf(path, texts);
      const named = written.get(path);
      if (named !== undefined) mustBeCase(kind, named);
      return kind === undefined || kind === 'case';
    }),
  }));
}

/** Of a file that cannot be read nothing is known: it stays, and is told when its turn comes. */
function kindOf(path: string, texts: FileTexts): ReturnType<FileTexts['kindOf']> {
  try {
    return texts.kindOf(path);
  } catch {
    return undefined;
  }
}

/** The cases of one workspace, with what their letters refer to and what is set for them. */
export interface OpenedCases {
  readonly workspace: Workspace;
  readonly settings: ReadonlyMap<string, FolderSettings>;
  readonly settingsOf: (target: FoundFile) => Settings;
  /** One of the cases; or why it cannot be read. */
  readonly read: (target: FoundFile) => SourceFile | string;
  /** What of the cases could not be read, by path. */
  readonly problems: ReadonlyMap<string, string>;
  /** Where the code lists lie. */
  readonly codes: readonly string[];
}

/** Reads what the cases of a workspace refer to. `tell` hears what else is to be known. @throws {Failure} where there is no template as asked for. */
export async function openCases(
  group: TargetGroup,
  options: Arguments['options'],
  texts: FileTexts,
  { cwd, stateFolder }: Surroundings,
  tell: (line: string) => Promise<void> | void,
): Promise<OpenedCases> {
  const root = group.root.path;
  const folders = group.targets.map(({ path }) => dirname(path));
  const settings = await readSettings(root, folders, allRules, (path) => relativeName(path, cwd));
  const { workspace, notes, problems, readOrProblem: read } = readGroup(group, parse, texts);
  const codes = codeFolders(root, stateFolder);
  workspace.codes = codeLists(codes);
  mustHave(options.get('template'), workspace);
  for (const note of notes) await tell(note);
  if (options.has('debug')) {
    const configs = [...new Set([...settings.values()].flatMap(({ paths }) => paths))];
    for (const line of workspaceLines(group.root, configs, group.leftOut, group.all.length)) await tell(line);
  }
  const settingsOf = ({ path }: FoundFile) => settings.get(dirname(path)) ?? noSettings;
  return { workspace, settings, settingsOf, read, problems, codes };
}
