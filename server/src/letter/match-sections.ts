import { nearest } from '../spelling/nearest.js';
import { normalizeName } from '../language/names.js';
import { type Role, roles } from '../language/reserved-names.js';
import type { SectionSource } from '../language/source-file.js';
import type { SectionProblem } from './letter.js';

/** A place of the letter: a section of the template, of the case, or of both. */
export interface SectionPlace {
  readonly template?: SectionSource;
  readonly own?: SectionSource;
}

export interface MatchedSections {
  readonly places: readonly SectionPlace[];
  readonly problems: readonly SectionProblem[];
}

/** The roles that a section's tags name, in their usual order. */
export function rolesOf(section: SectionSource | undefined): Role[] {
  if (!section || section.tags.length === 0) return [];
  return roles.filter((role) => hasTag(section, role));
}

export function hasTag(section: SectionSource | undefined, flag: string): boolean {
  return section?.tags.some((tag) => tag.text.toLowerCase() === flag) ?? false;
}

/**
 * Puts a case's sections in the template's places: by heading (case and spacing do not matter), else by a role that one template section
 * alone has. What fits nowhere is added after the section before it.
 */
export function matchSections(template: readonly SectionSource[], own: readonly SectionSource[]): MatchedSections {
  const problems: SectionProblem[] = [];
  const meant = sectionsMeant(template, own);
  const replaced = new Map<SectionSource, SectionSource>();
  const added = new Map<SectionSource | undefined, SectionSource[]>();
  let after: SectionSource | undefined;
  let unused: string[] | undefined;
  for (const section of own) {
    const match = meant.get(section);
    if (match && !replaced.has(match)) {
      replaced.set(match, section);
      after = match;
      continue;
    }
    if (match) problems.push({ kind: 'duplicate section', section });
    else {
      unused ??= unusedHeadings(template, own);
      const [near] = nearest(section.title.text, unused, 1);
      if (near !== undefined && isSlip(near, section.title.text))
        problems.push({ kind: 'near heading', section, nearest: near });
    }
    const here = added.get(after);
    if (here) here.push(section);
    else added.set(after, [section]);
  }
  const extra = (place: SectionSource | undefined) => (added.get(place) ?? []).map((section) => ({ own: section }));
  const places = template.flatMap((section): SectionPlace[] => {
    const section2 = replaced.get(section);
    return [{ template: section, ...(section2 && { own: section2 }) }, ...extra(section)];
  });
  return { places: [...extra(undefined), ...places], problems };
}

function headingOf(section: SectionSource): string {
  return headingNorm(section.title.text);
}

/** A heading in the form in which headings are compared. */
export function headingNorm(title: string): string {
  return normalizeName(title.replace(/[:.]+$/, ''));
}

/** The template's section that each of a case's stands for. A heading counts for more than a role, whichever comes first in the case. */
export function sectionsMeant(
  template: readonly SectionSource[],
  own: readonly SectionSource[],
): Map<SectionSource, SectionSource> {
  const byHeading = new Map<string, SectionSource>();
  for (const section of template) if (!byHeading.has(headingOf(section))) byHeading.set(headingOf(section), section);
  const meant = new Map<SectionSource, SectionSource>();
  for (const section of own) {
    const match = byHeading.get(headingOf(section));
    if (match) meant.set(section, match);
  }
  const taken = new Set(meant.values());
  const byRole = onlyOnesOf(template);
  for (const section of own) {
    if (meant.has(section)) continue;
    const match = rolesOf(section)
      .map((role) => byRole.get(role))
      .find((one) => one && !taken.has(one));
    if (match) meant.set(section, match);
  }
  return meant;
}

/** The sections that are the only ones with their role. */
function onlyOnesOf(template: readonly SectionSource[]): Map<Role, SectionSource> {
  const only = new Map<Role, SectionSource>();
  const several = new Set<Role>();
  for (const section of template) {
    for (const role of rolesOf(section)) {
      if (only.has(role)) several.add(role);
      only.set(role, section);
    }
  }
  for (const role of several) only.delete(role);
  return only;
}

function unusedHeadings(template: readonly SectionSource[], own: readonly SectionSource[]): string[] {
  const used = new Set(own.map(headingOf));
  return template.filter((section) => !used.has(headingOf(section))).map((section) => section.title.text);
}

/** A heading that differs in a few letters was meant; one that only shares words is another heading. */
function isSlip(near: string, written: string): boolean {
  const a = normalizeName(near);
  const b = normalizeName(written);
  return Math.abs(a.length - b.length) <= Math.max(4, a.length / 3);
}
