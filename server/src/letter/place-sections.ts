import type { SectionSource } from '../language/source-file.js';
import { headingNorm } from '../language/names.js';
import { hasTag } from './heading-tags.js';
import type { TemplateSection, TemplateSections } from './template-section.js';
import { remember } from '../remember.js';

/** A place of the letter: a section of the template, of the file upon it, or of both. */
export interface SectionPlace {
  readonly template?: TemplateSection;
  readonly own?: SectionSource;
}

export interface PlacedSections {
  readonly beginning: readonly SectionPlace[];
  readonly rest: readonly SectionPlace[];
  /** Sections that stand for one that an earlier one stands for already. */
  readonly doubles: readonly SectionSource[];
}

/**
 * Puts the sections of a case, or of a template upon another one, in the places of what they are `meant` to replace. What replaces nothing is
 * added after the section before it in its own file, but after the beginning in any case; what is tagged `#beginning` at its end.
 */
export function placeSections(
  template: TemplateSections,
  own: readonly SectionSource[],
  meant: ReadonlyMap<SectionSource, TemplateSection>,
): PlacedSections {
  const isBeginning = new Set(template.beginning);
  const replaced = new Map<TemplateSection, SectionSource>();
  const doubles: SectionSource[] = [];
  const added = new Map<TemplateSection | 'beginning' | undefined, SectionSource[]>();
  let after: TemplateSection | undefined;
  for (const section of own) {
    const match = meant.get(section);
    if (match && !replaced.has(match)) {
      replaced.set(match, section);
      after = match;
      continue;
    }
    if (match) doubles.push(section);
    const isAfterBeginning = after && isBeginning.has(after);
    const place = hasTag(section, 'beginning')
      ? isAfterBeginning
        ? after
        : 'beginning'
      : isAfterBeginning
        ? undefined
        : after;
    const here = added.get(place);
    if (here) here.push(section);
    else added.set(place, [section]);
  }
  const extra = (place: TemplateSection | 'beginning' | undefined) =>
    (added.get(place) ?? []).map((section) => ({ own: section }));
  const placesOf = (sections: readonly TemplateSection[]) =>
    sections.flatMap((section): SectionPlace[] => {
      const taken = replaced.get(section);
      return [{ template: section, ...(taken && { own: taken }) }, ...extra(section)];
    });
  return {
    beginning: [...placesOf(template.beginning), ...extra('beginning')],
    rest: [...extra(undefined), ...placesOf(template.rest)],
    doubles,
  };
}

/** A heading in the form in which headings are compared. */
export const headingOf = remember(({ title }: SectionSource | TemplateSection) => headingNorm(title.text));

/** The sections of a template that others have the heading of; case and spacing do not matter. */
export function sectionsByHeading(
  template: readonly TemplateSection[],
  own: readonly SectionSource[],
): Map<SectionSource, TemplateSection> {
  const meant = new Map<SectionSource, TemplateSection>();
  if (template.length === 0) return meant;
  const byHeading = new Map<string, TemplateSection>();
  for (const section of template) if (!byHeading.has(headingOf(section))) byHeading.set(headingOf(section), section);
  for (const section of own) {
    const match = byHeading.get(headingOf(section));
    if (match) meant.set(section, match);
  }
  return meant;
}
