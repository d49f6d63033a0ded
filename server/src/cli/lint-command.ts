import type { ParseFile } from '../language/parse.js';
import type { Rule } from '../lint/rule.js';
import { codeFolders } from '../disk/code-folders.js';
import { suppressionRules } from '../lint/suppressing.js';
import { allRules } from '../rules/all-rules.js';
import type { FoundFile } from '../workspace/find-files.js';
import { changedTargets } from './changed-targets.js';
import { checkGroup, type CheckedGroup, type Checking } from './check-group.js';
import type { Judging } from './chosen-findings.js';
import { fileTexts } from './file-texts.js';
import { findingsFolder } from './findings-folder.js';
import { fixFiles } from './fix-files.js';
import { type LintGroup, ruleSettingsOf, withSettings } from './lint-groups.js';
import { configAsked, type LintOptions, readLintOptions } from './lint-options.js';
import { openOutputs } from './lint-outputs.js';
import { findTargets, type TargetGroup, textTarget } from './lint-targets.js';
import { gitChanges } from './git-changes.js';
import { listing } from './listed-findings.js';
import { parse } from './parser.js';
import { printConfig } from './print-config.js';
import { type Progress, withProgress } from './progress.js';
import { readStdin } from './read-text.js';
import { relativeName } from './relative-name.js';
import type { Counts } from './reports.js';
import { staleBaseline } from './stale-baseline.js';
import type { Surroundings } from './surroundings.js';
import { tellingFailures } from './telling-failures.js';
import { watchFolders } from './watch-folders.js';
import { writeBaseline } from './write-baseline.js';

/**
 * `lmn lint PATH…`: first what the letters refer to is read, then each file is read, checked, reported and dropped, so that memory does not grow with
 * their number. Gives the exit code: 1 for an error or a warning, 2 where a file could not be read or a rule failed.
 */
export async function lintCommand(
  words: readonly string[],
  surroundings: Surroundings,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const about = configAsked(words);
  if (about !== undefined) {
    await surroundings.stdout.write(await printConfig(about, rules, surroundings));
    return 0;
  }
  const options = readLintOptions(words, [...rules, ...suppressionRules]);
  return options.watches ? watching(options, surroundings, rules) : lintOnce(options, surroundings, rules);
}

/** Goes on until the user ends it; what went wrong once may be mended by the next change. */
async function watching(options: LintOptions, surroundings: Surroundings, rules: readonly Rule[]): Promise<number> {
  const groups = await findTargets(options.paths, surroundings);
  let code = 0;
  const run = async () => {
    code = await tellingFailures(surroundings, () => lintOnce(options, surroundings, rules));
    await surroundings.stderr.write('lmn: Waiting for changes. Ctrl+C ends it.\n');
  };
  const folders = groups.map(({ root }) => root.path);
  await watchFolders(folders, run, surroundings.ended);
  return code;
}

async function lintOnce(options: LintOptions, around: Surroundings, rules: readonly Rule[]): Promise<number> {
  const { surroundings, progress } = withProgress(around, 'files');
  try {
    return await lintShowing(progress, options, surroundings, rules);
  } finally {
    await progress.end();
  }
}

async function lintShowing(
  progress: Progress,
  options: LintOptions,
  surroundings: Surroundings,
  rules: readonly Rule[],
): Promise<number> {
  const described = [...rules, ...suppressionRules];
  const reporting = { rules: [...described, staleBaseline], version: surroundings.version ?? '0.0.0' };
  const outputs = openOutputs(options, surroundings, reporting, options.fixing === 'show');
  const instead = new Map<string, string>();
  const targets = await targetsOf(options, surroundings, instead);
  const chosen = options.changed ? onlyChanged(targets, options.changed.since, parse) : targets;
  const groups = await withSettings(chosen, rules, surroundings.cwd, options.writesBaseline);
  const tell = (line: string) => surroundings.stderr.write(`lmn: ${line}\n`);
  const problems = new Map<string, string>();
  const judging = (group: LintGroup, target: FoundFile): Judging => ({
    ...{ rules, only: options.only, shown: options.shown },
    ...ruleSettingsOf(group, target),
  });
  if (options.fixing) await fixFiles(groups, options.fixing, { surroundings, judging, instead, problems });

  const name = (path: string) => relativeName(path, surroundings.cwd);
  const listed = listing(options.maxFindings);
  const total = groups.reduce((sum, { targets }) => sum + targets.length, 0);
  let begun = 0;
  const begin = () => progress.at(begun++, total);
  const { threads } = surroundings;
  // Of a text that stands in for a file, nothing is kept, and no thread knows it.
  const isPlain = instead.size === 0;
  const kept = options.cache && isPlain ? await findingsFolder(options.cache, surroundings, tell) : undefined;
  const checking: Checking = {
    ...{ options, judging, parse, texts: fileTexts(instead), outputs, listed, name, tell, begin },
    codeFolders: ({ root }) => codeFolders(root.path, surroundings.stateFolder),
    ...(threads && isPlain && rules === allRules && { threads: { threads, asked: options.concurrency } }),
    ...(kept !== undefined && { cache: { folder: kept, program: programOf(surroundings) } }),
  };
  const checked = new Map<LintGroup, CheckedGroup>();
  await outputs.begin();
  for (const group of groups) {
    const one = await checkGroup(group, checking);
    checked.set(group, one);
    for (const [path, problem] of one.problems) problems.set(path, problem);
  }
  const all = [...checked.values()];
  const isComplete = problems.size === 0 && !all.some(({ ruleFailed }) => ruleFailed);
  if (options.writesBaseline && isComplete) {
    for (const [group, { found }] of checked) {
      const line = await writeBaseline(group, found, surroundings.cwd);
      if (line !== undefined) await tell(line);
    }
  }
  const sum = (count: (one: CheckedGroup) => number) => all.reduce((total, one) => total + count(one), 0);
  const counts = {
    error: sum((one) => one.counts.error),
    warning: sum((one) => one.counts.warning),
    info: sum((one) => one.counts.info),
  };
  await outputs.end({ counts, files: sum(({ files }) => files), isComplete });
  for (const line of listed.told()) await tell(line);
  for (const problem of problems.values()) await tell(problem);
  return isComplete ? exitCode(counts, options.maxWarnings) : 2;
}

function programOf({ version = '', build = '' }: Surroundings): string {
  return `${version} ${build}`;
}

async function targetsOf(
  { paths, stdin }: LintOptions,
  surroundings: Surroundings,
  instead: Map<string, string>,
): ReturnType<typeof findTargets> {
  if (stdin === undefined) return findTargets(paths, surroundings);
  const group = await textTarget(stdin, surroundings);
  for (const { path } of group.targets) instead.set(path, readStdin(surroundings));
  return [group];
}

/** A workspace of which nothing is to be checked is not even read. */
function onlyChanged(groups: readonly TargetGroup[], since: string | undefined, parse: ParseFile): TargetGroup[] {
  return groups
    .map((group) => ({ ...group, targets: changedTargets(group, gitChanges(group.root.path, since), parse) }))
    .filter(({ targets, problems }) => targets.length + problems.length > 0);
}

function exitCode(counts: Counts, maxWarnings: number): number {
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}
