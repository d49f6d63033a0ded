import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFileName, type BaselineEntry, entriesOf, type Parted } from '../configuration/baseline.js';
import type { CodeLists } from '../knowledge/code-list.js';
import type { ParseFile } from '../language/parse.js';
import { readSubjects } from '../letter/subjects.js';
import { internalError } from '../lint/engine.js';
import type { Severity } from '../lint/rule.js';
import { withCriteria } from '../requirements/with-criteria.js';
import type { FoundFile } from '../workspace/find-files.js';
import { chosenFindings, type Judging } from './chosen-findings.js';
import type { FileTexts } from './file-texts.js';
import { knownIn, type LintGroup, nameInWorkspace, readGroup } from './lint-groups.js';
import type { LintOptions } from './lint-options.js';
import type { LintOutputs } from './lint-outputs.js';
import type { Listing } from './listed-findings.js';
import { mayTell } from './may-tell.js';
import { staleBaseline, staleReport } from './stale-baseline.js';
import { trackedFiles } from './tracked-files.js';
import { workspaceLines } from './tell-workspace.js';

/** What a check of one workspace needs. */
export interface Checking {
  readonly options: LintOptions;
  readonly judging: (group: LintGroup, target: FoundFile) => Judging;
  /** The code lists that hold for a workspace. */
  readonly codes: (group: LintGroup) => CodeLists;
  readonly parse: ParseFile;
  readonly texts: FileTexts;
  readonly outputs: LintOutputs;
  readonly listed: Listing;
  /** What reports call a path. */
  readonly name: (path: string) => string;
  /** Says a line to people. */
  readonly tell: (line: string) => Promise<void> | void;
  /** Hears that the next file is begun. */
  readonly begin: () => Promise<void> | void;
}

/** What came of it. */
export interface CheckedGroup {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
  readonly ruleFailed: boolean;
  /** What becomes the baseline, where one is written. */
  readonly found: readonly BaselineEntry[];
  /** What could not be read, by path. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Checks the files of one workspace: each is read, checked, reported and dropped, so that memory does not grow with their number. */
export async function checkGroup(group: LintGroup, checking: Checking): Promise<CheckedGroup> {
  const { options, judging, codes, parse, texts, outputs, listed, name, tell, begin } = checking;
  const { workspace, notes, read, problems } = readGroup(group, parse, texts);
  for (const note of notes) await tell(note);
  workspace.codes = codes(group);
  workspace.tracked = trackedFiles(group);
  if (options.debug) for (const line of debugLines(group)) await tell(line);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const stale: Parted['stale'][number][] = leftBehind(group, options);
  const found: BaselineEntry[] = [];
  let files = 0;
  let ruleFailed = false;
  for (const target of group.targets) {
    await begin();
    const file = read(target);
    if (!file) continue;
    const subject = readSubjects(file, workspace, undefined, withCriteria);
    const known = options.writesBaseline ? [] : knownIn(group, target);
    const judged = chosenFindings(subject, judging(group, target), known);
    if (isWhole(options)) stale.push(...judged.stale);
    ruleFailed ||= judged.open.some(({ rule }) => rule === internalError);
    files++;
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
  return { counts, files, ruleFailed, found, problems };
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
