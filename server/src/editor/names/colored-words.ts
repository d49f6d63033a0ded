import type { FieldDeclaration } from '../../language/declarations.js';
import { readRecord } from '../../language/fact-record.js';
import type { FactField } from '../../language/head.js';
import { headNames } from '../../language/head-names.js';
import { resolveName } from '../../language/name-resolution.js';
import { normalizeName } from '../../language/names.js';
import { headingFlags, roles } from '../../language/reserved-names.js';
import type { HeadEntry, Term, Word } from '../../language/source-file.js';
import { type Declared, flagIn, readTerms } from '../../language/terms.js';
import { recordOf } from '../../language/vocabulary.js';
import { isShipped } from '../../language/shipped-text.js';
import { choosable, readChoices } from '../../letter/condition.js';
import type { FileContext } from '../../letter/file-context.js';
import { writtenSections } from '../../letter/written-sections.js';
import type { NameUse } from './named.js';
import { allNamesIn } from './names-in-file.js';

/** What a word is, as far as that takes more than its own line to know. */
export type WordKind =
  | 'record'
  | 'field'
  | 'template field'
  | 'key'
  | 'file'
  | 'tag'
  | 'unknown name'
  /** A number, date or code. */
  | 'figure'
  /** One of a field's choices. */
  | 'choice'
  | 'type'
  | 'flag';

export interface ColoredWord {
  readonly where: Word;
  readonly kind: WordKind;
  readonly isDeclaration: boolean;
  /** Its meaning comes from a file that ships. */
  readonly isStandard: boolean;
}

/** The words of a file that mean something, in no certain order. Where two overlap, the earlier one in the list counts. */
export function coloredWords(context: FileContext): ColoredWord[] {
  return [
    ...allNamesIn(context).flatMap(coloredName),
    ...fieldsOf(context).flatMap(coloredValues),
    ...coloredConditions(context),
    ...context.file.entries.flatMap(coloredTerms),
  ];
}

const tags: ReadonlySet<string> = new Set([...roles, ...headingFlags]);

function coloredName({ where, named, role }: NameUse): ColoredWord[] {
  const colored = (kind: WordKind, source?: Word): ColoredWord[] => [
    { where, kind, isDeclaration: role !== 'use', isStandard: source !== undefined && isShipped(source.piece.uri) },
  ];
  switch (named.kind) {
    case 'record':
      return colored('record', named.record.source);
    case 'record field':
      return colored('field', named.field.source);
    case 'policy field':
      return colored('field');
    case 'template field':
      return colored('template field', named.field.source);
    case 'key':
    case 'file':
      return colored(named.kind);
    case 'tag':
      return colored(tags.has(named.tag) ? 'tag' : 'unknown name');
    case 'unknown':
      return colored('unknown name');
    default:
      return []; // colored well enough by the line alone
  }
}

function fieldsOf({ file, head, schema }: FileContext): readonly FactField[] {
  if (head) return [...head.facts, ...head.records.flatMap((record) => record.fields)];
  if (file.kind !== 'vocabulary') return [];
  const names = headNames(schema);
  return file.entries.flatMap((entry) => {
    const record =
      entry.kind === 'fact' && entry.key && entry.label && recordOf(schema.vocabulary, normalizeName(entry.label.text));
    return record ? readRecord(entry, record, [], names).fields : [];
  });
}

const figures: ReadonlySet<string> = new Set(['date', 'when', 'number', 'money', 'phone']);

function coloredValues({ declaration, values }: FactField): ColoredWord[] {
  if (!declaration) return [];
  return values.flatMap(({ lines, given }) => {
    const kind = given ? kindOfValue(lines[0]?.text ?? '', declaration) : undefined;
    return kind
      ? lines.flatMap((where) => (where.text === '' ? [] : [{ where, kind, isDeclaration: false, isStandard: false }]))
      : [];
  });
}

function kindOfValue(text: string, { type }: FieldDeclaration): WordKind | undefined {
  if (type.choices)
    return type.choices.some((choice) => choice.toLowerCase() === text.toLowerCase()) ? 'choice' : undefined;
  return type.isCode || figures.has(type.name) ? 'figure' : undefined;
}

/** The choices of `{when [urgency] is expedited: …}`. */
function coloredConditions({ file, schema }: FileContext): ColoredWord[] {
  if (file.kind !== 'case' && file.kind !== 'template') return [];
  return writtenSections(file, schema).flatMap(({ prose: { piece }, conditions }) =>
    conditions.flatMap(({ condition: { bracket, choices } }) => {
      const declared = choosable(resolveName(schema, bracket.name.text))?.choices ?? [];
      return readChoices(piece.text, choices, declared).known.map(({ start, end }): ColoredWord => {
        const where = { piece, start, end, text: piece.text.slice(start, end) };
        return { where, kind: 'choice', isDeclaration: false, isStandard: false };
      });
    }),
  );
}

/** What stands in a declaration's parentheses: types, flags, choices; not what is unknown there. */
function coloredTerms({ kind, terms, lines }: HeadEntry): ColoredWord[] {
  const own: Declared = kind === 'record' ? 'record' : 'template field';
  return [...coloredList(terms, own), ...lines.flatMap((line) => coloredList(line.terms, 'field'))];
}

function coloredList(list: readonly Term[], declared: Declared): ColoredWord[] {
  const { unknown, type, computed } = readTerms(list, declared);
  const bad = new Set<Word>(unknown.map(({ word }) => word));
  return list.flatMap((term): ColoredWord[] => {
    if (term.kind !== 'word' || bad.has(term)) return [];
    // The names that it is computed from have the color of what they name.
    const words = term.start === computed?.whole.start ? computed.keywords : undefined;
    const colored = words?.map((where) => ({ where, kind: 'type' as const })) ?? [
      coloredTerm(term, type.choices, declared),
    ];
    return colored.map(({ where, kind }) => ({ where, kind, isDeclaration: false, isStandard: false }));
  });
}

function coloredTerm(
  term: Term,
  choices: readonly string[] | undefined,
  declared: Declared,
): { where: Word; kind: WordKind } {
  if (choices?.includes(term.text)) return { where: term, kind: 'choice' };
  const flag = flagIn(term, declared);
  if (!flag) return { where: term, kind: 'type' };
  // The name behind it has the color of what it names.
  return { where: { ...term, end: term.start + flag.length, text: flag }, kind: 'flag' };
}
