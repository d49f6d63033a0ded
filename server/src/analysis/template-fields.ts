import { normalizeName, type Workspace } from '../letter/source.js';

/** The names of the templates in reach that declare a field of this name: a case may hold what only another of them prints. */
export function templatesWithField(workspace: Workspace, name: string): string[] {
  const norm = normalizeName(name);
  return [...workspace.templates.values()]
    .filter(
      ({ schema: { template } }) => template?.byName.has(norm) === true || template?.byOtherName.has(norm) === true,
    )
    .map((template) => template.name);
}
