import type { Requirement, Word } from '../letter/source.js';

/** What a line of a policy asks for, by the words it has. */
export type Asked =
  | { readonly kind: 'field' | 'section' | 'enclosure' | 'record' | 'pages'; readonly name: Word }
  /** Words are missing; `where` is the last one that is there. */
  | {
      readonly kind: 'unfinished';
      readonly of: 'field' | 'section' | 'enclosure' | 'record' | 'pages' | 'nothing';
      readonly where: Word;
    }
  /** `require insurance member id`: neither a number nor field, section or enclosure stands before the name. */
  | { readonly kind: 'untold'; readonly name: Word };

export function askedFor({ words, verb }: Requirement): Asked {
  const { what, count, subject, quoted } = words;
  if (verb === 'limit')
    return subject && count
      ? { kind: 'pages', name: subject }
      : { kind: 'unfinished', of: 'pages', where: subject ?? count ?? words.verb };
  if (what) {
    const kind = kindOf(what);
    const name = kind === 'enclosure' ? quoted : subject;
    return name && name.text !== '' ? { kind, name } : { kind: 'unfinished', of: kind, where: subject ?? what };
  }
  if (count) return subject ? { kind: 'record', name: subject } : { kind: 'unfinished', of: 'record', where: count };
  return subject ? { kind: 'untold', name: subject } : { kind: 'unfinished', of: 'nothing', where: words.verb };
}

function kindOf(what: Word): 'field' | 'section' | 'enclosure' {
  const word = what.text.toLowerCase();
  return word === 'field' || word === 'section' ? word : 'enclosure';
}
