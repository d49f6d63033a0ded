import type { ProseSource } from '../../server/src/language/source-file.js';
import type { TemplateFile } from '../../server/src/language/template-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { templateLayout } from '../../server/src/letter/template-layout.js';
import { type SectionWords, sectionsIn, wordsOf } from '../../server/src/letter/template-section.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { besidePaths, parse, readTemplate } from '../support/workspace.js';

/** The workspace of the files that ship: vocabulary and templates, without the samples. */
export function shippedWorkspace(): Workspace {
  const workspace = new Workspace();
  for (const { uri, text } of shippedFiles) workspace.set(parse(uri, text));
  return workspace;
}

/** What ships, with the clinic and the policy of the samples: what a sample case is read with. */
export function samplesWorkspace(): Workspace {
  const workspace = shippedWorkspace();
  for (const path of besidePaths) workspace.set(parse(`file:///${path}`, readTemplate(path)));
  return workspace;
}

export function shippedTemplate(workspace: Workspace, name: string): TemplateFile {
  const template = workspace.templates.get(name);
  if (!template) throw new Error(`templates/${name}.lmn is not a template of that name`);
  return template;
}

export interface ShippedSection {
  readonly title: string;
  readonly tags: readonly string[];
  readonly words: readonly ProseSource[];
}

/** The sections that a template prints, its own and those of the templates that it stands on. */
export function shippedSections(workspace: Workspace, { file }: TemplateFile): ShippedSection[] {
  return sectionsIn(templateLayout({ standing: workspace.standing(file) })).flatMap((section) => {
    const words = wordsOf(section);
    if (!words) return [];
    return { title: section.title.text, tags: section.tags.map((tag) => tag.text), words: proseOf(words) };
  });
}

function proseOf({ prose, under }: SectionWords): ProseSource[] {
  const asked = under && prose.brackets.some(({ kind }) => kind === 'template text');
  return asked ? [prose, ...proseOf(under)] : [prose];
}
