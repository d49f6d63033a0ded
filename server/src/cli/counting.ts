import { plural } from '../knowledge/plurals.js';
import type { Counts } from './reports.js';

/** `2 errors, 1 warning`: what there is none of is not named. */
export function summary(counts: Counts): string {
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
  ];
  if (counts.info > 0) parts.push(`${String(counts.info)} for information`);
  return parts.filter(Boolean).join(', ');
}
