import { standardField } from '../letter/resolve-letter.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { fieldOf, valueText } from '../letter/source.js';
import { printable } from './printable.js';

/** `Elena Marquez · BM-0000-4417`, for the top of the second page on: what is not given is left out. */
export function runningHead(letter: ResolvedLetter): string {
  return [patientName(letter), referenceNumber(letter)].filter((part) => part !== '').join(' \u00b7 ');
}

/** A title without a patient's name: it shows in lists of files and windows, and many printers set it on the paper. */
export function letterTitle(letter: ResolvedLetter): string {
  const title = letter.case.template?.title ?? '';
  if (/medical necessity/i.test(title)) return printable(title);
  return title === '' ? 'Letter of medical necessity' : `Letter of medical necessity: ${printable(title)}`;
}

/** Empty where no name is given. */
export function patientName(letter: ResolvedLetter): string {
  const patient = letter.case.schema.vocabulary.byName.get('patient');
  const field = patient && fieldOf(patient, 'name');
  const value = patient && field && letter.facts.recordsOf(patient)[0]?.values.get(field)?.[0];
  return value ? printable(valueText(value, ' ')) : '';
}

function referenceNumber(letter: ResolvedLetter): string {
  const field = standardField(letter.case, 'letter', 'reference number');
  const value = field && letter.facts.valuesOf(field)[0];
  return value ? printable(valueText(value, ' ')) : '';
}
