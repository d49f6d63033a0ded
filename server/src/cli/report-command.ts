import { writeFileSync } from 'node:fs';
import { localDay } from '../knowledge/dates.js';
import type { SourceFile } from '../language/source-file.js';
import { reasonOf } from '../workspace/file-failure.js';
import { readArguments } from './arguments.js';
import { type Coverage, coverageOf } from '../coverage/coverage.js';
import { coverageFormats, isCoverageFormat } from './coverage-formats.js';
import { Failure } from './failure.js';
import { fileTexts } from './file-texts.js';
import { reportOptions } from './help.js';
import { reportTarget } from './letter-output.js';
import { readGroup } from './lint-groups.js';
import { findTargets, type TargetGroup } from './lint-targets.js';
import { uriOf } from './load-workspace.js';
import { parse } from './parser.js';
import { shown } from './printable.js';
import { relativeName } from './relative-name.js';
import { replaceFile } from './replace-file.js';
import type { Surroundings } from './surroundings.js';
import { undisturbed } from './undisturbed.js';

/**
 * `lmn report [PATH…]`: what the templates, kinds and policies of a workspace cover, and how old what they say is. Gives the exit code: 2 where a
 * file could not be read.
 *
 * @throws {Failure} where the paths lie in several workspaces: each has its own names.
 */
export async function reportCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, reportOptions);
  const { cwd, stdout, stderr } = surroundings;
  const [group, ...more] = await findTargets(operands.length === 0 ? ['.'] : operands, surroundings);
  const [other] = more;
  if (other)
    throw new Failure(`One workspace at a time: ${shown(relativeName(other.root.path, cwd))} is one of its own.`);
  if (!group) throw new Failure('There is nothing to report on.');
  const format = options.get('format') ?? 'table';
  if (!isCoverageFormat(format)) throw new Failure(`There is no format ${shown(format)}.`);
  const { coverage, problems } = coverageIn(group, surroundings);
  const text = coverageFormats[format](coverage);
  const written = options.get('output-file');
  if (written === undefined) await stdout.write(text);
  else await writeReport(written, cwd, Buffer.from(text));
  for (const problem of problems) await stderr.write(`lmn: ${problem}\n`);
  return problems.length > 0 ? 2 : 0;
}

/** Of files that others refer to, only those that are asked for: a folder's own, and none beside it. */
function coverageIn(
  group: TargetGroup,
  { cwd, now }: Surroundings,
): { readonly coverage: Coverage; readonly problems: readonly string[] } {
  const texts = fileTexts();
  const files = readGroup(group, parse, texts);
  const used: string[] = [];
  const names = new Map<string, string>();
  for (const target of group.all) names.set(uriOf(target), relativeName(target.path, cwd));
  for (const target of group.targets) {
    const file = files.read(target);
    if (file?.kind === 'case') used.push(file.header?.name?.text ?? '');
  }
  const nameOf = ({ uri }: SourceFile) => names.get(uri) ?? uri;
  const coverage = coverageOf(files.workspace, used, localDay(now?.() ?? new Date()), nameOf);
  return { coverage, problems: [...files.problems.values()] };
}

async function writeReport(written: string, cwd: string, bytes: Uint8Array): Promise<void> {
  const { path, isFile } = reportTarget(written, cwd);
  try {
    if (!isFile) writeFileSync(path, bytes);
    else
      await undisturbed(() => {
        replaceFile(path, bytes);
      });
  } catch (error) {
    throw new Failure(`${shown(written)} could not be written: ${reasonOf(error)}.`);
  }
}
