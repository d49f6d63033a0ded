import type { Finding } from '../lint/rule.js';
import { hashOf } from './written-ledger.js';

/**
 * What tells each finding of a file from every other, and stays when lines above it come or go: the file, the rule, what it says, and which of those that say the same
 * it is. Nothing of the text goes into it, for a hash of so little as a birth date can be undone by trying them all.
 */
export function fingerprintsOf(file: string, findings: readonly Pick<Finding, 'rule' | 'message'>[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, message }) => {
    const said = JSON.stringify([file, rule, message]);
    const count = (seen.get(said) ?? 0) + 1;
    seen.set(said, count);
    return hashOf(`${said}#${String(count)}`).slice(0, 40);
  });
}
