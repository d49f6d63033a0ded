import type { TemplateFile } from '../language/template-file.js';
import { valueText } from '../language/values.js';
import type { Workspace } from '../language/workspace.js';

/** A template, in the workspace that knows what it stands on. */
export interface TemplateInReach {
  readonly template: TemplateFile;
  readonly workspace: Workspace;
}

/** The kind of letter that a template makes, as its head or one that it stands on says it; empty where none does. */
export function kindOfTemplate({ template, workspace }: TemplateInReach): string {
  const facts = workspace.headsOf(template).flatMap((head) => head.facts);
  const [value] = facts.find((fact) => fact.declaration?.norm === 'for')?.values ?? [];
  return value ? valueText(value, ' ') : '';
}
