import type { FieldDeclaration, RecordDeclaration } from '../declarations.js';
import { resolveName, type Schema } from '../name-resolution.js';
import { normalizeName } from '../names.js';
import type { Word } from '../source-file.js';
import { recordOf } from '../vocabulary.js';
import type { AskedName } from './clause.js';
import type { Damaged } from './damage.js';
import { cut, outsideQuotes, partsOf, quotesIn, upTo } from './line-parts.js';
import { type HowMany, openingAt } from './opening.js';

/** What a reader of clauses knows: the names in reach, and whom to tell what could not be understood. */
export interface Reading {
  readonly schema: Schema;
  readonly damaged: Damaged;
  /** Called for each name that means something, also in a line that is damaged. */
  readonly named: (name: ClauseName) => void;
}

/** A name in a clause: as in brackets, a field of the clause's record, what a section does, or a kind of letter. */
export type ClauseName =
  | { readonly is: 'name' | 'role' | 'kind'; readonly where: Word }
  | {
      readonly is: 'field';
      readonly where: Word;
      readonly field: FieldDeclaration;
      readonly record: RecordDeclaration;
    };

/** The record or field that a name means, as it would in brackets; a record's name alone is the record. */
export function findName({ schema }: Pick<Reading, 'schema'>, written: Word): AskedName | undefined {
  const target = resolveName(schema, written.text);
  const { letter } = schema.vocabulary;
  if (target?.kind === 'letter field') return { written, record: letter, field: target.field, quotes: [] };
  if (target?.kind === 'record field')
    return { written, record: target.record, quotes: [], ...(!target.alone && { field: target.field }) };
  const record = recordOf(schema.vocabulary, normalizeName(written.text));
  return record && { written, record, quotes: [] };
}

export function readName(written: Word, reading: Reading, isCounted = false): AskedName | undefined {
  const found = findName(reading, written);
  if (!found) {
    reading.damaged({ is: 'no such name', where: written, isCounted });
    return;
  }
  reading.named({ is: 'name', where: written });
  return found;
}

/** Names parted by `;`, each with its quoted words; words alone go on with the name before. Undefined where one of them is damaged. */
export function readNames(written: Word, reading: Reading, isCounted = false): AskedName[] | undefined {
  const names: { name: Word; quotes: Word[] }[] = [];
  for (const part of partsOf(written)) {
    const at = part.text.search(/["“”]/);
    const name = at < 0 ? part : upTo(part, at);
    const { quotes, between } = quotesIn(part);
    const [odd] = between;
    if (odd) {
      const isSeparator = /^(?:,?\s*(?:or|and)|[,/|])$/i.test(odd.text);
      reading.damaged({ is: isSeparator ? 'no semicolon' : 'left over', where: odd });
      return;
    }
    const last = names.at(-1);
    if (name.text === '' && last) last.quotes.push(...quotes);
    else names.push({ name, quotes });
  }
  const read: AskedName[] = [];
  for (const { name, quotes } of names) {
    if (name.text === '') {
      reading.damaged({ is: 'unfinished', of: 'nothing', where: written });
      return;
    }
    const named = readName(name, reading, isCounted);
    if (!named) return undefined;
    read.push({ ...named, quotes });
  }
  if (read.length > 0) return read;
  reading.damaged({ is: 'unfinished', of: 'nothing', where: written });
  return undefined;
}

/** What opens a clause, before the names. */
interface Opening extends HowMany {
  /** What is left of the line. */
  readonly rest: Word;
}

/** What opens a clause gives way to a declared name that begins so. */
export function readOpening(written: Word, { schema }: Pick<Reading, 'schema'>): Opening {
  const opening = openingAt(written.text);
  const bare = outsideQuotes(written.text).replace(/_+.*$/s, '').trim();
  if (!opening || findName({ schema }, { ...written, text: bare })) return { count: { is: 'some' }, rest: written };
  const { length, ...means } = opening;
  return { ...means, rest: cut(written, length) };
}
