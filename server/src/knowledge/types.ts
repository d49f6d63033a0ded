import { money, number } from './amounts.js';
import { choiceMeant } from './choice-words.js';
import { cpt, dea, hcpcs, icd10, loinc, mbi, ndc, npi } from './codes.js';
import { email, phone, url } from './contacts.js';
import { formatDate, isDateProblem, parseDate, type DateStyle } from './dates.js';
import { imagePath } from './image-path.js';
import { doi, nct, pmid } from './literature.js';
import { parsePronouns, PRONOUN_CHOICES, pronounSet } from './pronouns.js';
import { nearest } from '../spelling/nearest.js';
import type { Shape, ShapeProblemKind } from './shape.js';
import { formatWhen, parseWhen } from './when.js';

export type TypeName =
  | 'text'
  | 'address'
  | 'date'
  | 'when'
  | 'number'
  | 'money'
  | 'phone'
  | 'email'
  | 'url'
  | 'npi'
  | 'icd-10'
  | 'hcpcs'
  | 'cpt'
  | 'ndc'
  | 'pmid'
  | 'doi'
  | 'nct'
  | 'loinc'
  | 'dea'
  | 'mbi'
  | 'pronouns'
  | 'kind'
  | 'image';

export interface ValueProblem {
  /** Given where a code or number is wrong. */
  readonly kind?: ShapeProblemKind;
  /** A whole message: what is wrong and what to write, with an example; never repeats the value. */
  readonly problem: string;
  /** One right value by itself. */
  readonly example: string;
  /** The corrected text, where only one is meant; of choices the one that is probably meant. */
  readonly fix?: string;
}

export interface PrintStyle {
  /** Dates print as they were written where no style is asked for. */
  readonly dates?: DateStyle | undefined;
}

/** What a field's value may be: one of the language's types, or one of some choices. */
export interface ValueType {
  readonly name: TypeName | 'choices';
  /** As a sentence names it: `a date`. */
  readonly called: string;
  readonly description: string;
  readonly example: string;
  /** A code or number that others look up: whether it can be one has a rule of its own. */
  readonly isCode: boolean;
  /** How values are written, for completion; the choices themselves where there are some. */
  readonly suggest: readonly string[];
  /** Given only where the type is a list of choices. */
  readonly choices?: readonly string[];
  /** The choice that a value means, where it may be written otherwise. */
  readonly choiceOf?: (text: string) => string | undefined;
  readonly check: (text: string) => ValueProblem | undefined;
  /** A value that is not of the type prints as written. */
  readonly print: (text: string, style: PrintStyle) => string;
}

const asWritten = (text: string): string => text;

function freeText(name: 'text' | 'address' | 'kind', called: string, description: string, example: string): ValueType {
  return {
    name,
    called,
    description,
    example,
    isCode: false,
    suggest: [],
    check: () => undefined,
    print: asWritten,
  };
}

function ofShape(name: TypeName, shape: Shape, suggest: readonly string[] = [shape.example]): ValueType {
  const { called, description, example } = shape;
  const check = (text: string): ValueProblem | undefined => {
    const found = shape.check(text);
    if (!found) return undefined;
    return {
      kind: found.kind,
      problem: found.message,
      example,
      ...(found.fix === undefined ? {} : { fix: found.fix }),
    };
  };
  return { name, called, description, example, isCode: false, suggest, check, print: asWritten };
}

function code(name: TypeName, shape: Shape, suggest?: readonly string[]): ValueType {
  return { ...ofShape(name, shape, suggest), isCode: true };
}

const date: ValueType = {
  name: 'date',
  called: 'a date',
  description: 'A day of the calendar; the letter prints it in its own style.',
  example: '2026-03-14',
  isCode: false,
  suggest: ['2026-03-14', '03/14/2026', 'March 14, 2026'],
  check: (text) => {
    const read = parseDate(text);
    if (!isDateProblem(read)) return undefined;
    return { problem: read.message, example: date.example, ...(read.fix === undefined ? {} : { fix: read.fix }) };
  },
  print: (text, { dates }) => {
    const read = parseDate(text);
    return dates === undefined || isDateProblem(read) ? text : formatDate(read, dates);
  },
};

const when: ValueType = {
  name: 'when',
  called: 'a time',
  description: 'A day, a month or a year; two of them with "to" between; or "since" one.',
  example: 'March 2024 to May 2025',
  isCode: false,
  suggest: ['2026-03-14', 'March 2024', '2024', 'March 2024 to May 2025', 'since 2024'],
  check: (text) => {
    const read = parseWhen(text);
    if (!isDateProblem(read)) return undefined;
    return { problem: read.message, example: when.example, ...(read.fix === undefined ? {} : { fix: read.fix }) };
  },
  print: (text, { dates }) => {
    const read = parseWhen(text);
    return dates === undefined || isDateProblem(read) ? text : formatWhen(read, dates);
  },
};

/** *He*, *she* and *they*, or a set of their forms: it prints as one, and as it was given where that is one. */
const pronouns: ValueType = {
  ...choiceType(PRONOUN_CHOICES),
  name: 'pronouns',
  called: 'pronouns',
  description: 'He, she or they; or as a set, such as she/her.',
  check: (text) => (parsePronouns(text) ? undefined : choiceType(PRONOUN_CHOICES).check(text)),
  print: pronounSet,
  choiceOf: parsePronouns,
};

/** The kinds that are there are known only with all files: until then it takes any name. */
const kind = freeText('kind', 'a kind of letter', 'A kind of letter, by the name of its file.', 'continuation');

const ADDRESS_EXAMPLE = 'PO Box 4410, Albuquerque, NM 87196';

const TYPES: readonly ValueType[] = [
  freeText('text', 'text', 'Words of your own.', 'Radiculopathy, lumbar region'),
  freeText('address', 'an address', 'A postal address, a line of it on each line.', ADDRESS_EXAMPLE),
  date,
  when,
  ofShape('number', number, ['24', '1,200', '2.5']),
  ofShape('money', money, ['$1,250', '$1,250.00']),
  ofShape('phone', phone, [phone.example, '+44 20 7946 0018']),
  ofShape('email', email),
  ofShape('url', url),
  code('npi', npi),
  code('icd-10', icd10),
  code('hcpcs', hcpcs, ['J1745', '99213', '97110-GP']),
  code('cpt', cpt),
  code('ndc', ndc, ['0002-1433-80', '00074-4339-02']),
  code('pmid', pmid),
  code('doi', doi),
  code('nct', nct),
  code('loinc', loinc),
  code('dea', dea),
  code('mbi', mbi),
  pronouns,
  kind,
  ofShape('image', imagePath),
];

/** The types that a declaration may name, by their names. */
export const VALUE_TYPES: ReadonlyMap<string, ValueType> = new Map(TYPES.map((type) => [type.name, type]));

/** The type of a field that takes one of `choices`, such as `positively` or `stably`. Case and spaces do not matter: it prints as declared. */
export function choiceType(choices: readonly string[]): ValueType {
  const known = new Set(choices.map(foldChoice));
  const example = choices[0] ?? '';
  const listed = choices.length > 8 ? `${choices.slice(0, 8).join(', ')} …` : choices.join(', ');
  return {
    name: 'choices',
    called: 'one of some choices',
    description: `One of: ${choices.join(', ')}.`,
    example,
    isCode: false,
    suggest: choices,
    choices,
    check: (text) => {
      if (known.has(foldChoice(text))) return undefined;
      const fix = choiceMeant(text, choices) ?? nearest(text, choices, 1)[0];
      return {
        problem: `This is not one of the choices. Write one of: ${listed}`,
        example,
        ...(fix === undefined ? {} : { fix }),
      };
    },
    print: (text) => choices.find((choice) => foldChoice(choice) === foldChoice(text)) ?? text,
  };
}

/** A choice as it is compared. */
export function foldChoice(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The choice that a value gives, as choices are compared: `she` of `She/her`. */
export function choiceGiven({ choiceOf }: ValueType, text: string): string {
  return foldChoice(choiceOf?.(text) ?? text);
}

/** Reads a declaration's type, `date` or `positively | stably`; `undefined` where it names no type. */
export function readType(written: string): ValueType | undefined {
  if (!written.includes('|')) return VALUE_TYPES.get(foldChoice(written));
  const choices = written
    .split('|')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  return choices.length === 0 ? undefined : choiceType([...new Set(choices)]);
}

/** What is wrong with a value that was given; an empty one is not given, and so not wrong. */
export function checkValue(type: ValueType, text: string): ValueProblem | undefined {
  return text.trim() === '' ? undefined : type.check(text);
}

/** A value as the letter prints it: dates in the letter's style, choices as declared, everything else as written. */
export function printValue(type: ValueType, text: string, style: PrintStyle): string {
  return type.print(text, style);
}
