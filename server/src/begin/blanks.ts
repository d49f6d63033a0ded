import { formatDate, type Day } from '../knowledge/dates.js';
import type { FieldDeclaration } from '../language/declarations.js';
import { hintOf } from '../fixes/insert-missing.js';
import type { Insertion, TabStop } from './insertion.js';

/**
 * What stands for a value until it is written: what to write, in brackets, so that it counts as missing when it is passed over. Choices begin with
 * it too: none may get into a letter because somebody pressed Tab. Only the letter's own date is today's.
 */
export function blankOf(field: FieldDeclaration, today: Day): TabStop {
  const hint = hintOf(field);
  if (field.type.choices) return { text: hint, choices: [hint, ...field.type.choices] };
  if (field.record === 'letter' && field.norm === 'date') return { text: formatDate(today, 'iso') };
  return { text: hint };
}

/** `name: ` and a tab stop on its value. */
export function blankLine(field: FieldDeclaration, today: Day): Insertion {
  return [`${field.name}: `, blankOf(field, today)];
}
