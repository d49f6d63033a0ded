import { readSubjects } from '../letter/subjects.js';
import { internalError } from '../lint/engine.js';
import type { Finding, Rule, Severity } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { withCriteria } from '../requirements/with-criteria.js';
import { allRules } from '../rules/all-rules.js';
import { chosenFindings } from './chosen-findings.js';
import { plural } from './counting.js';
import { fileDiff } from './file-diff.js';
import { fileTexts } from './file-texts.js';
import { fixGroup } from './fix-group.js';
import { type LintGroup, readGroup, severitiesOf, withSettings } from './lint-groups.js';
import { configAsked, type LintOptions, readLintOptions } from './lint-options.js';
import { openOutputs } from './lint-outputs.js';
import { findTargets, textTarget } from './lint-targets.js';
import { listing } from './listed-findings.js';
import { mayTell } from './may-tell.js';
import { parser } from './parser.js';
import { printConfig } from './print-config.js';
import { readStdin } from './read-text.js';
import { relativeName } from './relative-name.js';
import type { Counts } from './reports.js';
import { rewriteFile } from './rewrite-file.js';
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
  const about = configAsked(words);
  if (about !== undefined) {
    await surroundings.stdout.write(await printConfig(about, rules, surroundings));
    return 0;
  }
  const options = readLintOptions(words, [...rules, ...suppressionRules]);
  const reporting = { rules: [...rules, ...suppressionRules], version: surroundings.version ?? '0.0.0' };
  const outputs = openOutputs(options, surroundings, reporting, options.fixing === 'show');
  const instead = new Map<string, string>();
  const groups = await withSettings(await targetsOf(options, surroundings, instead), rules, surroundings.cwd);
  const tell = (line: string) => surroundings.stderr.write(`lmn: ${line}\n`);
  const problems = new Map<string, string>();
  if (options.fixing) await fixFiles(groups, options, { surroundings, rules, instead, problems, tell });

  const name = (path: string) => relativeName(path, surroundings.cwd);
  const listed = listing(options.maxFindings);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const parse = parser();
  let checked = 0;
  let ruleFailed = false;
  await outputs.begin();
  for (const group of groups) {
    const { workspace, notes, read, problems: unread } = readGroup(group, parse, fileTexts(instead));
    for (const note of notes) await tell(note);
    if (options.debug) for (const line of debugLines(group)) await tell(line);
    for (const target of group.targets) {
      const file = read(target);
      if (!file) continue;
      const subject = readSubjects(file, workspace, undefined, withCriteria);
      const found = chosenFindings(subject, rules, severitiesOf(group, target), options);
      const open = found.filter((finding) => !finding.suppressed);
      for (const finding of open) counts[finding.severity]++;
      ruleFailed ||= open.some(isRuleFailure);
      checked++;
      await outputs.file({
        file: name(target.path),
        text: file.text,
        findings: listed.of(open),
        settled: listed.of(found.filter((finding) => finding.suppressed)).map(byComment),
        mayTell: mayTell(subject),
      });
    }
    for (const [path, problem] of unread) problems.set(path, problem);
  }
  const isComplete = problems.size === 0 && !ruleFailed;
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

interface Fixing {
  readonly surroundings: Surroundings;
  readonly rules: readonly Rule[];
  /** Takes the texts that are only shown. */
  readonly instead: Map<string, string>;
  readonly problems: Map<string, string>;
  readonly tell: (line: string) => Promise<void> | void;
}

/** Writes what can be mended, or shows it; the check that follows sees the files as they are then. */
async function fixFiles(
  groups: readonly LintGroup[],
  options: LintOptions,
  { surroundings, rules, instead, problems, tell }: Fixing,
): Promise<void> {
  const parse = parser();
  let fixed = 0;
  for (const group of groups) {
    const files = readGroup(group, parse, fileTexts(instead));
    const inFile = fixGroup(files, group.targets, parse, (subject, target) =>
      chosenFindings(subject, rules, severitiesOf(group, target), options).filter((finding) => !finding.suppressed),
    );
    for (const { target, before, after } of inFile) {
      const name = relativeName(target.path, surroundings.cwd);
      if (options.fixing === 'show') {
        instead.set(target.path, after);
        await surroundings.stdout.write(fileDiff(name, before, after, surroundings.color ?? false));
      } else {
        const problem = await rewriteFile(target.real, name, before, after);
        if (problem === undefined) fixed++;
        else problems.set(target.path, problem);
      }
    }
  }
  if (options.fixing === 'write') await tell(fixed === 0 ? 'Nothing was fixed.' : `${plural(fixed, 'file')} fixed.`);
}

function debugLines({ root, settings, leftOut, all }: LintGroup): string[] {
  const configs = new Set([...settings.values()].flatMap(({ paths }) => paths));
  return workspaceLines(root, [...configs], leftOut, all.length);
}

function isRuleFailure(finding: Finding): boolean {
  return finding.rule === internalError;
}

function byComment(finding: Finding) {
  return { finding, by: 'comment' as const };
}

function exitCode(counts: Counts, maxWarnings: number): number {
  return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}
