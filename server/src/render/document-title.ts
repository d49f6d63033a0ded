import type { ResolvedLetter } from '../letter/letter.js';
import type { DocumentOptions } from './document-options.js';
import { letterTitle, patientName } from './running-head.js';

/** The title in a file's properties: with the patient's name only where that was asked for. */
export function documentTitle(letter: ResolvedLetter, { draft, patientInProperties }: DocumentOptions): string {
  const patient = patientInProperties ? patientName(letter) : '';
  const title = patient === '' ? letterTitle(letter) : `${letterTitle(letter)} for ${patient}`;
  return draft ? `Draft: ${title}` : title;
}
