import { dirname } from 'node:path';
import type { ParseFile } from '../language/parse.js';
import type { SourceFile } from '../language/source-file.js';
import { readSubjects } from '../letter/subjects.js';
import { internalError, lint } from '../lint/engine.js';
import type { Finding, Rule, Severity } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { allRules } from '../rules/all-rules.js';
import { withCriteria } from '../requirements/with-criteria.js';
import type { FolderSettings } from '../workspace/config-files.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile } from '../workspace/find-files.js';
import { type Arguments, readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { lintOptions } from './help.js';
import { openOutputs } from './lint-outputs.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { listing, usualLimit } from './listed-findings.js';
import { loadWorkspace, uriOf } from './load-workspace.js';
import { mayTell } from './may-tell.js';
import { parser } from './parser.js';
import { printable, shown } from './printable.js';
import { readSettings } from './read-settings.js';
import { readText } from './read-text.js';
import { relativeName } from './relative-name.js';
import type { Counts } from './reports.js';
import type { Surroundings } from './surroundings.js';
import { workspaceLines } from './tell-workspace.js';

/**
 * `lmn lint PATH…`: first what the letters refer to is read, then each file is read, checked, reported and dropped, so that memory does not grow with
 * their number. Gives the exit code: 1 for an error or a warning, 2 where a file could not be read or a rule failed.
 */
export async function lintCommand(
  words: readonly string[],
  surroundings: Surroundings,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const given = readArguments(words, lintOptions);
  const { options, operands } = given;
  if (operands.length === 0) throw new Failure('Say what to check: lmn lint PATH…, such as: lmn lint .');
  const maxWarnings = readNumber(options, 'max-warnings', 0);
  const listed = listing(readNumber(options, 'max-findings', usualLimit));
  const shownSeverities: readonly Severity[] = options.has('quiet') ? ['error'] : ['error', 'warning', 'info'];
  const isShown = ({ severity }: Finding) => shownSeverities.includes(severity);
  const outputs = openOutputs(given, surroundings, {
    rules: [...rules, ...suppressionRules],
    version: surroundings.version ?? '0.0.0',
  });

  const name = (path: string) => relativeName(path, surroundings.cwd);
  const groups = await groupsOf(operands, surroundings, rules);
  const parse = parser();
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const problems = new Map<string, string>();
  const tell = (line: string) => surroundings.stderr.write(`lmn: ${line}\n`);
  let checked = 0;
  let ruleFailed = false;

  await outputs.begin();
  for (const group of groups) {
    for (const problem of group.problems) problems.set(problem, problem);
    const targets = new Set(group.targets.map((file) => file.path));
    const notes = [...group.notes];
    const workspace = loadWorkspace(group.all, parse, (path, problem) => {
      if (targets.has(path)) problems.set(path, problem);
      else notes.push(problem);
    });
    for (const note of notes) await tell(note);
    if (options.has('debug')) for (const line of debugLines(group)) await tell(line);
    for (const target of group.targets) {
      if (problems.has(target.path)) continue;
      const file = readTarget(target, parse, workspace.get(uriOf(target)), problems);
      if (!file) continue;
      const severities = group.settings.get(dirname(target.path))?.severities ?? {};
      const subject = readSubjects(file, workspace, undefined, withCriteria);
      const found = lint(subject, { rules, severities, withSuppressed: true });
      const open = found.filter((finding) => !finding.suppressed);
      const told = open.filter(isShown);
      for (const finding of told) counts[finding.severity]++;
      ruleFailed ||= open.some(isRuleFailure);
      checked++;
      await outputs.file({
        file: name(target.path),
        text: file.text,
        findings: listed.of(told),
        settled: listed.of(found.filter((finding) => finding.suppressed && isShown(finding))).map(byComment),
        mayTell: mayTell(subject),
      });
    }
  }
  const isComplete = problems.size === 0 && !ruleFailed;
  await outputs.end({ counts, files: checked, isComplete });
  for (const line of listed.told()) await tell(line);
  for (const problem of problems.values()) await tell(problem);
  return isComplete ? exitCode(counts, maxWarnings) : 2;
}

type LintGroup = TargetGroup & { readonly settings: ReadonlyMap<string, FolderSettings> };

/** Every configuration is read before anything is checked. */
async function groupsOf(
  paths: readonly string[],
  surroundings: Surroundings,
  rules: readonly Rule[],
): Promise<LintGroup[]> {
  const groups: LintGroup[] = [];
  for (const group of await findTargets(paths, surroundings)) {
    const folders = group.targets.map((file) => dirname(file.path));
    const name = (path: string) => relativeName(path, surroundings.cwd);
    groups.push({ ...group, settings: await readSettings(group.root.path, folders, rules, name) });
  }
  return groups;
}

function debugLines({ root, settings, leftOut, all }: LintGroup): string[] {
  const configs = new Set([...settings.values()].flatMap(({ paths }) => paths));
  return workspaceLines(root, [...configs], leftOut, all.length);
}

function readTarget(
  target: FoundFile,
  parse: ParseFile,
  known: SourceFile | undefined,
  problems: Map<string, string>,
): SourceFile | undefined {
  if (known) return known;
  try {
    return parse(uriOf(target), readText(target.path));
  } catch (error) {
    problems.set(target.path, `${printable(target.path)} cannot be read: ${reasonOf(error)}.`);
    return undefined;
  }
}

function isRuleFailure(finding: Finding): boolean {
  return finding.rule === internalError;
}

function byComment(finding: Finding) {
  return { finding, by: 'comment' as const };
}

function readNumber(options: Arguments['options'], option: string, usual: number): number {
  const written = options.get(option);
  if (written === undefined) return usual;
  if (!/^\d{1,9}$/.test(written))
    throw new Failure(`--${option} is a number, such as --${option} 10, not ${shown(written)}.`);
  return Number(written);
}

function exitCode(counts: Counts, maxWarnings: number): number {
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}
