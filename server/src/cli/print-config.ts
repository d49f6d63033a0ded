import { dirname, resolve } from 'node:path';
import { diskNow } from '../disk/disk-now.js';
import { usualExport } from '../configuration/export-settings.js';
import { presentOptions } from '../lint/rule-options.js';
import { severityKey } from '../configuration/rule-settings.js';
import { paperOf } from '../configuration/paper-settings.js';
import type { Rule } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { workspaceRoot } from '../workspace/workspace-root.js';
import { readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';

/**
 * What holds for a file, as `lmn.config.json` would say it: every rule with how severe it is there and its options, paper and names of letters, all with the built-in values; and which
 * configurations that comes from, the nearest first. The file need not be there.
 *
 * @throws {Failure} where a configuration is wrong.
 */
export async function printConfig(file: string, rules: readonly Rule[], surroundings: Surroundings): Promise<string> {
  const { cwd, home } = surroundings;
  const folder = dirname(resolve(cwd, file));
  const root = await workspaceRoot(diskNow, folder, cwd, home);
  const name = (path: string) => relativeName(path, cwd);
  const settings = (await readSettings(root.path, [folder], rules, name)).get(folder);
  const ofRules = [...rules, ...suppressionRules].map(({ id, severity: usual, hint, options }) => {
    // What only hints is told in editors alone, unless it is given a severity.
    const severity = settings?.severities[id] ?? (hint ? 'off' : usual);
    const set = settings?.options[id] ?? {};
    return [id, options ? { [severityKey]: severity, ...presentOptions(options, set) } : severity] as const;
  });
  const { margins, ...paper } = paperOf(settings?.paper ?? {});
  const lengths = Object.entries(margins).map(([side, points]) => [side, `${String(points)}pt`] as const);
  const printed = {
    workspace: name(root.path),
    configurations: (settings?.paths ?? []).map(name),
    rules: Object.fromEntries(ofRules),
    paper: { ...paper, margins: Object.fromEntries(lengths) },
    export: { ...usualExport, ...settings?.export },
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}
