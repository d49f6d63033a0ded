import type { FieldDeclaration } from '../language/declarations.js';
import { placeholderOf } from '../language/name-resolution.js';
import type { ResolvedLetter } from './letter.js';

/** How far a letter has come: of the facts that it needs, how many are given; and which sections only the writer can write. */
export interface Completeness {
  readonly given: number;
  readonly total: number;
  /** Names of the missing facts as placeholders write them, each once, in the order in which the letter needs them. */
  readonly missing: readonly string[];
  /** Headings of sections that are still to be written. */
  readonly unwritten: readonly string[];
}

/**
 * Counts each field once, however often the letter prints it. Optional text counts for nothing, for it needs nothing; nor does what the template
 * gives, for nobody has to.
 */
export function completenessOf(letter: ResolvedLetter): Completeness {
  const needed = new Set<FieldDeclaration>();
  const templates = new Set(letter.case.standing?.files.map(({ uri }) => uri));
  const isTemplates = (field: FieldDeclaration): boolean => {
    const values = field.record === undefined || field.record === 'letter' ? letter.facts.valuesOf(field) : [];
    return values.length > 0 && values.every(({ where }) => templates.has(where.piece.uri));
  };
  for (const section of letter.sections) {
    for (const { target, optional } of section.uses) {
      if (!optional && target && 'field' in target && !target.field.derived && !target.field.byHand)
        if (!isTemplates(target.field)) needed.add(target.field);
    }
  }
  for (const field of requiredFields(letter)) needed.add(field);
  const missing = new Set<FieldDeclaration>();
  const unwritten = new Set<string>();
  for (const lack of letter.lacks) {
    if (lack.kind === 'fact') missing.add(lack.field);
    if (lack.kind === 'unwritten' || lack.kind === 'section') unwritten.add(lack.section);
  }
  for (const field of missing) needed.add(field);
  return {
    given: needed.size - missing.size,
    total: needed.size,
    missing: [...missing].map(placeholderOf),
    unwritten: [...unwritten],
  };
}

/** Fields that are required whether or not prose prints them: so that the total does not shrink as they are given. */
function requiredFields({ facts, case: { schema } }: ResolvedLetter): FieldDeclaration[] {
  const { vocabulary, template } = schema;
  const records = vocabulary.records.filter((record) => record.required || facts.recordsOf(record).length > 0);
  const all = [
    ...vocabulary.letter.fields,
    ...(template?.byName.values() ?? []),
    ...records.flatMap((record) => record.fields),
  ];
  return all.filter((field) => field.required && !field.derived);
}
