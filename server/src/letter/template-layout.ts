import type { ProseSource, SourceFile } from '../language/source-file.js';
import type { Standing } from '../language/template-bases.js';
import { placeSections, type SectionPlace, sectionsByHeading } from './place-sections.js';
import {
  loneSection,
  sectionOver,
  sectionsIn,
  type TemplateSection,
  type TemplateSections,
} from './template-section.js';
import { rememberBoth } from '../remember.js';

/** The words of a template and of all that it stands on, in the order in which a letter prints them. */
export interface TemplateLayout extends TemplateSections {
  /** What stands before the first heading of the lowest template: it prints before all else. */
  readonly before: readonly ProseSource[];
  /** What stands before the first heading of the others, the lowest first: it prints after the beginning. */
  readonly words: readonly ProseSource[];
}

const emptyLayout: TemplateLayout = { before: [], beginning: [], words: [], rest: [] };

/** The layout of the template that a letter uses, with what that stands on; an empty one where it uses none. */
export function templateLayout({ standing }: { readonly standing?: Standing }): TemplateLayout {
  return layoutOf(standing?.files ?? []);
}

/** The layout that the sections of a file are put into: a case's that of its template, a template's that of its base. */
export function layoutUnder(file: SourceFile, { standing }: { readonly standing?: Standing }): TemplateLayout {
  return layoutOf((standing?.files ?? []).filter((one) => one !== file));
}

/** Lays out a template and what it stands on, the nearest file first. The same object for the same files. */
function layoutOf(files: readonly SourceFile[]): TemplateLayout {
  return files.reduceRight((under, file) => layoutOver(under, file), emptyLayout);
}

const layoutOver = rememberBoth((under: TemplateLayout, { preamble, sections }: SourceFile): TemplateLayout => {
  const own = preamble ? [preamble] : [];
  const placed = placeSections(under, sections, sectionsByHeading(sectionsIn(under), sections));
  return {
    ...(under === emptyLayout ? { before: own, words: [] } : { before: under.before, words: [...under.words, ...own] }),
    beginning: placed.beginning.flatMap(joinPlace),
    rest: placed.rest.flatMap(joinPlace),
  };
});

function joinPlace({ template, own }: SectionPlace): TemplateSection[] {
  if (!own) return template ? [template] : [];
  return [template ? sectionOver(template, own) : loneSection(own)];
}
