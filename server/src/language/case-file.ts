import { type Head, structureHead } from './head.js';
import { headNames } from './head-names.js';
import type { Schema } from './name-resolution.js';
import type { SourceFile } from './source-file.js';
import type { Standing } from './template-bases.js';
import { headsOf, type TemplateFile } from './template-file.js';
import type { Workspace } from './workspace.js';

/** A case with its names resolved against the template that it is to become a letter with. */
export interface CaseFile {
  readonly file: SourceFile;
  readonly template?: TemplateFile;
  /** The name on the first line that no template has. */
  readonly unknownTemplate?: string;
  /** The template and what it stands on; absent where the case uses none. */
  readonly standing?: Standing;
  /** Their heads, the template's own first. */
  readonly templateHeads: readonly Head[];
  readonly schema: Schema;
  readonly head: Head;
}

/** Reads a case. `templateName` stands in for the one that its first line names (`lmn render --template`). */
export function readCaseFile(file: SourceFile, workspace: Workspace, templateName?: string): CaseFile {
  const name = templateName ?? (file.kind === 'case' ? file.header?.name?.text : undefined);
  const template = name === undefined ? undefined : workspace.templates.get(name);
  const schema = template?.schema ?? workspace.schema;
  const standing = template && workspace.standing(template.file);
  return {
    file,
    schema,
    head: structureHead(file.entries, headNames(schema)),
    templateHeads: headsOf(standing, schema),
    ...(template && { template }),
    ...(standing && { standing }),
    ...(name !== undefined && !template && { unknownTemplate: name }),
  };
}
