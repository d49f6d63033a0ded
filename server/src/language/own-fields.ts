import { choiceType, type TypeName, VALUE_TYPES } from '../knowledge/types.js';
import type { FieldDeclaration } from './declarations.js';
import { normalizeName } from './names.js';
import type { Vocabulary } from './vocabulary.js';

/** What a policy or a kind says of itself in its head. */
export interface OwnField {
  readonly name: string;
  readonly type: TypeName;
  readonly many: boolean;
  readonly help: string;
}

/** Declares a field that no vocabulary does: its source is the letter's record, for the program itself brings it. */
export function declareOwn(field: OwnField, { letter }: Vocabulary): FieldDeclaration {
  return {
    ...field,
    type: VALUE_TYPES.get(field.type) ?? choiceType([]),
    norm: normalizeName(field.name),
    after: [],
    insteadOf: [],
    also: [],
    required: false,
    derived: false,
    byHand: false,
    identifying: false,
    public: false,
    person: false,
    quoted: false,
    past: false,
    unprinted: false,
    source: letter.source,
  };
}
