import { seriesText } from '../knowledge/series.js';
import type { LeftOut } from '../workspace/find-files.js';
import type { WorkspaceRoot } from '../workspace/workspace-root.js';
import { printable } from './printable.js';

const reasons: Readonly<Record<WorkspaceRoot['why'], string>> = {
  'root: true': 'its lmn.config.json says "root": true',
  repository: 'it is a git repository',
  configuration: 'it is the uppermost folder with an lmn.config.json, and no git repository is around it',
  'working folder': 'it is the working folder: no git repository and no lmn.config.json is in it or around it',
  folder: 'no git repository and no lmn.config.json is around it',
};

/** What `--debug` says of a workspace, a line each. `configs` are those that count for the files that were asked for. */
export function workspaceLines(
  { path, why }: WorkspaceRoot,
  configs: readonly string[],
  leftOut: readonly LeftOut[],
  found: number,
): string[] {
  return [
    `workspace ${printable(path)}: ${reasons[why]}.`,
    ...(configs.length === 0 ? ['configuration: none. Every rule has its own severity.'] : []),
    ...configs.map((config) => `configuration ${printable(config)}`),
    `.lmn files in reach: ${String(found)}, besides those that ship.`,
    ...leftOut.map((one) => `left out ${printable(one.path)}: ${whyLeftOut(one)}.`),
  ];
}

function whyLeftOut(one: LeftOut): string {
  switch (one.why) {
    case 'hidden':
      return 'nothing is read in names that begin with a dot, nor in node_modules';
    case 'ignored':
      return `by ${seriesText(one.by.map(printable))}`;
    case 'leads out':
      return 'it is a link that leads out of the workspace';
    case 'leads nowhere':
      return 'it is a link that leads nowhere';
    case 'own workspace':
      return 'its lmn.config.json says "root": true, so it is a workspace of its own';
    case 'unreadable':
    case 'unreadable ignore file':
      return 'it cannot be read';
  }
}
