import { lackAt } from '../../letter/lacks.js';
import type { Span } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { ReportDetails } from '../../lint/rule.js';

/** What a finding on a bracket, or on a key in one, tells that the letter lacks: nothing where the letter does not print that bracket. */
export function lacksAt(where: Span, { letter }: FileSubject): Pick<ReportDetails, 'lacks'> {
  const lack = letter && lackAt(letter, where);
  return lack ? { lacks: [lack] } : {};
}
