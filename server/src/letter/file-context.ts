import { readCaseFile } from '../language/case-file.js';
import type { Head } from '../language/head.js';
import type { Schema } from '../language/name-resolution.js';
import type { SectionSource, SourceFile } from '../language/source-file.js';
import type { TemplateFile } from '../language/template-file.js';
import type { Workspace } from '../language/workspace.js';
import { sectionsMeant } from './match-sections.js';
import { remember } from '../remember.js';

/** A file with all that its names are held against. Whoever wants to know what is made of it asks for its `FileSubject`, which has all of this too. */
export interface FileContext {
  readonly file: SourceFile;
  readonly workspace: Workspace;
  readonly schema: Schema;
  /** Undefined for a vocabulary. */
  readonly head?: Head;
  /** The template that a case names; of a template, itself. */
  readonly template?: TemplateFile;
}

const known = new WeakMap<SourceFile, { revision: number; workspace: Workspace; context: FileContext }>();

/** Reads a file's names against the workspace; made once for each version of either. No letter is resolved for it. */
export function contextOf(file: SourceFile, workspace: Workspace): FileContext {
  const { revision } = workspace;
  const before = known.get(file);
  if (before?.workspace === workspace && before.revision === revision) return before.context;
  const context = readContext(file, workspace);
  known.set(file, { revision, workspace, context });
  return context;
}

function readContext(file: SourceFile, workspace: Workspace): FileContext {
  if (file.kind === 'vocabulary') return { file, workspace, schema: workspace.schema };
  if (file.kind === 'policy') return { file, workspace, schema: workspace.schema, head: workspace.policy(file).head };
  if (file.kind === 'template') {
    const template = workspace.template(file);
    return { file, workspace, schema: template.schema, head: template.head, template };
  }
  const { schema, head, template } = readCaseFile(file, workspace);
  return { file, workspace, schema, head, ...(template && { template }) };
}

/** The template's section that each section of a case stands for; a section that the case adds is not in it. */
export const templateSections = remember(({ file, template }: FileContext): ReadonlyMap<SectionSource, SectionSource> =>
  sectionsMeant(template?.file.sections ?? [], file.sections),
);
