import { PRONOUN_PLACEHOLDERS } from '../knowledge/pronouns.js';

/** Blocks that the letter puts together: no record and no field may have these names. */
export const blockNames: ReadonlySet<string> = new Set(['signature', 'enclosures', 'references', 'letterhead']);

/** Placeholders that print the patient's pronoun, some with its verb: `[they have]`. */
export const pronounNames: ReadonlySet<string> = new Set(PRONOUN_PLACEHOLDERS);

/** Roles: what a section does for the reviewer. The six components of a letter of medical necessity. */
export const roles = ['history', 'condition', 'treatment', 'evidence', 'consequences', 'qualifications'] as const;
export type Role = (typeof roles)[number];

/** Heading tags that are not roles. */
export const headingFlags = ['untitled', 'optional', 'omit'] as const;
