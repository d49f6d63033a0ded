import type { Rule } from '../lint/rule.js';
import { citables } from '../letter/facts.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { FieldDeclaration, RecordDeclaration } from '../letter/source.js';

export const unusedEvidence: Rule = {
  id: 'unused-evidence',
  group: 'structure',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'Every source that a case gives is cited.',
  why: 'A source that no sentence cites is not in the reference list either: the reviewer never sees it.',
  bad: 'evidence @cohen2021\n  title: Chronic pain\n---\nInjections reduced pain for a year.',
  good: 'evidence @cohen2021\n  title: Chronic pain\n---\nInjections reduced pain for a year [@cohen2021].',
  check(letter, report) {
    // Where no letter comes about, nothing in it can be cited.
    if (letter.lacks.some((lack) => lack.kind === 'template')) return;
    const cited = new Set(letter.references.map((reference) => reference.cited));
    for (const declaration of citables(letter.case.schema)) {
      const printed = printedFields(declaration, letter);
      for (const record of letter.facts.recordsOf(declaration)) {
        if (record.origin !== 'case' || cited.has(record)) continue;
        if (printed.some((field) => record.values.has(field))) continue;
        const cite = record.key
          ? `[@${record.key.text}]`
          : 'a citation such as [@cohen2021], and the same key after its name here';
        report(record.name, `Given, but the letter never cites it. Put ${cite} where it supports your words.`);
      }
    }
  },
};

/** The fields of a record that the letter prints by name. */
function printedFields(declaration: RecordDeclaration, { sections }: ResolvedLetter): FieldDeclaration[] {
  const fields = new Set<FieldDeclaration>();
  for (const { uses } of sections)
    for (const { target, given } of uses)
      if (given && target?.kind === 'record field' && target.record === declaration) fields.add(target.field);
  return [...fields];
}
