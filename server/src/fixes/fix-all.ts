import type { Finding, PlacedFix } from '../lint/rule.js';

/** A fix may uncover what another one mends; two that undo one another would go on for ever. */
const mostRounds = 5;

/**
 * The text after all fixes that may be applied without asking, again and again until nothing changes. `findingsIn` finds what is wrong in a text of
 * the file `uri`; fixes that reach into other files are left alone. Never throws by itself.
 */
export function fixAll(uri: string, text: string, findingsIn: (text: string) => readonly Finding[]): string {
  let fixed = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleEdits(findingsIn(fixed), uri);
    if (edits.length === 0) break;
    const next = applyEdits(fixed, edits);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}

type Edit = PlacedFix['edits'][number];

/** The edits of the automatic fixes, those left out that would touch what another one changes. */
function compatibleEdits(findings: readonly Finding[], uri: string): Edit[] {
  const chosen: Edit[] = [];
  for (const fix of findings.flatMap(({ fixes }) => fixes.find((one) => one.automatic) ?? [])) {
    const isOurs = fix.edits.every(({ range }) => range.uri === uri);
    const touches = fix.edits.some((edit) => chosen.some((other) => touch(edit, other)));
    if (isOurs && !touches) chosen.push(...fix.edits);
  }
  return chosen;
}

function touch({ range: a }: Edit, { range: b }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The text after edits that do not overlap, in whatever order they are given; of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let at = 0;
  const parts: string[] = [];
  for (const { range, text: put } of sorted) {
    parts.push(text.slice(at, range.start), put);
    at = range.end;
  }
  return parts.join('') + text.slice(at);
}
