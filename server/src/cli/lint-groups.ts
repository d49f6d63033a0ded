import { dirname } from 'node:path';
import type { PlacedEntry } from '../configuration/baseline.js';
import { noSettings } from '../configuration/config-chain.js';
import type { RuleSettings } from '../configuration/rule-settings.js';
import type { ParseFile } from '../language/parse.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import type { Rule } from '../lint/rule.js';
import type { FolderSettings, WorkspaceBaseline } from '../workspace/config-files.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { FileTexts } from './file-texts.js';
import type { TargetGroup } from './lint-targets.js';
import { loadWorkspace, uriOf } from './load-workspace.js';
import { printable } from './printable.js';
import { readKnownFindings, readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';

/** The files of one workspace that are asked for, with what is set for each. */
export type LintGroup = TargetGroup & {
  readonly settings: ReadonlyMap<string, FolderSettings>;
  readonly baseline: WorkspaceBaseline;
};

/** Reads every configuration and baseline before anything is checked. @throws {Failure} where one is wrong. */
export async function withSettings(
  groups: readonly TargetGroup[],
  rules: readonly Rule[],
  cwd: string,
  isBaselineWrittenAnew = false,
): Promise<LintGroup[]> {
  const name = (path: string) => relativeName(path, cwd);
  const read: LintGroup[] = [];
  for (const group of groups) {
    const folders = group.targets.map((file) => dirname(file.path));
    const root = group.root.path;
    const settings = await readSettings(root, folders, rules, name);
    read.push({ ...group, settings, baseline: await readKnownFindings(root, rules, name, isBaselineWrittenAnew) });
  }
  return read;
}

/** What is set of the rules for a file. */
export function ruleSettingsOf({ settings }: LintGroup, { path }: FoundFile): RuleSettings {
  const { severities, options } = settings.get(dirname(path)) ?? noSettings;
  return { severities, options };
}

/** What the baseline says of a file. */
export function knownIn(group: LintGroup, target: FoundFile): readonly PlacedEntry[] {
  return group.baseline.files.get(nameInWorkspace(group, target)) ?? [];
}

/** A file as a baseline names it: from the root of its workspace, with slashes. */
export function nameInWorkspace({ root }: TargetGroup, { path }: FoundFile): string {
  return relativeName(path, root.path);
}

/** A workspace whose templates, policies and vocabularies are read. */
export interface ReadGroup {
  readonly workspace: Workspace;
  /** One of the files that are asked for; undefined, with a problem, where it cannot be read. */
  readonly read: (target: FoundFile) => SourceFile | undefined;
  /** The same; or why it cannot be read. */
  readonly readOrProblem: (target: FoundFile) => SourceFile | string;
  /** What of the files that were asked for could not be read, by path. */
  readonly problems: ReadonlyMap<string, string>;
  /** What of the others could not. */
  readonly notes: readonly string[];
}

/** Reads what the letters of a group refer to. */
export function readGroup(group: TargetGroup, parse: ParseFile, texts: FileTexts): ReadGroup {
  const problems = new Map<string, string>(group.problems.map((problem) => [problem, problem]));
  const notes = [...group.notes];
  const targets = new Set(group.targets.map(({ path }) => path));
  const tell = (path: string, problem: string) => {
    if (targets.has(path)) problems.set(path, problem);
    else notes.push(problem);
  };
  const workspace = loadWorkspace(group.all, parse, tell, texts);
  const readOrProblem = (target: FoundFile): SourceFile | string => {
    const file = problems.get(target.path) ?? readTarget(target, workspace, parse, texts);
    if (typeof file === 'string') problems.set(target.path, file);
    return file;
  };
  return {
    ...{ workspace, problems, notes, readOrProblem },
    read(target) {
      const file = readOrProblem(target);
      return typeof file === 'string' ? undefined : file;
    },
  };
}

/** A file of a workspace that is read, or why it cannot be. */
export function readTarget(
  target: FoundFile,
  workspace: Workspace,
  parse: ParseFile,
  texts: FileTexts,
): SourceFile | string {
  const known = workspace.get(uriOf(target));
  if (known) return known;
  try {
    return parse(uriOf(target), texts.read(target.path));
  } catch (error) {
    return `${printable(target.path)} cannot be read: ${reasonOf(error)}.`;
  }
}
