import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import type { SectionSource, Word } from '../../language/source-file.js';
import type { FlagName } from '../../language/terms.js';
import { bookKey } from '../../language/vocabulary.js';
import { headingNorm } from '../../language/names.js';

/** What a name in a file stands for, whatever its spelling there. */
export type Named =
  | { readonly kind: 'record'; readonly record: RecordDeclaration }
  /** A field of a record, or a fact of the letter (its record is `letter`). */
  | { readonly kind: 'record field'; readonly field: FieldDeclaration; readonly record: RecordDeclaration }
  /** A field that one template declares. */
  | { readonly kind: 'template field'; readonly field: FieldDeclaration }
  /** What a policy or a kind says of itself: nobody declares it. */
  | { readonly kind: 'policy field'; readonly field: FieldDeclaration }
  /** A template, policy, kind or vocabulary by its name; there may be no such file. */
  | {
      readonly kind: 'file';
      readonly of: 'template' | 'policy' | 'kind' | 'vocabulary';
      readonly name: string;
      /** The one that ships, where the workspace's own of this name stands upon it. */
      readonly ships?: true;
    }
  /** A key of the address book; or, with `home`, of one head's own records. */
  | { readonly kind: 'key'; readonly record: RecordDeclaration; readonly key: string; readonly home?: string }
  /** A section of a template, or one that a case adds. */
  | { readonly kind: 'section'; readonly section: SectionSource }
  | { readonly kind: 'tag'; readonly tag: string }
  /** What a declaration says in its parentheses. */
  | { readonly kind: 'flag'; readonly flag: FlagName }
  | { readonly kind: 'pronoun'; readonly word: string }
  | { readonly kind: 'block'; readonly block: string }
  | { readonly kind: 'rule'; readonly id: string }
  /** A name that nobody gives a meaning. */
  | { readonly kind: 'unknown'; readonly as: 'record' | 'field' | 'placeholder' | 'key' };

export type NameRole =
  /** The name is given its meaning here. */
  | 'declaration'
  /** Another name is declared here: `also "…"`. */
  | 'other name'
  | 'use';

/** A name where it stands in a file. */
export interface NameUse {
  readonly where: Word;
  readonly named: Named;
  readonly role: NameRole;
}

/** Two names mean the same when this is the same; undefined for what means nothing. */
export function identityOf(named: Named): string | undefined {
  switch (named.kind) {
    case 'record':
      return `record ${named.record.norm}`;
    case 'record field':
      // A record's field is also that of the records like it.
      return `field ${named.field.declaredBy ?? named.record.norm}: ${named.field.norm}`;
    case 'template field':
      return `field of ${named.field.source.piece.uri}: ${named.field.norm}`;
    case 'policy field':
      return `policy field ${named.field.norm}`;
    case 'file':
      return `${named.of} ${named.name}${named.ships ? ' that ships' : ''}`;
    case 'key':
      return `key ${bookKey(named.record, named.key)} ${named.home ?? ''}`;
    case 'section':
      return `section of ${named.section.piece.uri}: ${headingNorm(named.section.title.text)}`;
    case 'flag':
      return `flag ${named.flag}`;
    case 'tag':
      return `tag ${named.tag}`;
    case 'pronoun':
      return `pronoun ${named.word}`;
    case 'block':
      return `block ${named.block}`;
    case 'rule':
      return `rule ${named.id}`;
    case 'unknown':
      return undefined;
  }
}
