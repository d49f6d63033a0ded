import { dirname, resolve } from 'node:path';
import { nearest } from '../knowledge/nearest.js';
import { readCaseFile } from '../language/case-file.js';
import type { Workspace } from '../language/workspace.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { resolveLetter } from '../letter/resolve-letter.js';
import { gapLine, gapList } from '../render/gap-list.js';
import { readArguments } from './arguments.js';
import { Failure, reasonOf } from './failure.js';
import { findFiles, type FoundFile, isLmnFile } from './find-files.js';
import { renderOptions } from './help.js';
import { checkOutput, type LetterType, statOf, typeOf, writeLetter } from './letter-output.js';
import { loadWorkspace, uriOf } from './load-workspace.js';
import { parser } from './parser.js';
import { pictureReader } from './pictures.js';
import { printable, shown } from './printable.js';
import { readText } from './read-text.js';
import type { Surroundings } from './surroundings.js';
import { realPath, workspaceRoot } from './workspace-root.js';

/** `lmn render CASE`: writes the letter of a case. Gives the exit code: 1 where `--final` was asked of a letter with gaps, which then is not written. */
export async function renderCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, renderOptions);
  const [written, ...more] = operands;
  if (written === undefined) throw new Failure('Say which case: lmn render CASE.lmn -o letter.html');
  if (more.length > 0) throw new Failure(`One case at a time: ${shown(more[0] ?? '')} is one too many.`);
  const { cwd, home, stdout, stderr } = surroundings;
  const path = resolve(cwd, written);
  checkCase(written, path);
  const out = options.get('out');
  const type = typeOf(options);
  if (out !== undefined) checkOutput(out, resolve(cwd, out), path);

  const root = workspaceRoot(dirname(path), cwd, home);
  const notes: string[] = [];
  const letter = readLetter({ path, real: realPath(path) }, written, root, options.get('template'), notes);
  for (const note of notes) await stderr.write(`lmn: ${note}\n`);
  const gaps = gapList(letter);
  if (gaps.length > 0 && options.has('final')) {
    await stderr.write(`lmn: The letter is not written, for ${missing(gaps.length)}:\n`);
    for (const gap of gaps) await stderr.write(`  ${printable(gapLine(gap))}\n`);
    return 1;
  }
  const text = await renderAs(type, letter, root, (problem) => stderr.write(`lmn: ${problem}\n`));
  if (out === undefined) await stdout.write(text);
  else writeLetter(out, resolve(cwd, out), text);
  if (gaps.length > 0) {
    await stderr.write(
      `lmn: This is a draft, for ${missing(gaps.length)}: it stands in square brackets. With --final they are listed.\n`,
    );
  }
  return 0;
}

function missing(count: number): string {
  return count === 1 ? '1 thing is missing' : `${count} things are missing`;
}

function checkCase(written: string, path: string): void {
  const stats = statOf(path);
  if (stats instanceof Error) throw new Failure(`${shown(written)}: ${reasonOf(stats)}.`);
  if (stats.isDirectory()) throw new Failure(`${shown(written)}: this is a folder. Name the file of one case.`);
  if (!stats.isFile()) throw new Failure(`${shown(written)}: this is no file.`);
  if (!isLmnFile(path)) throw new Failure(`${shown(written)}: this is no .lmn file.`);
}

function readLetter(
  file: FoundFile,
  written: string,
  root: string,
  template: string | undefined,
  notes: string[],
): ResolvedLetter {
  const parse = parser();
  const around = findFiles(root, root);
  notes.push(...around.notes, ...around.problems);
  const workspace = loadWorkspace(around.files, parse, (_, problem) => notes.push(problem));
  const source = parse(uriOf(file), readCase(file, written));
  if (source.kind !== undefined && source.kind !== 'case') {
    throw new Failure(
      `${shown(written)}: this is a ${source.kind}. A letter is made of a case: a file whose first line begins with "case".`,
    );
  }
  if (template !== undefined && !workspace.templates.has(template))
    throw new Failure(unknownTemplate(template, workspace));
  return resolveLetter(readCaseFile(source, workspace, template));
}

function readCase(file: FoundFile, written: string): string {
  try {
    return readText(file.path);
  } catch (error) {
    throw new Failure(`${shown(written)}: ${reasonOf(error)}.`);
  }
}

function unknownTemplate(name: string, workspace: Workspace): string {
  const names = [...workspace.templates.keys()];
  const [near] = nearest(name, names, 1);
  const isPath = /[\\/]|\.lmn$/i.test(name);
  const hint = isPath
    ? ' A template is named by its name, the word after "template" in its first line, not by its file.'
    : '';
  return `There is no template ${shown(name)}.${hint} ${near === undefined ? `There are: ${names.map(shown).join(', ')}.` : `Did you mean ${shown(near)}?`}`;
}

/** Each format's code loads when it is asked for. */
async function renderAs(
  type: LetterType,
  letter: ResolvedLetter,
  root: string,
  tell: (problem: string) => unknown,
): Promise<string> {
  switch (type) {
    case 'html':
      return (await import('../render/html-page.js')).renderHtmlPage(letter, { picture: pictureReader(root, tell) });
    case 'md':
      return (await import('../render/markdown.js')).renderMarkdown(letter);
    case 'txt':
      return (await import('../render/text.js')).renderText(letter);
  }
}
