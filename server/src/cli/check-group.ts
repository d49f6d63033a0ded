import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { baselineFileName, type BaselineEntry, entriesOf, type Parted } from '../configuration/baseline.js';
import { codeLists } from '../disk/code-folders.js';
import type { ParseFile } from '../language/parse.js';
import type { TrackedFiles } from '../language/workspace.js';
import { plural } from '../knowledge/plurals.js';
import { internalError } from '../lint/engine.js';
import { positionsIn } from '../lint/positions.js';
import type { Severity } from '../lint/rule.js';
import { once } from '../remember.js';
import { dictionaryOf } from '../spelling/dictionary.js';
import type { WordList } from '../spelling/word-list.js';
import type { FoundFile } from '../workspace/find-files.js';
import { type CheckedFile, checkFile, type Checks } from './check-file.js';
import { type Helping, inThreads } from './in-threads.js';
import { chooseFindings, type Judging, severitiesAsked } from './chosen-findings.js';
import type { FileTexts } from './file-texts.js';
import { type KnownFiles, knownFiles } from './known-files.js';
import { keepHeapLean } from './lean-heap.js';
import { knownIn, type LintGroup, nameInWorkspace, readGroup, ruleSettingsOf } from './lint-groups.js';
import type { LintOptions } from './lint-options.js';
import type { LintOutputs } from './lint-outputs.js';
import type { Listing } from './listed-findings.js';
import { uriOf } from './load-workspace.js';
import type { FileReport } from './reports.js';
import { staleBaseline, staleReport } from './stale-baseline.js';
import { shareTexts } from './shared-texts.js';
import type { LintWork } from './threads.js';
import { trackedFiles } from './tracked-files.js';
import { workspaceLines } from './tell-workspace.js';
import { wordsAsked } from './words-asked.js';

/** What a check of one workspace needs. */
export interface Checking {
  readonly options: LintOptions;
  readonly judging: (group: LintGroup, target: FoundFile) => Judging;
  /** Where the code lists lie that hold for a workspace. */
  readonly codeFolders: (group: LintGroup) => readonly string[];
  /** Where findings are kept for the next run, and which program found them; undefined where they are not. */
  readonly cache?: { readonly folder: string; readonly program: string };
  /** Other threads, where they may be used. */
  readonly threads?: Pick<Helping<'lint'>, 'threads' | 'asked'>;
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

/** From here on the heap's size is worth some time. */
const manyFiles = 300;

/** Checks the files of one workspace: each is read, checked, reported and dropped, so that memory does not grow with their number. What an earlier run found is not looked for again. */
export async function checkGroup(group: LintGroup, checking: Checking): Promise<CheckedGroup> {
  const { options, judging, outputs, listed, name, tell, begin } = checking;
  const tracked = trackedFiles(group);
  const known = whatIsKnown(group, checking, tracked);
  const unknown = known ? group.targets.filter((target) => !known.has(target)) : group.targets;
  const words = unknown.length === 0 ? undefined : await wordsFor(group, checking);
  const opened = once(() => openChecks(group, checking, tracked, words));
  // What letters refer to is read only where something is to be checked.
  for (const note of known?.isWhole === true && unknown.length === 0 ? group.notes : opened().notes) await tell(note);
  if (options.debug) for (const line of debugLines(group)) await tell(line);
  if (options.debug && known)
    await tell(
      `known from an earlier run: ${String(group.targets.length - unknown.length)} of ${plural(group.targets.length, 'file')}.`,
    );
  if (unknown.length > manyFiles) keepHeapLean();
  const fresh = inThreads(
    unknown,
    (target) => checkFile(target, opened()),
    checking.threads && {
      command: 'lint',
      ...checking.threads,
      name,
      tell,
      work: () => threadWork(group, checking, opened(), words),
    },
  );
  const check = async (target: FoundFile): Promise<CheckedFile> => {
    const { value, done } = await fresh.next();
    if (done === true) throw new Error('A file was not checked.');
    known?.add(target, value, opened().workspace);
    return value;
  };

  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const stale: Parted['stale'][number][] = leftBehind(group, options);
  const found: BaselineEntry[] = [];
  const problems = new Map(group.problems.map((problem) => [problem, problem]));
  let files = 0;
  let ruleFailed = false;
  try {
    for (const target of group.targets) {
      await begin();
      const checked = known?.get(target) ?? (await check(target));
      if ('problem' in checked) {
        problems.set(target.path, checked.problem);
        continue;
      }
      const entries = options.writesBaseline ? [] : knownIn(group, target);
      const judged = chooseFindings(checked.found, judging(group, target), entries);
      if (isWhole(options)) stale.push(...judged.stale);
      ruleFailed ||= judged.open.some(({ rule }) => rule === internalError);
      files++;
      if (options.writesBaseline) found.push(...entriesOf(nameInWorkspace(group, target), judged.open));
      else for (const finding of judged.open) counts[finding.severity]++;
      await outputs.file({
        file: name(target.path),
        positionAt: 'text' in checked ? positionsLater(checked.text) : checked.positionAt,
        findings: options.writesBaseline ? [] : listed.of(judged.open),
        settled: judged.settled.slice(0, options.maxFindings || undefined),
      });
    }
    // To its end: what became of its threads is told there.
    await fresh.next();
  } finally {
    await fresh.return();
  }
  counts[staleBaseline.severity] += stale.length;
  if (stale.length > 0) {
    const report = staleReport(name(join(group.root.path, baselineFileName)), group.baseline, stale);
    await outputs.file({ ...report, findings: listed.of(report.findings) });
  }
  const unkept = await known?.keep();
  if (unkept !== undefined) await tell(unkept);
  return { counts, files, ruleFailed, found, problems };
}

/** Most files have nothing to be placed. */
function positionsLater(text: string): FileReport['positionAt'] {
  const read = once(() => positionsIn(text));
  return (offset) => read()(offset);
}

/** The words that files of a group are spelled by, where any of them is to be looked at so. */
function wordsFor(group: LintGroup, { judging }: Checking): Promise<WordList | undefined> {
  const asked = group.targets.map((target) => judging(group, target));
  return wordsAsked(
    asked[0]?.rules ?? [],
    asked.map((one) => ({ severities: severitiesAsked(one) })),
  );
}

interface OpenedChecks extends Checks {
  readonly notes: readonly string[];
}

/** Reads what the files of a group refer to. */
function openChecks(
  group: LintGroup,
  checking: Checking,
  tracked: TrackedFiles,
  words: WordList | undefined,
): OpenedChecks {
  const { judging, parse, texts } = checking;
  const { workspace, notes, readOrProblem: read } = readGroup(group, parse, texts);
  workspace.codes = codeLists(checking.codeFolders(group));
  workspace.dictionary = words && dictionaryOf(words);
  return {
    ...{ workspace, notes, tracked, read },
    findsIn: (target) => judging(group, target),
  };
}

/** The same for another thread. */
function threadWork(
  group: LintGroup,
  checking: Checking,
  { workspace, tracked }: OpenedChecks,
  words: WordList | undefined,
): LintWork {
  const settings = group.targets.map((target) => [dirname(target.path), ruleSettingsOf(group, target)] as const);
  return {
    command: 'lint',
    ...shareTexts(workspace, checking.codeFolders(group)),
    tracked: new Set(group.targets.map(uriOf).filter((uri) => tracked.has(uri))),
    settings: new Map(settings),
    only: checking.options.only,
    words: words?.packed,
  };
}

function whatIsKnown(group: LintGroup, checking: Checking, tracked: TrackedFiles): KnownFiles | undefined {
  const { cache, texts, judging, outputs } = checking;
  return (
    cache &&
    knownFiles(group, cache.folder, {
      ...{ texts, tracked, program: cache.program },
      finds: (target) => judging(group, target),
      codeFolders: checking.codeFolders(group),
      asksFixes: outputs.tellsFixes,
    })
  );
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
