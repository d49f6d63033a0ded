import { nearest } from '../spelling/nearest.js';
import { choiceType, VALUE_TYPES, type ValueType } from '../knowledge/types.js';
import { computedMeant, type ComputedTerm, readComputed } from './computed.js';
import { normalizeName } from './names.js';
import type { Term, Word } from './source-file.js';

/** What a declaration declares: a vocabulary's record, a field of one, or a template's own field. */
export type Declared = 'record' | 'field' | 'template field';

/** A word in a declaration's parentheses that is no type: what it says there, and where it may stand. */
interface Flag {
  readonly help: string;
  readonly of: readonly Declared[];
  /** What stands behind the word: a name (`like provider`), or another name in quotation marks. */
  readonly takes?: 'name' | 'quoted';
}

const anything: readonly Declared[] = ['record', 'field', 'template field'];
const anyField: readonly Declared[] = ['field', 'template field'];

/** The flags, as completion lists them. What is known about a field stands in its declaration: the mask and the rules on dates read it there. */
export const FLAGS = {
  required: {
    help: 'A letter without it is not finished: for a field, once its record is there; for a record, always.',
    of: anything,
  },
  many: { help: 'May be given several times: values are parted by ";", records repeat.', of: anything },
  also: {
    help: 'Another name for it, in cases as in placeholders: also "date of birth".',
    of: anything,
    takes: 'quoted',
  },
  like: { help: 'All fields and flags of another record too: like provider.', of: ['record'], takes: 'name' },
  identifying: {
    help: 'Says who the patient is, so the preview can mask it, where it prints and where prose repeats it. On a record: each of its fields does.',
    of: anything,
  },
  public: {
    help: "Is not the patient's, and never masked. On a record: its addresses, numbers and pictures; a date says so itself.",
    of: anything,
  },
  person: { help: "A person's name, which prose may repeat in parts.", of: anyField },
  quoted: {
    help: "Somebody else's words, such as a policy's, a notice's or a source's: rules on wording and on persons leave them alone. On a record: each of its fields.",
    of: anything,
  },
  past: { help: "Has happened by the letter's date, and cannot be later.", of: anyField },
  unprinted: {
    help: 'Need not print: it is there for the program, or for whoever sends the letter.',
    of: anyField,
  },
  'by hand': {
    help: 'May be filled in with a pen: without a value a line prints, and nothing is missing.',
    of: anyField,
  },
  after: {
    help: 'Cannot be before another date of its record, as in: after start. Nor before the patient was born: after birth; or was on the way: after conception.',
    of: ['field'],
    takes: 'name',
  },
  'instead of': {
    help: 'On a fact of the letter: stands in for records of that name, as in: instead of prior treatment. Where it is given and none of them is, the letter does not ask for them.',
    of: ['field'],
    takes: 'name',
  },
  derived: { help: 'Computed by the program, such as an age or a count: nobody writes it.', of: ['field'] },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof FLAGS;

/** The flags that may stand on what is declared, in the order of the table. */
export function flagsOf(declared: Declared): readonly FlagName[] {
  return flagNames.filter((name) => flag(name).of.includes(declared));
}

const flagNames = Object.keys(FLAGS).filter(isFlagName);

function isFlagName(word: string): word is FlagName {
  return Object.hasOwn(FLAGS, word);
}

function flag(name: FlagName): Flag {
  return FLAGS[name];
}

/** A word in a declaration's parentheses that is neither a type nor a flag. */
export interface UnknownTerm {
  readonly word: Word;
  readonly nearest: readonly string[];
}

/** A name behind a flag: the record that another is like or that a fact stands in for, the field that another comes after. */
export interface NamedTerm extends Word {
  /** The form in which names are compared. */
  readonly norm: string;
}

export interface ReadTerms {
  readonly type: ValueType;
  /** What stands in the place of a type where the program computes the field. */
  readonly computed?: ComputedTerm;
  /** The flags that take nothing, and are there. */
  readonly flags: ReadonlySet<FlagName>;
  readonly also: readonly string[];
  readonly like?: NamedTerm;
  readonly after: readonly NamedTerm[];
  readonly insteadOf: readonly NamedTerm[];
  readonly unknown: readonly UnknownTerm[];
}

const textType = VALUE_TYPES.get('text') ?? choiceType([]);
const numberType = VALUE_TYPES.get('number') ?? textType;

/** Reads `(text, many, also "…")`; what it does not know is left out and listed. Without a type a field is text. */
export function readTerms(terms: readonly Term[], declared: Declared = 'field'): ReadTerms {
  let type = textType;
  let computed: ComputedTerm | undefined;
  let like: NamedTerm | undefined;
  const flags = new Set<FlagName>();
  const also: string[] = [];
  const after: NamedTerm[] = [];
  const insteadOf: NamedTerm[] = [];
  const unknown: UnknownTerm[] = [];
  let inAlso = false;
  for (const group of groupsOf(terms)) {
    const options = group.filter((term) => term.kind !== 'separator');
    const [first, ...rest] = options;
    if (!first) continue;
    if (group.some((term) => term.kind === 'separator')) {
      type = choiceType(options.map((term) => term.text));
      inAlso = false;
      continue;
    }
    if (first.kind === 'quoted' && inAlso) {
      also.push(first.text);
      continue;
    }
    const word = foldTerm(first.text);
    const named = first.kind === 'word' ? readNamed(first, declared) : undefined;
    const known = VALUE_TYPES.get(word);
    const term = declared === 'record' ? undefined : readComputed(first);
    inAlso = first.kind === 'word' && word === 'also';
    if (inAlso) for (const term of rest) also.push(term.text);
    else if (named?.flag === 'like') like = named.name;
    else if (named) (named.flag === 'after' ? after : insteadOf).push(named.name);
    else if (isPlain(word, declared)) flags.add(word);
    else if (known) type = known;
    else if (term) computed = term;
    else unknown.push({ word: first, nearest: meantBy(word, declared) });
  }
  // A sum is a number as it stands; a time and a change have their unit with them.
  if (computed) type = computed.measure === 'sum' ? numberType : textType;
  return { type, flags, also, ...(computed && { computed }), ...(like && { like }), after, insteadOf, unknown };
}

/** The flag and the name behind it of `like provider`, `after start`, `instead of prior treatment`; undefined for any other word. */
export function readNamed(
  term: Term,
  declared: Declared,
): { readonly flag: NamingFlag; readonly name: NamedTerm } | undefined {
  const found = namingFlag.exec(term.text);
  const word = namingFlags.find((name) => name === found?.[1]?.toLowerCase());
  if (!found || !word || !flag(word).of.includes(declared)) return undefined;
  const text = term.text.slice(found[0].length);
  const start = term.start + found[0].length;
  return { flag: word, name: { piece: term.piece, start, end: term.end, text, norm: normalizeName(text) } };
}

export type NamingFlag = (typeof namingFlags)[number];

const namingFlags = ['like', 'after', 'instead of'] as const satisfies readonly FlagName[];
/** A flag with a name behind it, the flag alone as its first group. */
export const namingFlag = new RegExp(`^(${namingFlags.join('|')})\\s+`, 'i');

/** The flag that a word is, or begins with; undefined for a type, a choice, and what means nothing there. */
export function flagIn(term: Term, declared: Declared): FlagName | undefined {
  const word = foldTerm(term.text);
  if (term.kind !== 'word') return undefined;
  if (isPlain(word, declared) || word === 'also') return word;
  return readNamed(term, declared)?.flag;
}

/** A flag may be of several words: `by hand`. */
function foldTerm(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

function isPlain(word: string, declared: Declared): word is FlagName {
  return isFlagName(word) && flag(word).takes === undefined && flag(word).of.includes(declared);
}

/** What a word that means nothing was probably meant to be, written as it should be. */
function meantBy(word: string, declared: Declared): string[] {
  const apart = /^(\S+)\s+(.+)$/s.exec(word);
  const [, first = '', rest = ''] = apart ?? [];
  // A comma is all that `many like provider` lacks.
  if (VALUE_TYPES.has(first) || isPlain(first, declared)) return [`${first}, ${rest}`];
  const computed = declared === 'record' ? undefined : computedMeant(word);
  if (computed !== undefined) return [computed];
  const possible = flagsOf(declared).filter((name) => flag(name).takes !== 'name');
  return nearest(word, [...(declared === 'record' ? [] : VALUE_TYPES.keys()), ...possible], 3);
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
