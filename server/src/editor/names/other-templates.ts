import type { FieldDeclaration } from '../../language/declarations.js';
import type { Workspace } from '../../language/workspace.js';

/**
 * A case may hold fields of templates that it does not use at present: the field that a name means if exactly one template in reach
 * declares it.
 */
export function fieldOfOtherTemplate(workspace: Workspace, norm: string): FieldDeclaration | undefined {
  const field = workspace.fieldsOfAllTemplates.get(norm);
  if (!field) return undefined;
  const declaring = [...workspace.templates.values()].filter((template) => template.schema.template?.byName.has(norm));
  return declaring.length === 1 ? field : undefined;
}
