import { parse, workspaceOf } from './workspace.js';
import type { Workspace } from '../../server/src/language/workspace.js';

/** A workspace of files by name; a name with a scheme is a whole address. */
export function workspaceWith(files: Readonly<Record<string, string>>): Workspace {
  const workspace = workspaceOf();
  for (const [name, text] of Object.entries(files))
    workspace.set(parse(name.includes(':') ? name : `file:///${name}`, text));
  return workspace;
}

/** Addresses of the files whose words a template has, its own first. */
export function layers(name: string, files: Readonly<Record<string, string>>): string[] {
  const workspace = workspaceWith(files);
  const template = workspace.templates.get(name);
  return template ? workspace.standing(template.file).files.map(({ uri }) => uri) : [];
}

/** Names of the fields that a template has, of its bases too. */
export function fields(name: string, files: Readonly<Record<string, string>>): string[] {
  const names = workspaceWith(files).templates.get(name)?.schema.template?.byName.values() ?? [];
  return [...names].map((field) => field.name);
}
