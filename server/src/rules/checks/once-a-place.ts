import type { Span } from '../../letter/source.js';
import type { Report } from '../../lint/rule.js';

/** Tells of each place of a file once: a value that prints several times is one mistake. */
export function onceAPlace(report: Report): Report {
  const told = new Set<number>();
  return (where: Span, message, details) => {
    const at = where.piece.start + where.start;
    if (told.has(at)) return;
    told.add(at);
    report(where, message, details);
  };
}
