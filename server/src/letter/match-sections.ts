import { nearest } from '../spelling/nearest.js';
import { normalizeName } from '../language/names.js';
import type { Role } from '../language/reserved-names.js';
import type { SectionSource } from '../language/source-file.js';
import { hasTag, rolesOf } from './heading-tags.js';
import type { SectionProblem } from './letter.js';
import { headingOf, sectionsByHeading } from './place-sections.js';
import { sectionsIn, type TemplateSection, type TemplateSections, wordsOf } from './template-section.js';

/**
 * The template's section that each of a case's stands for: by heading, else by a role that one section alone has of those that print. A
 * heading counts for more than a role, whichever comes first in the case.
 */
export function sectionsMeant(
  template: readonly TemplateSection[],
  own: readonly SectionSource[],
): Map<SectionSource, TemplateSection> {
  const meant = sectionsByHeading(template, own);
  const taken = new Set(meant.values());
  let byRole: ReadonlyMap<Role, TemplateSection> | undefined;
  for (const section of own) {
    if (meant.has(section)) continue;
    const roles = rolesOf(section);
    if (roles.length === 0) continue;
    byRole ??= onlyOnesOf(template);
    for (const role of roles) {
      const match = byRole.get(role);
      if (!match || taken.has(match)) continue;
      meant.set(section, match);
      break;
    }
  }
  return meant;
}

/** The sections that are the only ones with their role. */
function onlyOnesOf(template: readonly TemplateSection[]): Map<Role, TemplateSection> {
  const only = new Map<Role, TemplateSection>();
  const several = new Set<Role>();
  for (const section of template) {
    if (!wordsOf(section)) continue;
    for (const role of rolesOf(section)) {
      if (only.has(role)) several.add(role);
      only.set(role, section);
    }
  }
  for (const role of several) only.delete(role);
  return only;
}

/** What does not fit of a file's sections upon a template: written twice, nearly a heading of the template, or leaving out what is not there. */
export function sectionProblemsOf(
  template: TemplateSections,
  own: readonly SectionSource[],
  meant: ReadonlyMap<SectionSource, TemplateSection>,
  doubles: readonly SectionSource[],
): SectionProblem[] {
  let unused: string[] | undefined;
  const misspelled = own.flatMap((section): SectionProblem[] => {
    if (doubles.includes(section)) return [{ kind: 'duplicate section', section }];
    if (meant.has(section)) return [];
    unused ??= unusedHeadings(sectionsIn(template), own);
    const [near] = nearest(section.title.text, unused, 1);
    const isMeant = near !== undefined && isSlip(near, section.title.text);
    return isMeant ? [{ kind: 'near heading', section, nearest: near }] : [];
  });
  const useless = own.flatMap((section): SectionProblem[] => {
    if (!hasTag(section, 'omit')) return [];
    const match = doubles.includes(section) ? undefined : meant.get(section);
    return match && wordsOf(match) ? [] : [{ kind: 'nothing to omit', section }];
  });
  return [...misspelled, ...useless];
}

function unusedHeadings(template: readonly TemplateSection[], own: readonly SectionSource[]): string[] {
  const used = new Set(own.map(headingOf));
  return template.filter((section) => !used.has(headingOf(section))).map((section) => section.title.text);
}

/** A heading that differs in a few letters was meant; one that only shares words is another heading. */
function isSlip(near: string, written: string): boolean {
  const a = normalizeName(near);
  const b = normalizeName(written);
  return Math.abs(a.length - b.length) <= Math.max(4, a.length / 3);
}
