import type { Finding } from '../lint/rule.js';
import { plural } from '../knowledge/plurals.js';

/** How many findings of one rule in one file are listed where nothing else is asked for. */
export const usualLimit = 100;

/** Chooses what is listed, so that one file cannot fill a report: all is counted, and what is left out is told. */
export interface Listing {
  /** The first findings of each rule, in their order. */
  of(findings: readonly Finding[]): readonly Finding[];
  /** What was left out, a line for each rule. */
  told(): string[];
}

/** `limit` findings of a rule in a file; 0 lists all. */
export function listing(limit: number): Listing {
  const leftOut = new Map<string, { findings: number; files: number }>();
  return {
    of(findings) {
      if (limit === 0 || findings.length <= limit) return findings;
      const counts = new Map<string, number>();
      const listed = findings.filter(({ rule }) => {
        const count = (counts.get(rule) ?? 0) + 1;
        counts.set(rule, count);
        return count <= limit;
      });
      for (const [rule, count] of counts) {
        if (count <= limit) continue;
        const known = leftOut.get(rule) ?? { findings: 0, files: 0 };
        leftOut.set(rule, { findings: known.findings + count - limit, files: known.files + 1 });
      }
      return listed;
    },
    told: () =>
      [...leftOut].map(
        ([rule, { findings, files }]) =>
          `Not listed: ${plural(findings, 'more finding')} of ${rule} in ${plural(files, 'file')}. --max-findings says how many of a rule are listed in a file.`,
      ),
  };
}
