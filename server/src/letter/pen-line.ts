import { placeholderOf } from '../language/name-resolution.js';
import type { FieldDeclaration } from '../language/declarations.js';

/** A line to write on, where only characters can be had; and its width, in the underscores of the font around it, everywhere else. */
export const penLine = '_'.repeat(20);

/** What a screen reader says in the place of a line. */
export function saidOfPenLine(field: FieldDeclaration): string {
  return `To be filled in: ${placeholderOf(field)}`;
}
