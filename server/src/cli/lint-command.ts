import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFileName, type BaselineEntry, entriesOf, type Parted } from '../configuration/baseline.js';
import type { ParseFile } from '../language/parse.js';
import { readSubjects } from '../letter/subjects.js';
import { internalError } from '../lint/engine.js';
import type { Finding, Rule, Severity } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { withCriteria } from '../requirements/with-criteria.js';
import { allRules } from '../rules/all-rules.js';
import type { FoundFile } from '../workspace/find-files.js';
import { changedTargets } from './changed-targets.js';
import { chosenFindings, type Judging } from './chosen-findings.js';
import { fileTexts } from './file-texts.js';
import { fixFiles } from './fix-files.js';
import { knownIn, type LintGroup, nameInWorkspace, readGroup, severitiesOf, withSettings } from './lint-groups.js';
import { configAsked, type LintOptions, readLintOptions } from './lint-options.js';
import { openOutputs } from './lint-outputs.js';
import { findTargets, type TargetGroup, textTarget } from './lint-targets.js';
import { gitChanges } from './git-changes.js';
import { listing } from './listed-findings.js';
import { mayTell } from './may-tell.js';
import { parser } from './parser.js';
import { printConfig } from './print-config.js';
import { readStdin } from './read-text.js';
import { relativeName } from './relative-name.js';
import type { Counts } from './reports.js';
import { staleBaseline, staleReport } from './stale-baseline.js';
import type { Surroundings } from './surroundings.js';
import { workspaceLines } from './tell-workspace.js';
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

async function lintOnce(options: LintOptions, surroundings: Surroundings, rules: readonly Rule[]): Promise<number> {
  const described = [...rules, ...suppressionRules];
  const reporting = { rules: [...described, staleBaseline], version: surroundings.version ?? '0.0.0' };
  const outputs = openOutputs(options, surroundings, reporting, options.fixing === 'show');
  const instead = new Map<string, string>();
  const targets = await targetsOf(options, surroundings, instead);
  const parse = parser();
  const chosen = options.changed ? onlyChanged(targets, options.changed.since, parse) : targets;
  const groups = await withSettings(chosen, rules, surroundings.cwd, options.writesBaseline);
  const tell = (line: string) => surroundings.stderr.write(`lmn: ${line}\n`);
  const problems = new Map<string, string>();
  const judging = (group: LintGroup, target: FoundFile): Judging => ({
    ...{ rules, only: options.only, shown: options.shown },
    severities: severitiesOf(group, target),
  });
  if (options.fixing) await fixFiles(groups, options.fixing, { surroundings, judging, instead, problems });

  const name = (path: string) => relativeName(path, surroundings.cwd);
  const listed = listing(options.maxFindings);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const baselines = new Map<LintGroup, readonly BaselineEntry[]>();
  let checked = 0;
  let ruleFailed = false;
  await outputs.begin();
  for (const group of groups) {
    const { workspace, notes, read, problems: unread } = readGroup(group, parse, fileTexts(instead));
    for (const note of notes) await tell(note);
    if (options.debug) for (const line of debugLines(group)) await tell(line);
    const stale: Parted['stale'][number][] = leftBehind(group, options);
    const found: BaselineEntry[] = [];
    for (const target of group.targets) {
      const file = read(target);
      if (!file) continue;
      const subject = readSubjects(file, workspace, undefined, withCriteria);
      const known = options.writesBaseline ? [] : knownIn(group, target);
      const judged = chosenFindings(subject, judging(group, target), known);
      if (isWhole(options)) stale.push(...judged.stale);
      ruleFailed ||= judged.open.some(isRuleFailure);
      checked++;
      if (options.writesBaseline) found.push(...entriesOf(nameInWorkspace(group, target), judged.open));
      else for (const finding of judged.open) counts[finding.severity]++;
      await outputs.file({
        file: name(target.path),
        text: file.text,
        findings: options.writesBaseline ? [] : listed.of(judged.open),
        settled: judged.settled.slice(0, options.maxFindings || undefined),
        mayTell: mayTell(subject),
      });
    }
    counts[staleBaseline.severity] += stale.length;
    if (stale.length > 0) {
      const report = staleReport(name(join(group.root.path, baselineFileName)), group.baseline, stale);
      await outputs.file({ ...report, findings: listed.of(report.findings) });
    }
    baselines.set(group, found);
    for (const [path, problem] of unread) problems.set(path, problem);
  }
  const isComplete = problems.size === 0 && !ruleFailed;
  if (options.writesBaseline && isComplete) {
    for (const [group, entries] of baselines) {
      const line = await writeBaseline(group, entries, surroundings.cwd);
      if (line !== undefined) await tell(line);
    }
  }
  await outputs.end({ counts, files: checked, isComplete });
  for (const line of listed.told()) await tell(line);
  for (const problem of problems.values()) await tell(problem);
  return isComplete ? exitCode(counts, options.maxWarnings) : 2;
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

/** Whether all of what is found is asked for, in files as they are: only then is it known what is no longer found. */
function isWhole({ only, stdin, fixing, writesBaseline }: LintOptions): boolean {
  return only === undefined && stdin === undefined && fixing !== 'show' && !writesBaseline;
}

/** Entries of a baseline whose file is gone. */
function leftBehind({ root, baseline }: LintGroup, options: LintOptions): Parted['stale'][number][] {
  if (!isWhole(options)) return [];
  const gone = [...baseline.files].filter(([file]) => !existsSync(join(root.path, ...file.split('/'))));
  return gone.flatMap(([, entries]) => entries.map((entry) => ({ entry, missing: entry.count })));
}

function debugLines({ root, settings, leftOut, all }: LintGroup): string[] {
  const configs = new Set([...settings.values()].flatMap(({ paths }) => paths));
  return workspaceLines(root, [...configs], leftOut, all.length);
}

function isRuleFailure(finding: Finding): boolean {
  return finding.rule === internalError;
}

function exitCode(counts: Counts, maxWarnings: number): number {
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}
