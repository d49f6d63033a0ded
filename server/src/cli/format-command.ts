import { formatFile } from '../format/format-file.js';
import { applyEdits } from '../format/space-edit.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { fileTexts } from './file-texts.js';
import { formatOptions } from './help.js';
import { readGroup } from './lint-groups.js';
import { stdinFile } from './lint-options.js';
import { findTargets, textTarget } from './lint-targets.js';
import { parse } from './parser.js';
import { printable } from './printable.js';
import { readStdin } from './read-text.js';
import { relativeName } from './relative-name.js';
import { rewriteFile } from './rewrite-file.js';
import type { Surroundings } from './surroundings.js';

/**
 * `lmn format PATH…`: lays out the heads of files, and prints which it has changed. Gives the exit code: 1 where `--check` finds one that would change, 2 where one could not be
 * read or written.
 */
export async function formatCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, formatOptions);
  const stdin = stdinFile(options, operands);
  if (stdin !== undefined) return formatStdin(stdin, options.has('check'), surroundings);
  if (operands.length === 0) throw new Failure('Say what to lay out: lmn format PATH…, such as: lmn format .');
  const { stdout, stderr, cwd } = surroundings;
  const problems: string[] = [];
  let changed = 0;
  for (const group of await findTargets(operands, surroundings)) {
    const files = readGroup(group, parse, fileTexts());
    for (const target of group.targets) {
      const file = files.read(target);
      if (!file) continue;
      const after = applyEdits(file.text, formatFile(file, { parse, workspace: files.workspace }));
      if (after === file.text) continue;
      const name = relativeName(target.path, cwd);
      const problem = options.has('check') ? undefined : await rewriteFile(target.real, name, file.text, after);
      if (problem === undefined) {
        changed++;
        await stdout.write(`${printable(name)}\n`);
      } else problems.push(problem);
    }
    problems.push(...files.problems.values());
    for (const note of files.notes) await stderr.write(`lmn: ${note}\n`);
  }
  for (const problem of problems) await stderr.write(`lmn: ${problem}\n`);
  if (problems.length > 0) return 2;
  return options.has('check') && changed > 0 ? 1 : 0;
}

async function formatStdin(name: string, checks: boolean, surroundings: Surroundings): Promise<number> {
  const group = await textTarget(name, surroundings);
  const text = readStdin(surroundings);
  const files = readGroup(group, parse, fileTexts(new Map(group.targets.map(({ path }) => [path, text]))));
  const [file] = group.targets.flatMap((target) => files.read(target) ?? []);
  const after = file ? applyEdits(text, formatFile(file, { parse, workspace: files.workspace })) : text;
  if (!checks) await surroundings.stdout.write(after);
  return checks && after !== text ? 1 : 0;
}
