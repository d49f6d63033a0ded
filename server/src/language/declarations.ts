import type { ValueType } from '../knowledge/types.js';
import type { ComputedTerm } from './computed.js';
import { normalizeName } from './names.js';
import type { Term, Word } from './source-file.js';
import { type Declared, type NamedTerm, readTerms } from './terms.js';

/** A declared field: of a record, of the letter, or of one template. */
export interface FieldDeclaration {
  readonly name: string;
  /** The name in the form in which names are compared. */
  readonly norm: string;
  readonly type: ValueType;
  readonly required: boolean;
  /** Takes several values. */
  readonly many: boolean;
  /** Computed by the program; a case cannot give it. */
  readonly derived: boolean;
  /** What it is computed from, where its declaration says that. */
  readonly computed?: ComputedTerm;
  /** Says who the patient is: by a flag of its own, or by its record's. */
  readonly identifying: boolean;
  /** Is not the patient's, by a flag of its own or by its record's. */
  readonly public: boolean;
  /** A person's name. */
  readonly person: boolean;
  /** Somebody else's words, printed as they stand. */
  readonly quoted: boolean;
  /** Has happened by the letter's date. */
  readonly past: boolean;
  /** A letter that does not print it is none the worse. */
  readonly unprinted: boolean;
  /** Without a value a line for a pen prints, and it is not missing. */
  readonly byHand: boolean;
  /** What it cannot come before: fields of its record, or `birth`, the patient's. */
  readonly after: readonly NamedTerm[];
  /** Records that it stands in for, where it is given and they are not. */
  readonly insteadOf: readonly NamedTerm[];
  /** Other names that mean the same, as written. */
  readonly also: readonly string[];
  /** What to write, for the person who fills it in. */
  readonly help: string;
  readonly source: Word;
  /** The record it belongs to, as the vocabulary names it; undefined for a template's own field. */
  readonly record?: string;
  /** The record whose declaration it is, as names are compared: another one where `record` is like that. */
  readonly declaredBy?: string;
}

/** What a record is like, as its declaration names it. */
export interface Likeness {
  readonly written: NamedTerm;
  /** The name by which that record is compared; undefined where there is none. */
  readonly record?: string;
}

export interface RecordDeclaration {
  readonly name: string;
  readonly norm: string;
  readonly many: boolean;
  readonly required: boolean;
  readonly also: readonly string[];
  readonly help: string;
  readonly source: Word;
  readonly like: readonly Likeness[];
  /** With those of the record that it is like, which come first: what a record's name alone stands for is the first one. */
  readonly fields: readonly FieldDeclaration[];
  /** Fields by compared name, and by their other names. */
  readonly byName: ReadonlyMap<string, FieldDeclaration>;
  readonly byOtherName: ReadonlyMap<string, FieldDeclaration>;
}

/** The field of a record that a name means: its own name first, then other names. */
export function fieldOf(record: RecordDeclaration, norm: string): FieldDeclaration | undefined {
  return record.byName.get(norm) ?? record.byOtherName.get(norm);
}

export interface DeclarationWords {
  readonly label?: Word;
  readonly terms: readonly Term[];
  readonly value?: Word;
}

/** The field that a declaration line declares; undefined when it has no name. */
export function readFieldDeclaration(line: DeclarationWords, record?: string): FieldDeclaration | undefined {
  const { label } = line;
  if (!label) return undefined;
  const declared: Declared = record === undefined ? 'template field' : 'field';
  const { type, flags, also, after, insteadOf, computed } = readTerms(line.terms, declared);
  return {
    name: label.text,
    norm: normalizeName(label.text),
    type,
    // What is filled in by hand is never missing; `unknown-word` says so.
    required: flags.has('required') && !flags.has('by hand'),
    many: flags.has('many'),
    derived: flags.has('derived') || computed !== undefined,
    ...(computed && { computed }),
    identifying: flags.has('identifying'),
    public: flags.has('public'),
    person: flags.has('person'),
    quoted: flags.has('quoted'),
    past: flags.has('past'),
    unprinted: flags.has('unprinted'),
    byHand: flags.has('by hand'),
    after,
    insteadOf,
    also,
    help: line.value?.text ?? '',
    source: label,
    ...(record !== undefined && { record, declaredBy: normalizeName(record) }),
  };
}
