import { dirname } from 'node:path';
import type { ParseFile } from '../language/parse.js';
import { readSubjects } from '../letter/subjects.js';
import { internalError, lint } from '../lint/engine.js';
import type { Finding, Rule, Severity } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { allRules } from '../rules/all-rules.js';
import { type Arguments, readArguments } from './arguments.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { FolderSettings } from '../workspace/config-files.js';
import { Failure } from './failure.js';
import { lintOptions } from './help.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { loadWorkspace, uriOf } from './load-workspace.js';
import { buffered } from './output.js';
import { parser } from './parser.js';
import { printable, shown } from './printable.js';
import { readSettings } from './read-settings.js';
import { workspaceLines } from './tell-workspace.js';
import { readText } from './read-text.js';
import { reportFormat } from './report-formats.js';
import type { Counts } from './reports.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';
import { withCriteria } from '../requirements/with-criteria.js';

/**
 * `lmn lint PATH…`: first what the letters refer to is read, then each file is read, checked, reported and dropped, so that memory does not grow with
 * their number. Gives the exit code: 1 for an error or a warning, 2 where a file could not be read or a rule failed.
 */
export async function lintCommand(
  words: readonly string[],
  surroundings: Surroundings,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const { options, operands } = readArguments(words, lintOptions);
  if (operands.length === 0) throw new Failure('Say what to check: lmn lint PATH…, such as: lmn lint .');
  const maxWarnings = readMaxWarnings(options);
  const shownSeverities: readonly Severity[] = options.has('quiet') ? ['error'] : ['error', 'warning', 'info'];

  const name = (path: string) => relativeName(path, surroundings.cwd);
  const groups: (TargetGroup & { readonly settings: ReadonlyMap<string, FolderSettings> })[] = [];
  for (const group of await findTargets(operands, surroundings)) {
    const folders = group.targets.map((file) => dirname(file.path));
    groups.push({ ...group, settings: await readSettings(group.root.path, folders, rules, name) });
  }
  const parse = parser();
  const reporter = reportFormat(options.get('format')).begin({
    color: surroundings.color ?? false,
    rules: [...rules, ...suppressionRules],
  });
  const output = buffered(surroundings.stdout);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const problems = new Map<string, string>();
  let checked = 0;
  let ruleFailed = false;

  await output.write(reporter.begin());
  for (const group of groups) {
    for (const problem of group.problems) problems.set(problem, problem);
    const targets = new Set(group.targets.map((file) => file.path));
    const notes = [...group.notes];
    const workspace = loadWorkspace(group.all, parse, (path, problem) => {
      if (targets.has(path)) problems.set(path, problem);
      else notes.push(problem);
    });
    for (const note of notes) await surroundings.stderr.write(`lmn: ${note}\n`);
    if (options.has('debug')) {
      const configs = new Set([...group.settings.values()].flatMap(({ paths }) => paths));
      for (const line of workspaceLines(group.root, [...configs], group.leftOut, group.all.length))
        await surroundings.stderr.write(`lmn: ${line}\n`);
    }
    for (const target of group.targets) {
      if (problems.has(target.path)) continue;
      const file = readTarget(target, parse, workspace.get(uriOf(target)), problems);
      if (!file) continue;
      const severities = group.settings.get(dirname(target.path))?.severities ?? {};
      const all = lint(readSubjects(file, workspace, undefined, withCriteria), { rules, severities });
      const findings = all.filter(({ severity }) => shownSeverities.includes(severity));
      for (const finding of findings) counts[finding.severity]++;
      ruleFailed ||= all.some(isRuleFailure);
      checked++;
      await output.write(reporter.file({ file: name(target.path), text: file.text, findings }));
    }
  }
  await output.write(reporter.end(counts, checked));
  await output.flush();
  for (const problem of problems.values()) await surroundings.stderr.write(`lmn: ${problem}\n`);
  return problems.size > 0 || ruleFailed ? 2 : exitCode(counts, maxWarnings);
}

function readTarget(
  target: FoundFile,
  parse: ParseFile,
  known: ReturnType<ParseFile> | undefined,
  problems: Map<string, string>,
) {
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

function readMaxWarnings(options: Arguments['options']): number {
  const written = options.get('max-warnings');
  if (written === undefined) return 0;
  if (!/^\d{1,9}$/.test(written))
    throw new Failure(`--max-warnings is a number, such as --max-warnings 10, not ${shown(written)}.`);
  return Number(written);
}

function exitCode(counts: Counts, maxWarnings: number): number {
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}
