import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { documentWriters } from '../document-writers.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { Arguments } from './arguments.js';
import { Failure, isFailure } from './failure.js';
import { patternIn } from './file-pattern.js';
import { fileTexts } from './file-texts.js';
import { inThreads } from './in-threads.js';
import { type Destination, targetOf } from './letter-output.js';
import type { TargetGroup } from './lint-targets.js';
import { type JudgedLetter, type LetterMaking, type LettersAsked, makeLetter } from './make-letter.js';
import { casesIn, openCases, type OpenedCases } from './open-cases.js';
import { printable, shown } from './printable.js';
import { withProgress } from './progress.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';
import { shareTexts } from './shared-texts.js';
import { type NotFinal, summaryLines } from './tell-letters.js';
import type { LettersWork } from './threads.js';
import { threadsAsked } from './threads-wanted.js';
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
    const opened = await openCases(group, options, texts, surroundings, tell);
    const { work, making } = makingOf(group, asked, opened);
    const failed = new Map(opened.problems);
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

/** What a thread, or this one, makes the letters of a workspace's cases with. */
function makingOf(
  { root }: TargetGroup,
  askedOfAll: Omit<LettersAsked, 'root'>,
  { workspace, settings, settingsOf, read, codes }: OpenedCases,
): { work: () => LettersWork; making: LetterMaking } {
  const asked = { ...askedOfAll, root: root.path };
  return {
    work: () => ({ command: 'render', asked, settings, ...shareTexts(workspace, codes) }),
    making: { workspace, asked, read, settingsOf, writers: documentWriters(() => asked.now) },
  };
}
