import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { normalizeName, pluralsOf } from '../../language/names.js';
import type { Word } from '../../language/source-file.js';
import { headingNorm } from '../../language/names.js';
import type { NameUse } from './named.js';

/** Which of a thing's names a word spells: its own, or another one that is declared with it (`also "…"`). */
export interface Spelling {
  /** The name as it is declared. */
  readonly name: string;
  readonly isOwn: boolean;
  /** True for `prior treatments`: a record that may repeat answers to its plural. */
  readonly plural: boolean;
}

/** The name that a word spells; undefined where it stands for a thing without spelling its name, as a heading that only shares a role. */
export function spellingOf({ where, named }: Pick<NameUse, 'where' | 'named'>): Spelling | undefined {
  switch (named.kind) {
    case 'record':
      return amongNames(where.text, named.record, named.record.many);
    case 'record field':
    case 'template field':
    case 'policy field':
      return amongNames(where.text, named.field, false);
    case 'section': {
      const { text } = named.section.title;
      return headingNorm(where.text) === headingNorm(text) ? ownName(text) : undefined;
    }
    case 'file':
      return ownName(named.name);
    case 'key':
      return ownName(named.key);
    default:
      return undefined;
  }
}

function ownName(name: string): Spelling {
  return { name, isOwn: true, plural: false };
}

function amongNames(
  written: string,
  declaration: FieldDeclaration | RecordDeclaration,
  plurals: boolean,
): Spelling | undefined {
  const norm = normalizeName(written);
  const names = [declaration.name, ...declaration.also];
  const index = names.findIndex((name) => normalizeName(name) === norm);
  const isPlural = index < 0 && plurals;
  const found = isPlural ? names.findIndex((name) => pluralsOf(normalizeName(name)).includes(norm)) : index;
  const name = names[found];
  return name === undefined ? undefined : { name, isOwn: found === 0, plural: isPlural };
}

const possessive = /(?<=\S)['\u2018\u2019\u02bc]s$|(?<=s)['\u2018\u2019\u02bc]$/i;

/** Names are compared without their possessives, so none should end in one. */
export function endsInPossessive(name: string): boolean {
  return possessive.test(name);
}

/** A word without the possessive at its end: `patient's` is `patient`. */
export function withoutPossessive(word: Word): Word {
  const text = word.text.replace(possessive, '');
  return text.length === word.text.length ? word : { ...word, end: word.start + text.length, text };
}

/**
 * Writes a new name where `written` spelled an old one, in the manner of the old: in the plural if that was one, with its possessive, with
 * capitals where the writer put some that the declared name has not.
 */
export function respell(written: string, old: Spelling, name: string): string {
  const ending = possessive.exec(written)?.[0] ?? '';
  const bare = written.slice(0, written.length - ending.length);
  const text = old.plural ? (pluralsOf(name).at(-1) ?? name) : name;
  const cased = bare === old.name ? text : likeWritten(text, bare, old.name);
  return cased + (ending === '' || /s$/i.test(ending) || /s$/i.test(cased) ? ending : `${ending}s`);
}

const capital = /^\P{L}*\p{Lu}/u;

/** Gives a name the capitals that the writer gave what it replaces. */
function likeWritten(text: string, written: string, declared: string): string {
  const isShouted = /\p{Lu}.*\p{Lu}/su.test(written) && !/\p{Ll}/u.test(written);
  if (isShouted && /\p{Ll}/u.test(declared)) return text.toUpperCase();
  if (!capital.test(written) || capital.test(declared)) return text;
  const words = written.split(/\s+/);
  const isTitle = words.length > 1 && words.every((word) => capital.test(word));
  return text.replace(isTitle ? /(?<=^|\s)\p{Ll}/gu : /^\p{Ll}/u, (letter) => letter.toUpperCase());
}
