import type { NamedOperand } from './computed.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from './declarations.js';
import { type NameTarget, resolveName, type Schema } from './name-resolution.js';

/** What a name means that has a value: a field of a record, a fact of the letter, a template's own field. */
export type FieldTarget = Extract<NameTarget, { readonly field: FieldDeclaration }>;

/** A name that a fact is computed from, and what it means; without `target` nobody declares it. */
export interface Operand {
  readonly written: NamedOperand;
  readonly target?: FieldTarget;
}

/**
 * What a fact is computed from: two names, one for a sum, none where they are still to be written. Beneath a record names are first its own; of several ways
 * to part the words the first one counts in which all names are known.
 */
export function operandsOf(
  { computed }: FieldDeclaration,
  record: RecordDeclaration | undefined,
  schema: Schema,
): readonly Operand[] {
  const readings = (computed?.readings ?? []).map((names) =>
    names.map((written): Operand => {
      const target = operandTarget(written, record, schema);
      return { written, ...(target && { target }) };
    }),
  );
  return readings.find((operands) => operands.every(({ target }) => target)) ?? readings[0] ?? [];
}

function operandTarget(
  { norm, text }: NamedOperand,
  record: RecordDeclaration | undefined,
  schema: Schema,
): FieldTarget | undefined {
  const own = record && record !== schema.vocabulary.letter ? fieldOf(record, norm) : undefined;
  if (record && own) return { kind: 'record field', record, field: own, recordWords: 0, alone: false };
  const target = resolveName(schema, text);
  return target && 'field' in target ? target : undefined;
}

/** The record whose names a target's field is computed from: none for facts of the letter and a template's own fields. */
export function recordOfTarget(target: FieldTarget): RecordDeclaration | undefined {
  return target.kind === 'record field' ? target.record : undefined;
}
