import type { Rule } from '../lint/rule.js';
import { citables, type MergedRecord } from '../letter/facts.js';
import type { ResolvedLetter } from '../letter/letter.js';

export const unusedEvidence: Rule = {
  id: 'unused-evidence',
  group: 'structure',
  severity: 'warning',
  subject: 'letter',
  summary: 'Every source that a case gives is cited.',
  why: 'A source that no sentence cites is not in the reference list either: the reviewer never sees it.',
  bad: 'evidence @cohen2021\n  title: Chronic pain\n---\nInjections reduced pain for a year.',
  good: 'evidence @cohen2021\n  title: Chronic pain\n---\nInjections reduced pain for a year [@cohen2021].',
  check(letter, report) {
    // Where no letter comes about, nothing in it can be cited.
    if (letter.gaps.some((gap) => gap.kind === 'template')) return;
    for (const declaration of citables(letter.case.schema)) {
      for (const record of letter.facts.recordsOf(declaration)) {
        if (record.origin !== 'case' || isPrinted(record, letter)) continue;
        const cite = record.key
          ? `[@${record.key.text}]`
          : 'a citation such as [@cohen2021], and the same key after its name here';
        report(record.name, `Given, but the letter never cites it. Put ${cite} where it supports your words.`);
      }
    }
  },
};

/** Cited, or one of its own fields is printed. */
function isPrinted(record: MergedRecord, { references, sections }: ResolvedLetter): boolean {
  if (references.some(({ cited }) => cited === record)) return true;
  return sections.some(({ uses }) =>
    uses.some(
      ({ target, given }) =>
        given &&
        target?.kind === 'record field' &&
        target.record === record.declaration &&
        record.values.has(target.field),
    ),
  );
}
