import { type Role, roles } from '../language/reserved-names.js';
import type { Word } from '../language/source-file.js';

/** A section, or what several files say of one. */
interface Tagged {
  readonly tags: readonly Word[];
}

/** The roles that a section's tags name, in their usual order. */
export function rolesOf(section: Tagged | undefined): Role[] {
  if (!section || section.tags.length === 0) return [];
  return roles.filter((role) => hasTag(section, role));
}

export function hasTag(section: Tagged | undefined, flag: string): boolean {
  return section?.tags.some((tag) => tag.text.toLowerCase() === flag) ?? false;
}
