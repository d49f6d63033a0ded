import type { SectionSource } from '../language/source-file.js';
import { rolesOf } from './heading-tags.js';
import { type FileContext, templateSections } from './file-context.js';
import type { SectionProblem } from './letter.js';
import { sectionProblemsOf } from './match-sections.js';
import { placeSections } from './place-sections.js';
import { layoutUnder } from './template-layout.js';
import { sectionsIn, type TemplateSection, wordsOf } from './template-section.js';
import { remember } from '../remember.js';

/** What does not fit of the sections of a template that stands on another one; nothing where it stands on none. */
export const problemsUponBase = remember((context: FileContext): readonly SectionProblem[] => {
  const { file } = context;
  const under = layoutUnder(file, context);
  if (sectionsIn(under).length === 0) return [];
  const meant = templateSections(context);
  return sectionProblemsOf(under, file.sections, meant, placeSections(under, file.sections, meant).doubles);
});

/** A section that takes the place of one that the base prints before the one above it: the base's order stays. */
export interface Misplaced {
  readonly section: SectionSource;
  /** The file's section that it prints before. */
  readonly before: SectionSource;
}

/** The sections of a template that stand in another order than the base's. */
export function misplacedSections(context: FileContext): Misplaced[] {
  const { file } = context;
  const meant = templateSections(context);
  const order = new Map(sectionsIn(layoutUnder(file, context)).map((section, index) => [section, index] as const));
  const above: { section: SectionSource; place: number }[] = [];
  return file.sections.flatMap((section): Misplaced[] => {
    const match = meant.get(section);
    const place = match && order.get(match);
    if (place === undefined) return [];
    const [before] = above.filter((one) => one.place > place).sort((a, b) => a.place - b.place);
    above.push({ section, place });
    return before ? [{ section, before: before.section }] : [];
  });
}

/** A section of a template's own that does what a section of the base does which prints too. */
export interface Rival {
  readonly section: SectionSource;
  readonly inherited: TemplateSection;
}

/** Sections that share a role and a word of their heading with one of the base: its heading may have been meant, or it is to be left out. */
export function rivalSections(context: FileContext): Rival[] {
  const { file } = context;
  const meant = templateSections(context);
  const taken = new Set(meant.values());
  const inherited = sectionsIn(layoutUnder(file, context)).filter((one) => !taken.has(one) && wordsOf(one));
  const problems = new Set(problemsUponBase(context).map(({ section }) => section));
  return file.sections.flatMap((section): Rival[] => {
    const roles = rolesOf(section);
    if (meant.has(section) || problems.has(section) || roles.length === 0) return [];
    const rival = inherited.find(
      (one) => rolesOf(one).some((role) => roles.includes(role)) && shareWord(one.title.text, section.title.text),
    );
    return rival ? [{ section, inherited: rival }] : [];
  });
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(wordsIn(a));
  return wordsIn(b).some((word) => words.has(word));
}

/** Shorter words than these say nothing of what a section is about. */
const shortestTelling = 4;

function wordsIn(heading: string): string[] {
  return heading
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) => word.length >= shortestTelling && !['this', 'that', 'with', 'from', 'what', 'without'].includes(word),
    );
}
