import type { TrackedFiles } from '../language/workspace.js';
import { trackedLetters } from './git-changes.js';
import type { TargetGroup } from './lint-targets.js';
import { uriOf } from './load-workspace.js';

/**
 * Which files of a group git tracks. It is asked once, when the first case wants to know: most folders have only invented cases, or none. A link counts as what it leads to, for that is
 * what is checked.
 */
export function trackedFiles({ root, targets }: TargetGroup): TrackedFiles {
  let known: ReadonlySet<string> | undefined;
  const ask = () => {
    const tracked = trackedLetters(root.path);
    return new Set(targets.filter(({ real }) => tracked.has(real)).map(uriOf));
  };
  return { has: (uri) => (known ??= ask()).has(uri) };
}
