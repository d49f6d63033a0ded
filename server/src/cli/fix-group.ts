import { fixAll } from '../fixes/fix-all.js';
import type { ParseFile } from '../language/parse.js';
import { readSubjects } from '../letter/subjects.js';
import type { Finding } from '../lint/rule.js';
import { withCriteria } from '../requirements/with-criteria.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { ReadGroup } from './lint-groups.js';
import { uriOf } from './load-workspace.js';

/** A file with the text that it has once all is mended that can be without asking. */
export interface FixedFile {
  readonly target: FoundFile;
  readonly before: string;
  readonly after: string;
}

/**
 * Mends what is wrong in files of a workspace by the fixes that an editor applies when it saves: those that need nobody's answer. What others stand on comes first, so that a
 * case is held against the templates and vocabularies as they are then. Nothing is written.
 */
export function* fixGroup(
  { workspace, read }: ReadGroup,
  targets: readonly FoundFile[],
  parse: ParseFile,
  findingsIn: (subject: ReturnType<typeof readSubjects>, target: FoundFile) => readonly Finding[],
): Generator<FixedFile> {
  const order = ['vocabulary', 'template', 'policy', 'kind'];
  const kindOf = (target: FoundFile) => order.indexOf(workspace.get(uriOf(target))?.kind ?? '');
  const isReferredTo = (target: FoundFile) => kindOf(target) !== -1;
  const first = targets.filter(isReferredTo).sort((a, b) => kindOf(a) - kindOf(b));
  for (const target of [...first, ...targets.filter((one) => !isReferredTo(one))]) {
    const file = read(target);
    if (!file) continue;
    const isShared = isReferredTo(target);
    const readAs = (text: string) => {
      const changed = parse(file.uri, text);
      if (isShared) workspace.set(changed);
      return changed;
    };
    const after = fixAll(file.uri, file.text, (text) =>
      findingsIn(readSubjects(readAs(text), workspace, undefined, withCriteria), target),
    );
    if (isShared) readAs(after);
    if (after !== file.text) yield { target, before: file.text, after };
  }
}
