import { seriesText } from '../knowledge/series.js';
import { editDistance } from '../spelling/edit-distance.js';
import { normalizeName, type Word } from '../letter/source.js';
import type { Fix } from '../lint/rule.js';

/** `"a"`, `"a" or "b"`, `"a", "b", or "c"`. */
export function anyOf(names: readonly string[]): string {
  return seriesText(
    names.map((name) => `"${name}"`),
    'or',
  );
}

/** One fix for each name that could have been meant, the likeliest first. It is applied without asking only where one alone is a slip away. */
export function writeFixes(where: Word, names: readonly string[]): { fix?: Fix; otherFixes?: readonly Fix[] } {
  const fixes = names.map((text): Fix => ({ title: `Write "${text}"`, edits: [{ where, text }] }));
  if (fixes.length === 0) return {};
  return isSlip(where.text, names) ? { fix: fixes[0], otherFixes: fixes.slice(1) } : { otherFixes: fixes };
}

/** True when the first name is a letter or two away, and no other as near. */
function isSlip(written: string, names: readonly string[]): boolean {
  const [first, ...others] = names.map((name) => editDistance(normalizeName(written), normalizeName(name), 3));
  const allowed = (names[0] ?? '').length > 4 ? 2 : 1;
  return first !== undefined && first <= allowed && others.every((other) => other > first);
}
