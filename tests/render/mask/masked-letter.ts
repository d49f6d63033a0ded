import { LetterMask } from '../../../server/src/render/mask/letter-mask.js';
import { renderText } from '../../../server/src/render/text.js';
import { quickLetterOf } from '../support/letter-of.js';

const usual = `date: 2026-11-21
patient
  name: Elena R. Marquez
  date of birth: 1968-03-14`;

/** What plain text prints of a line of prose when the patient is Elena R. Marquez, born on March 14, 1968; or with another head. */
export function masked(prose: string, head = usual): string {
  const text = renderText(new LetterMask().of(quickLetterOf(`case\n${head}\n---\n${prose}\n`)));
  return (text.split('\n\n______')[0] ?? '').replace(/\n/g, ' ').trim();
}

/** The same for a patient of another name. */
export function maskedFor(name: string, prose: string): string {
  return masked(prose, `date: 2026-11-21\npatient\n  name: ${name}`).replaceAll(
    '\u2039patient name\u203a',
    '\u2039\u203a',
  );
}
