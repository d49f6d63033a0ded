import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { noSettings, type Settings } from '../configuration/config-chain.js';
import { codeFolders, codeLists } from '../disk/code-folders.js';
import { documentWriters } from '../document-writers.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { allRules } from '../rules/all-rules.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { Arguments } from './arguments.js';
import { Failure, isFailure } from './failure.js';
import { patternIn } from './file-pattern.js';
import { type FileTexts, fileTexts } from './file-texts.js';
import { nameIn } from './letter-name.js';
import { type Destination, targetOf } from './letter-output.js';
import { readGroup } from './lint-groups.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { parse } from './parser.js';
import { printable, shown } from './printable.js';
import { withProgress } from './progress.js';
import { caseOf, mustBeCase, mustHave } from './read-case.js';
import { readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';
import { bytesOf, renderCase, type Rendering } from './render-case.js';
import type { Surroundings } from './surroundings.js';
import { type NotFinal, openIn, summaryLines, unprintableIn } from './tell-letters.js';
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
  const { cwd, stderr, stdout } = surroundings;
  const said = new Set<string>();
  const once = (line: string) => {
    if (said.has(line)) return undefined;
    said.add(line);
    return stderr.write(`lmn: ${line}\n`);
  };
  const notFinal = new Map<string, NotFinal>();
  const problems: string[] = [];
  const placed = new Map<string, string>();
  const ledger = openLedger(surroundings.stateFolder);
  const writers = documentWriters(() => surroundings.now?.() ?? new Date());
  const folder = destination;
  const { type } = folder;
  let written = 0;
  let done = 0;

  for (const group of groups) {
    const { workspace, read, settingsOf, failed } = await openGroup(group, options, texts, surroundings, once);
    for (const target of group.targets) {
      await progress.at(done++, total);
      const file = read(target);
      if (file) await renderOne(file, target, workspace, group.root.path, settingsOf(target));
    }
    problems.push(...failed.values());
  }
  await progress.end();
  for (const problem of problems) await stderr.write(`lmn: ${problem}\n`);
  const end = { written, areDrafts: options.has('draft'), notFinal, failed: problems.length };
  for (const line of summaryLines(end)) await stderr.write(`${line}\n`);
  if (problems.length > 0) return 2;
  return notFinal.size > 0 && !options.has('draft') ? 1 : 0;

  async function renderOne(
    file: SourceFile,
    { path, real }: FoundFile,
    workspace: Workspace,
    root: string,
    settings: Settings,
  ): Promise<void> {
    const name = relativeName(path, cwd);
    const subject = caseOf(file, workspace, options.get('template'));
    const tell = (line: string) => stderr.write(`lmn: ${printable(name)}: ${line}\n`);
    const rendering: Rendering = { options, type, mustBeFinal: !options.has('draft'), writers, tell };
    const rendered = await renderCase(subject, settings, root, rendering);
    if (rendered.kind === 'open') notFinal.set(name, openIn(rendered.open, subject, cwd));
    if (rendered.kind === 'unprintable') notFinal.set(name, unprintableIn(rendered.unprintable, type));
    if (rendered.kind !== 'made') return;
    const { made, open, fileName } = rendered;
    if (open.length > 0) notFinal.set(name, openIn(open, subject, cwd));
    else if (made.unprintable.length > 0) notFinal.set(name, unprintableIn(made.unprintable, type));
    try {
      const into = await nameIn(folder, subject.letter, fileName, once);
      const goal = targetOf(into, cwd, path);
      const other = placed.get(goal.path);
      if (other !== undefined) throw new Failure(sameName(into, other));
      placed.set(goal.path, name);
      await writeLetter(goal, bytesOf(made), { ledger, force: options.has('force'), source: real, isNamed: false });
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

async function openGroup(
  group: TargetGroup,
  options: Arguments['options'],
  texts: FileTexts,
  { cwd, stateFolder }: Surroundings,
  tell: (line: string) => Promise<void> | void,
) {
  const name = (path: string) => relativeName(path, cwd);
  const folders = group.targets.map(({ path }) => dirname(path));
  const found = await readSettings(group.root.path, folders, allRules, name);
  const { workspace, read, notes, problems } = readGroup(group, parse, texts);
  workspace.codes = codeLists(codeFolders(group.root.path, stateFolder));
  mustHave(options.get('template'), workspace);
  for (const note of notes) await tell(note);
  if (options.has('debug')) {
    const configs = [...new Set([...found.values()].flatMap(({ paths }) => paths))];
    for (const line of workspaceLines(group.root, configs, group.leftOut, group.all.length)) await tell(line);
  }
  const settingsOf = ({ path }: FoundFile) => found.get(dirname(path)) ?? noSettings;
  return { workspace, read, settingsOf, failed: problems };
}
