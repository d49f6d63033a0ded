import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { toPlainText } from '../begin/insertion.js';
import { newCase } from '../begin/new-case.js';
import { kindsOfLetters, templatesForKind } from '../begin/template-choices.js';
import { diskNow } from '../disk/disk-now.js';
import { localDay } from '../knowledge/dates.js';
import { purposeOf } from '../language/kind-file.js';
import type { Workspace } from '../language/workspace.js';
import { nearest } from '../spelling/nearest.js';
import { errorCode, reasonOf } from '../workspace/file-failure.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { workspaceRoot } from '../workspace/workspace-root.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { newOptions } from './help.js';
import { walkFolder } from './left-out.js';
import { loadWorkspace } from './load-workspace.js';
import { parse } from './parser.js';
import { printable, shown } from './printable.js';
import { mustHave } from './asked-case.js';
import type { Surroundings } from './surroundings.js';

/**
 * `lmn new --for KIND` or `--from TEMPLATE`: begins a case, in a file that is not there yet or on the screen. The templates and kinds are those of the workspace that the
 * file will belong to. Gives the exit code.
 */
export async function newCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, newOptions);
  const { cwd, home, stdout, stderr } = surroundings;
  const [kind, from, out] = [options.get('for'), options.get('from'), options.get('out')];
  if (operands.length > 0)
    throw new Failure(`${shown(operands[0] ?? '')} is one word too many. A file is named with -o, a kind with --for.`);
  if (kind !== undefined && from !== undefined)
    throw new Failure('Either --for a kind of letter or --from a template: a template says its kind itself.');
  if (out !== undefined && !isLmnFile(out)) throw new Failure(`${shown(out)}: the name of a case ends in .lmn.`);

  const target = out === undefined ? undefined : resolve(cwd, out);
  const folder = target === undefined ? cwd : dirname(target);
  const root = await workspaceRoot(diskNow, folder, cwd, home);
  const around = await walkFolder(diskNow, root.path, root.path);
  const notes = [...around.notes, ...around.problems];
  const workspace = loadWorkspace(around.files, parse, (_, problem) => notes.push(problem));
  for (const note of notes) await stderr.write(`lmn: ${note}\n`);

  const { template, others, writes } = choose(kind, from, workspace);
  const today = localDay(surroundings.now?.() ?? new Date());
  const text = toPlainText(newCase(template, workspace, today, writes));
  if (target === undefined || out === undefined) await stdout.write(text);
  else {
    writeNew(target, text, out);
    await stdout.write(`${printable(out)}: new.\n`);
  }
  if (others.length > 0) {
    const named = others.map((name) => `--from ${printable(name)}`).join(', ');
    await stderr.write(`lmn: This is ${printable(template.name)}. For the same kind there is also ${named}.\n`);
  }
  return 0;
}

/** The template that is asked for, others for the same kind, and the kind where the case has to say it. @throws {Failure} where there is none. */
function choose(kind: string | undefined, from: string | undefined, workspace: Workspace) {
  if (kind === undefined) {
    mustHave(from, workspace);
    const template = from === undefined ? undefined : workspace.templates.get(from);
    if (!template) throw new Failure(`Say which kind of letter: lmn new --for KIND\n${kindList(workspace)}`);
    return { template, others: [] };
  }
  if (!kindsOfLetters(workspace).some(({ name }) => name === kind)) throw new Failure(unknownKind(kind, workspace));
  const [first, ...more] = templatesForKind(kind, workspace);
  if (!first)
    throw new Failure(`No template makes letters of the kind ${shown(kind)}. Name one: lmn new --from TEMPLATE`);
  const others = more.map(({ template }) => template.name);
  return { template: first.template, others, ...(first.kind !== kind && { writes: kind }) };
}

function unknownKind(kind: string, workspace: Workspace): string {
  const names = kindsOfLetters(workspace).map(({ name }) => name);
  const [near] = nearest(kind, names, 1);
  const meant = near === undefined ? '' : ` Did you mean ${shown(near)}?`;
  return `There is no kind of letter ${shown(kind)}.${meant}\n${kindList(workspace)}`;
}

/** A line for each kind: its name, and when such a letter is written. */
function kindList(workspace: Workspace): string {
  const kinds = kindsOfLetters(workspace);
  const width = Math.max(...kinds.map(({ name }) => name.length));
  return kinds
    .map((kind) => `  ${printable(kind.name).padEnd(width)}  ${printable(purposeOf(kind) ?? kind.title)}`)
    .sort()
    .join('\n');
}

/** @throws {Failure} where something is there, or it cannot be written. */
function writeNew(path: string, text: string, written: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new Failure(`${shown(written)} is there already, and stays as it is. Name another file.`);
    throw new Failure(`${shown(written)} could not be written: ${reasonOf(error)}.`);
  }
}
