import { readFileSync } from 'node:fs';
import { createParser, type ParseFile } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { TemplateFile } from '../../server/src/language/template-file.js';
import { Workspace } from '../../server/src/language/workspace.js';

const folder = new URL('../../templates/', import.meta.url);
const parse: ParseFile = createParser(createLmnCoreServices().lmn);

/** The workspace of the files that ship: vocabulary and templates, without the samples. */
export function shippedWorkspace(): Workspace {
  const workspace = new Workspace();
  for (const name of ['standard', 'chronic-pain-continuation', 'general-medical-necessity']) {
    workspace.set(parse(`lmn-shipped:/${name}.lmn`, readFileSync(new URL(`${name}.lmn`, folder), 'utf8')));
  }
  return workspace;
}

export function shippedTemplate(workspace: Workspace, name: string): TemplateFile {
  const template = workspace.templates.get(name);
  if (!template) throw new Error(`templates/${name}.lmn is not a template of that name`);
  return template;
}
