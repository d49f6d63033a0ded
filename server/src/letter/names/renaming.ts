import type { FileRange, Span } from '../../language/span.js';
import { rangeOf } from '../../language/span.js';
import { isShipped } from '../../language/workspace.js';
import { clashAtMargin, clashOf } from './clashes.js';
import { declarationOf } from './declaration-of.js';
import type { FileContext } from './file-context.js';
import type { Named, NameUse } from './named.js';
import { respell, type Spelling, spellingOf, withoutPossessive } from './spelling.js';

/** A name that can be renamed: the word as it stands, without its possessive, and which name of its thing it spells. */
export interface Renamable {
  readonly where: Span;
  readonly named: Named;
  readonly spelling: Spelling;
}

/** Why something cannot be renamed, in words for the person who tried. */
export interface Refusal {
  readonly refused: string;
}

/** The name under the cursor as something to rename; or why it is none, as far as that can be said before a new name is typed. */
export function renamableAt(use: NameUse, context: FileContext): Renamable | Refusal {
  const { named } = use;
  const refused = notOurs(named);
  if (refused !== undefined) return { refused };
  const spelling = spellingOf(use);
  if (!spelling) return { refused: 'Nothing declares this name, so it is only written here. Change it in the text.' };
  if (spelling.plural)
    return { refused: 'This is the plural of a name. Rename it where the name stands in the singular.' };
  const declaration = spelling.isOwn ? declarationOf(named, context) : use.where;
  if (!declaration) return { refused: notDeclared(named) };
  if (spelling.isOwn && isShipped(declaration.piece.uri)) return { refused: ships(named) };
  const where = use.role === 'use' && isPossessable(named) ? withoutPossessive(use.where) : use.where;
  return { where, named, spelling };
}

function notOurs(named: Named): string | undefined {
  switch (named.kind) {
    case 'tag':
    case 'pronoun':
    case 'block':
    case 'policy field':
      return 'This word belongs to the language and cannot be renamed.';
    case 'rule':
      return 'This is the name of a rule and cannot be renamed.';
    case 'unknown':
      return 'Nothing has this name yet, so there is nothing to rename. Declare it, or write the name that you meant.';
    case 'record':
      return named.record.norm === 'letter' ? 'This word belongs to the language and cannot be renamed.' : undefined;
    default:
      return undefined;
  }
}

function isPossessable({ kind }: Named): boolean {
  return kind === 'record' || kind === 'record field' || kind === 'template field';
}

export interface RenameEdit {
  readonly range: FileRange;
  readonly text: string;
}

/**
 * The changes that give a thing a new name wherever `uses` spell the old one. Refused when the name is declared in a file that ships, when
 * nothing declares it, or when the new one would clash with another name in reach of `context`, the file in which it is being renamed.
 */
export function renameEdits(
  { named, spelling }: Renamable,
  typed: string,
  uses: readonly NameUse[],
  context: FileContext,
): readonly RenameEdit[] | Refusal {
  const name = cleanName(named, typed);
  const spelled = uses.filter((use) => isSpelling(spellingOf(use), spelling));
  const declared = spelled.filter(({ role }) => role === (spelling.isOwn ? 'declaration' : 'other name'));
  if (declared.length === 0) return { refused: notDeclared(named) };
  if (isDeclaredByUs(named, declared)) return { refused: ships(named) };
  const clash =
    clashOf(named, spelling.name, name, context) ??
    (spelled.some(isLost) ? clashAtMargin(spelling.name, name, context.workspace) : undefined);
  if (clash !== undefined) return { refused: clash };
  return spelled
    .filter(({ where }) => !isShipped(where.piece.uri))
    .map((use) => ({ range: rangeOf(use.where), text: newText(use, name) }));
}

/** A new name as it is meant: a key may be typed with its `@`. */
export function cleanName({ kind }: Named, typed: string): string {
  return kind === 'key' ? typed.trim().replace(/^@/, '') : typed.trim();
}

/** A shipped file's word stands, whoever repeats it; but a workspace's own template takes the place of a shipped one of its name. */
function isDeclaredByUs({ kind }: Named, declared: readonly NameUse[]): boolean {
  const shipped = declared.filter(({ where }) => isShipped(where.piece.uri));
  return kind === 'file' ? shipped.length === declared.length : shipped.length > 0;
}

/** A record's field that has lost its indentation stands where facts and records are named. */
function isLost({ named, where, role }: NameUse): boolean {
  return role === 'use' && named.kind === 'record field' && named.field.record !== 'letter' && where.start === 0;
}

function isSpelling(one: Spelling | undefined, other: Spelling): boolean {
  return one?.name === other.name && one.isOwn === other.isOwn;
}

function newText(use: NameUse, name: string): string {
  const { where, named, role } = use;
  const spelling = spellingOf(use);
  if (role !== 'use' || !spelling) return name;
  // A case may end a heading with a colon that the template's has not.
  if (named.kind === 'section') return name + (/[:.]+$/.exec(where.text)?.[0] ?? '');
  return isPossessable(named) ? respell(where.text, spelling, name) : name;
}

function notDeclared(named: Named): string {
  if (named.kind === 'file')
    return `There is no ${named.of} of this name to rename. Write the name of one that there is.`;
  if (named.kind === 'key') return 'Nothing in reach gives this key, so there is nothing to rename.';
  return 'Nothing declares this name, so there is nothing to rename.';
}

function ships(named: Named): string {
  if (named.kind === 'file')
    return `This ${named.of} ships with LMN and keeps its name. Copy it into your folder under a name of your own.`;
  if (named.kind === 'section')
    return 'This heading is in a template that ships with LMN. Copy the template into your folder to change it.';
  const what = named.kind === 'record' ? 'record' : 'field';
  return `This is declared in a file that ships with LMN; declare your own ${what} to call it something else.`;
}
