import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { noSettings } from '../configuration/config-chain.js';
import { codeFolders, codeLists } from '../disk/code-folders.js';
import { documentWriters } from '../document-writers.js';
import { allRules } from '../rules/all-rules.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { Arguments } from './arguments.js';
import { Failure, isFailure } from './failure.js';
import { patternIn } from './file-pattern.js';
import { type FileTexts, fileTexts } from './file-texts.js';
import { inThreads } from './in-threads.js';
import { type Destination, targetOf } from './letter-output.js';
import { readGroup } from './lint-groups.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { type JudgedLetter, type LetterMaking, type LettersAsked, makeLetter } from './make-letter.js';
import { parse } from './parser.js';
import { printable, shown } from './printable.js';
import { withProgress } from './progress.js';
import { mustBeCase, mustHave } from './read-case.js';
import { readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';
import { shareTexts } from './shared-texts.js';
import { type NotFinal, summaryLines } from './tell-letters.js';
import type { LettersWork } from './threads.js';
import { threadsAsked } from './threads-wanted.js';
import { workspaceLines } from './tell-workspace.js';
import { writeLetter } from './write-letter.js';
import { openLedger } from './written-ledger.js';

/** Whether the words of a command line mean more than the file of one case: several, a folder, or a pattern. */
export function areSeveral(operands: readonly string[], cwd: string): boolean {
  return (
    operands.some((written) => {
      const path = resolve(cwd, written);
      return (
        patternIn(written, path) !== undefined || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      );
    }) || operands.length > 1
  );
}

/**
 * Writes the letters of many cases into a folder: each is read, written and dropped, so that memory does not grow with their number. What
 * becomes of one keeps no other back. Gives the exit code: 1 where a letter is not written because it is not final, 2 where one could not be.
 *
 * @throws {Failure} where nothing says where they go, or what is named is no case.
 */
export async function renderLetters(
  operands: readonly string[],
  options: Arguments['options'],
  destination: Destination,
  around: Surroundings,
): Promise<number> {
  if (destination.kind !== 'folder')
    throw new Failure('Several letters go into a folder, one that is there: lmn render PATH… -o letters/');
  const texts = fileTexts();
  const groups = await casesIn(operands, around, texts);
  const total = groups.reduce((sum, { targets }) => sum + targets.length, 0);
  if (total === 0) throw new Failure(`There is no case in ${operands.map(shown).join(', ')}.`);

  const { surroundings, progress } = withProgress(around, 'letters');
  const { cwd, stderr, stdout, threads } = surroundings;
  const said = new Set<string>();
  const tell = (line: string) => {
    if (said.has(line)) return undefined;
    said.add(line);
    return stderr.write(`lmn: ${line}\n`);
  };
  const notFinal = new Map<string, NotFinal>();
  const problems: string[] = [];
  const placed = new Map<string, string>();
  const ledger = openLedger(surroundings.stateFolder);
  const asDraft = options.has('draft');
  const now = surroundings.now?.() ?? new Date();
  const asked = {
    ...{ type: destination.type, asDraft, paper: options.get('paper'), template: options.get('template') },
    ...{ folder: destination, cwd, now },
  };
  const count = threadsAsked(options);
  let written = 0;
  let done = 0;

  for (const group of groups) {
    const { work, making, failed } = await openGroup(group, options, asked, texts, surroundings, tell);
    const letters = inThreads(
      group.targets,
      (target) => makeLetter(target, making),
      threads && { command: 'render', threads, asked: count, work, name: (path) => relativeName(path, cwd), tell },
    );
    try {
      for (const target of group.targets) {
        await progress.at(done++, total);
        const { value, done: isOver } = await letters.next();
        if (isOver === true) throw new Error('Nothing came of a case.');
        if ('problem' in value) failed.set(target.path, value.problem);
        else await keep(value, target);
      }
      // To its end: what became of its threads is told there.
      await letters.next();
    } finally {
      await letters.return();
    }
    problems.push(...failed.values());
  }
  await progress.end();
  for (const problem of problems) await stderr.write(`lmn: ${problem}\n`);
  const end = { written, areDrafts: asDraft, notFinal, failed: problems.length };
  for (const line of summaryLines(end)) await stderr.write(`${line}\n`);
  if (problems.length > 0) return 2;
  return notFinal.size > 0 && !asDraft ? 1 : 0;

  async function keep(letter: JudgedLetter, { path, real }: FoundFile): Promise<void> {
    const name = relativeName(path, cwd);
    if (letter.notFinal) notFinal.set(name, letter.notFinal);
    for (const note of letter.notes) await tell(note);
    if (!letter.file) return;
    const { written: into, bytes } = letter.file;
    try {
      const goal = targetOf(into, cwd, path);
      const other = placed.get(goal.path);
      if (other !== undefined) throw new Failure(sameName(into, other));
      placed.set(goal.path, name);
      await writeLetter(goal, bytes, { ledger, force: options.has('force'), source: real, isNamed: false });
      written++;
      await stdout.write(`${printable(into)}\n`);
    } catch (error) {
      if (!isFailure(error)) throw error;
      problems.push(`${printable(name)}: ${error.message}`);
    }
  }
}

function sameName(written: string, other: string): string {
  return `${shown(written)} is the letter of ${shown(other)} already. Give letters a reference number, or add [case] to "fileName" in lmn.config.json.`;
}

/** The cases among the files that the words mean; what is named itself must be one. */
async function casesIn(
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

/** Reads what the cases of a workspace refer to. */
async function openGroup(
  group: TargetGroup,
  options: Arguments['options'],
  askedOfAll: Omit<LettersAsked, 'root'>,
  texts: FileTexts,
  { cwd, stateFolder }: Surroundings,
  tell: (line: string) => Promise<void> | void,
): Promise<{ work: () => LettersWork; making: LetterMaking; failed: Map<string, string> }> {
  const name = (path: string) => relativeName(path, cwd);
  const root = group.root.path;
  const asked = { ...askedOfAll, root };
  const folders = group.targets.map(({ path }) => dirname(path));
  const settings = await readSettings(root, folders, allRules, name);
  const { workspace, notes, problems, readOrProblem: read } = readGroup(group, parse, texts);
  const lists = codeFolders(root, stateFolder);
  workspace.codes = codeLists(lists);
  mustHave(options.get('template'), workspace);
  for (const note of notes) await tell(note);
  if (options.has('debug')) {
    const configs = [...new Set([...settings.values()].flatMap(({ paths }) => paths))];
    for (const line of workspaceLines(group.root, configs, group.leftOut, group.all.length)) await tell(line);
  }
  return {
    work: () => ({ command: 'render', asked, settings, ...shareTexts(workspace, lists) }),
    making: {
      ...{ workspace, asked, read },
      settingsOf: ({ path }) => settings.get(dirname(path)) ?? noSettings,
      writers: documentWriters(() => asked.now),
    },
    failed: new Map(problems),
  };
}
