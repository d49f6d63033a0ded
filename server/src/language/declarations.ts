import { nearest } from '../knowledge/nearest.js';
import { choiceType, VALUE_TYPES, type ValueType } from '../knowledge/types.js';
import { normalizeName } from './names.js';
import type { Term, Word } from './source-file.js';

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
  /** Other names that mean the same, as written. */
  readonly also: readonly string[];
  /** What to write, for the person who fills it in. */
  readonly help: string;
  readonly source: Word;
  /** The record it belongs to, as the vocabulary names it; undefined for a template's own field. */
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
  readonly fields: readonly FieldDeclaration[];
  /** Fields by compared name, and by their other names. */
  readonly byName: ReadonlyMap<string, FieldDeclaration>;
  readonly byOtherName: ReadonlyMap<string, FieldDeclaration>;
}

/** The field of a record that a name means: its own name first, then other names. */
export function fieldOf(record: RecordDeclaration, norm: string): FieldDeclaration | undefined {
  return record.byName.get(norm) ?? record.byOtherName.get(norm);
}

/** A word in a declaration's parentheses that is neither a type nor a flag. */
export interface UnknownTerm {
  readonly word: Word;
  readonly nearest: readonly string[];
}

export interface ReadTerms {
  readonly type: ValueType;
  readonly required: boolean;
  readonly many: boolean;
  readonly derived: boolean;
  readonly also: readonly string[];
  readonly unknown: readonly UnknownTerm[];
}

const flags = ['required', 'many', 'derived'];
const textType = VALUE_TYPES.get('text') ?? choiceType([]);

/** Reads `(text, many, also "…")`; what it does not know is left out and listed. Without a type a field is text. */
export function readTerms(terms: readonly Term[]): ReadTerms {
  let type = textType;
  const seen = new Set<string>();
  const also: string[] = [];
  const unknown: UnknownTerm[] = [];
  let inAlso = false;
  for (const group of groupsOf(terms)) {
    const options = group.filter((term) => term.kind !== 'separator');
    const [first, ...rest] = options;
    if (!first) continue;
    const word = first.text.toLowerCase();
    if (group.some((term) => term.kind === 'separator')) {
      type = choiceType(options.map((term) => term.text));
      inAlso = false;
    } else if (first.kind === 'word' && word === 'also') {
      for (const term of rest) also.push(term.text);
      inAlso = true;
    } else if (first.kind === 'quoted' && inAlso) also.push(first.text);
    else {
      inAlso = false;
      const known = VALUE_TYPES.get(word);
      if (flags.includes(word)) seen.add(word);
      else if (known) type = known;
      else unknown.push({ word: first, nearest: nearest(word, [...VALUE_TYPES.keys(), ...flags, 'also'], 3) });
    }
  }
  return { type, required: seen.has('required'), many: seen.has('many'), derived: seen.has('derived'), also, unknown };
}

/** The parts between commas; a `|` stays in its part and marks it as choices. */
function groupsOf(terms: readonly Term[]): Term[][] {
  const groups: Term[][] = [[]];
  for (const term of terms) {
    if (term.kind === 'separator' && term.text !== '|') groups.push([]);
    else groups.at(-1)?.push(term);
  }
  return groups;
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
  const { type, required, many, derived, also } = readTerms(line.terms);
  return {
    name: label.text,
    norm: normalizeName(label.text),
    type,
    required,
    many,
    derived,
    also,
    help: line.value?.text ?? '',
    source: label,
    ...(record !== undefined && { record }),
  };
}
