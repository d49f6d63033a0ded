import { parse } from './parser.js';
import { plural } from '../knowledge/plurals.js';
import { chosenFindings, type Judging } from './chosen-findings.js';
import { fileDiff } from './file-diff.js';
import { fileTexts } from './file-texts.js';
import { fixGroup } from './fix-group.js';
import { knownIn, type LintGroup, readGroup } from './lint-groups.js';
import { relativeName } from './relative-name.js';
import { rewriteFile } from './rewrite-file.js';
import type { Surroundings } from './surroundings.js';
import type { FoundFile } from '../workspace/find-files.js';

interface Fixing {
  readonly surroundings: Surroundings;
  /** How a file is judged. */
  readonly judging: (group: LintGroup, target: FoundFile) => Judging;
  /** Takes the texts that are only shown. */
  readonly instead: Map<string, string>;
  /** Takes why a file stays as it is, by path. */
  readonly problems: Map<string, string>;
}

/** Writes what can be mended, or shows it as a diff on standard output: the check that follows sees the files as they are then. */
export async function fixFiles(
  groups: readonly LintGroup[],
  fixing: 'write' | 'show',
  { surroundings, judging, instead, problems }: Fixing,
): Promise<void> {
  let fixed = 0;
  for (const group of groups) {
    const files = readGroup(group, parse, fileTexts(instead));
    const mended = fixGroup(
      files,
      group.targets,
      parse,
      (subject, target) => chosenFindings(subject, judging(group, target), knownIn(group, target)).open,
    );
    for (const { target, before, after } of mended) {
      const name = relativeName(target.path, surroundings.cwd);
      if (fixing === 'show') {
        instead.set(target.path, after);
        await surroundings.stdout.write(fileDiff(name, before, after, surroundings.color ?? false));
        continue;
      }
      const problem = await rewriteFile(target.real, name, before, after);
      if (problem === undefined) fixed++;
      else problems.set(target.path, problem);
    }
  }
  const told = fixed === 0 ? 'Nothing was fixed.' : `${plural(fixed, 'file')} fixed.`;
  if (fixing === 'write') await surroundings.stderr.write(`lmn: ${told}\n`);
}
