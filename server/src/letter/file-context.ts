import { type CaseFile, readCaseFile } from '../language/case-file.js';
import { asks } from '../language/file-kinds.js';
import { headsOf } from '../language/template-file.js';
import type { Head } from '../language/head.js';
import type { Schema } from '../language/name-resolution.js';
import type { SectionSource, SourceFile } from '../language/source-file.js';
import type { Standing } from '../language/template-bases.js';
import type { TemplateFile } from '../language/template-file.js';
import type { Workspace } from '../language/workspace.js';
import { sectionsMeant } from './match-sections.js';
import { sectionsByHeading } from './place-sections.js';
import { layoutUnder } from './template-layout.js';
import { sectionsIn, type TemplateSection } from './template-section.js';
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
  /** That template and what it stands on. */
  readonly standing?: Standing;
  /** The heads of these, in their order, read with the names of the first. */
  readonly templateHeads: readonly Head[];
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
  if (file.kind === 'vocabulary') return { file, workspace, schema: workspace.schema, templateHeads: [] };
  if (asks(file.kind)) {
    const { head } = file.kind === 'policy' ? workspace.policy(file) : workspace.kind(file);
    return { file, workspace, schema: workspace.schema, head, templateHeads: [] };
  }
  if (file.kind === 'template') {
    const template = workspace.template(file);
    const standing = workspace.standing(file);
    const { schema, head } = template;
    return { file, workspace, schema, head, template, standing, templateHeads: headsOf(standing, schema) };
  }
  return contextOfCase(readCaseFile(file, workspace), workspace);
}

/** The context of a case that was read, with whatever template. */
export function contextOfCase(read: CaseFile, workspace: Workspace): FileContext & { readonly head: Head } {
  const { file, schema, head, template, standing, templateHeads } = read;
  return {
    file,
    workspace,
    schema,
    head,
    templateHeads,
    ...(template && { template }),
    ...(standing && { standing }),
  };
}

/**
 * The template's section that each section of a case stands for, or of a template upon another one; a section that the file adds is not in
 * it.
 */
export const templateSections = remember((context: FileContext): ReadonlyMap<SectionSource, TemplateSection> => {
  const { file } = context;
  const sections = sectionsIn(layoutUnder(file, context));
  return file.kind === 'template' ? sectionsByHeading(sections, file.sections) : sectionsMeant(sections, file.sections);
});
