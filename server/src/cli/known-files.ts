import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeFiles } from '../disk/code-folders.js';
import { sniffKind } from '../language/file-kinds.js';
import type { TrackedFiles, Workspace } from '../language/workspace.js';
import { internalError } from '../lint/engine.js';
import { once } from '../remember.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { CheckedFile } from './check-file.js';
import { type Finds, severitiesAsked } from './chosen-findings.js';
import type { FileTexts } from './file-texts.js';
import { openFindings } from './findings-store.js';
import type { TargetGroup } from './lint-targets.js';
import { holds, type KnownFile, packFile, unpackFile } from './packed-findings.js';
import { uriOf } from './load-workspace.js';
import { hashOf } from './written-ledger.js';

/** What an earlier run found in the files of a workspace that are as they were then, as is all that their findings depend on. */
export interface KnownFiles {
  /** False where something could not be read, which is to be told anew. */
  readonly isWhole: boolean;
  has(target: FoundFile): boolean;
  /** What was found in a file; undefined where that is not known. */
  get(target: FoundFile): KnownFile | undefined;
  /** Takes what is found now, in a workspace whose templates and the like were read. */
  add(target: FoundFile, checked: CheckedFile, workspace: Workspace): void;
  keep(): Promise<string | undefined>;
}

/** What the findings in a workspace depend on beside its files. */
export interface Knowing {
  readonly texts: FileTexts;
  readonly finds: (target: FoundFile) => Finds;
  readonly tracked: TrackedFiles;
  readonly codeFolders: readonly string[];
  /** The program's version and build. */
  readonly program: string;
  /** Whether somebody wants to know how findings are mended. */
  readonly asksFixes: boolean;
}

/**
 * Looks up what an earlier run found, having read every file once; nothing is parsed. What cannot be read is as if it were not there, as it is for a check.
 *
 * `folder` is where the findings lie.
 */
export function knownFiles(group: TargetGroup, folder: string, knowing: Knowing): KnownFiles {
  const { texts, finds, tracked, asksFixes } = knowing;
  const { digests, shared, unread } = look(group, texts);
  const store = openFindings(folder, group.root.path);
  const codes = [...codeFiles(knowing.codeFolders)].map(([year, path]) => [year, digestOfFile(path)]);
  const common = JSON.stringify([knowing.program, process.version, codes, [...shared]]);
  const settings = new Map<string, string>();
  const settingsOf = (target: FoundFile) => {
    const place = dirname(target.path);
    const known = settings.get(place) ?? hashOf(common + settingsText(finds(target)));
    settings.set(place, known);
    return known;
  };
  const keyOf = (target: FoundFile, content: string) =>
    store.keyOf(`${settingsOf(target)} ${content} ${uriOf(target)}`);

  const known = new Map<string, string>();
  for (const target of group.targets) {
    const content = digests.get(target.path);
    const line = content === undefined ? undefined : store.get(keyOf(target, content));
    if (line !== undefined && holds(line, asksFixes, () => tracked.has(uriOf(target)))) known.set(target.path, line);
  }
  let mayAdd: boolean | undefined;
  return {
    isWhole: unread.length === 0,
    has: ({ path }) => known.has(path),
    get(target) {
      const line = known.get(target.path);
      return line === undefined ? undefined : unpackFile(line, uriOf(target));
    },
    add(target, checked, workspace) {
      if ('problem' in checked || checked.found.some(({ rule }) => rule === internalError)) return;
      // What changed between two looks at it is not what the key says.
      mayAdd ??=
        [...shared].every(([uri, content]) => hashOf(workspace.get(uri)?.text ?? '') === content) &&
        unread.every((uri) => workspace.get(uri) === undefined);
      if (mayAdd) store.put(keyOf(target, hashOf(checked.text)), packFile(checked));
    },
    keep: () => store.keep(),
  };
}

interface Looked {
  /** Of the texts of the files that are asked for, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Of what others refer to, by address. */
  readonly shared: ReadonlyMap<string, string>;
  /** Addresses of what cannot be read. */
  readonly unread: readonly string[];
}

function look({ all, targets }: TargetGroup, texts: FileTexts): Looked {
  const unread: string[] = [];
  const digests = new Map<string, string>();
  const shared = new Map<string, string>();
  const asked = new Set(targets.map(({ path }) => path));
  for (const file of all) {
    try {
      const isAsked = asked.has(file.path);
      const text = once(() => texts.read(file.path));
      const kind = isAsked ? sniffKind(text()) : texts.kindOf(file.path);
      const isShared = kind !== undefined && kind !== 'case';
      if (!isAsked && !isShared) continue;
      const content = hashOf(text());
      if (isAsked) digests.set(file.path, content);
      if (isShared) shared.set(uriOf(file), content);
    } catch {
      unread.push(uriOf(file)); // It is told when it is checked.
    }
  }
  return { digests, shared, unread };
}

function settingsText(finds: Finds): string {
  return JSON.stringify([finds.rules.map(({ id }) => id), severitiesAsked(finds), finds.options]);
}

function digestOfFile(path: string): string {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return ''; // As one that is not there.
  }
}
