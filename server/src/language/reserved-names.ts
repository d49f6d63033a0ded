import { allComponents, type Component } from '../knowledge/components.js';
import { PRONOUN_PLACEHOLDERS } from '../knowledge/pronouns.js';

/** Blocks that the letter puts together: no record and no field may have these names. */
export const blockNames: ReadonlySet<string> = new Set([
  'signature',
  'enclosures',
  'references',
  'letterhead',
  'criteria',
]);

/** Placeholders that print the patient's pronoun, some with its verb: `[they have]`. */
export const pronounNames: ReadonlySet<string> = new Set(PRONOUN_PLACEHOLDERS);

/** Roles: what a section does for the reviewer. */
export const roles: readonly Component[] = allComponents;
export type Role = Component;

/** Heading tags that are not roles. */
export const headingFlags = ['untitled', 'optional', 'beginning', 'omit'] as const;

/** What `after` may name beside a date of the record itself: the patient was born, or was on the way. */
export const lifeEvents = ['birth', 'conception'] as const;
export type LifeEvent = (typeof lifeEvents)[number];
