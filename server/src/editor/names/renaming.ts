import type { FileRange, Span } from '../../language/span.js';
import { rangeOf } from '../../language/span.js';
import { isShipped } from '../../language/shipped-text.js';
import { clashAtMargin, clashOf } from './clashes.js';
import { declarationOf } from './declaration-of.js';
import type { FileContext } from '../../letter/file-context.js';
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
    case 'flag':
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

/** What a rename changes in one file; nothing of the file itself is held. */
export interface RenamedFile {
  readonly edits: readonly RenameEdit[];
  /** The file gives the name its meaning, or repeats that. */
  readonly declares: boolean;
  readonly ships: boolean;
  /** A line that has lost its indentation has the name. */
  readonly hasLost: boolean;
}

/** The changes in one file, given its uses of the thing. */
export function renameIn(uses: readonly NameUse[], { named, spelling }: Renamable, typed: string): RenamedFile {
  const name = cleanName(named, typed);
  const spelled = uses.filter((use) => isSpelling(spellingOf(use), spelling));
  return {
    edits: spelled.map((use) => ({ range: rangeOf(use.where), text: newText(use, name) })),
    declares: spelled.some(({ role }) => role === (spelling.isOwn ? 'declaration' : 'other name')),
    ships: spelled.some(({ where }) => isShipped(where.piece.uri)),
    hasLost: spelled.some(isLost),
  };
}

/**
 * Why a rename cannot be done: the name is declared in a file that ships, nothing declares it, or the new one would clash with another name
 * in reach of `context`, the file in which it is being renamed. Undefined when it can; then files that ship are left as they are.
 */
export function refusalOf(
  files: readonly RenamedFile[],
  { named, spelling }: Renamable,
  typed: string,
  context: FileContext,
): string | undefined {
  const declaring = files.filter((file) => file.declares);
  if (declaring.length === 0) return notDeclared(named);
  const shipped = declaring.filter((file) => file.ships);
  // A shipped file's word stands, whoever repeats it; but a workspace's own template takes the place of a shipped one of its name.
  if (named.kind === 'file' ? shipped.length === declaring.length : shipped.length > 0) return ships(named);
  const name = cleanName(named, typed);
  const clash = clashOf(named, spelling.name, name, context);
  return (
    clash ?? (files.some((file) => file.hasLost) ? clashAtMargin(spelling.name, name, context.workspace) : undefined)
  );
}

/** A new name as it is meant: a key may be typed with its `@`. */
export function cleanName({ kind }: Named, typed: string): string {
  return kind === 'key' ? typed.trim().replace(/^@/, '') : typed.trim();
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
