import type { FieldDeclaration } from '../../language/declarations.js';
import { rangeOf, type Span } from '../../language/span.js';
import type { Workspace } from '../../language/workspace.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import { fieldsOf } from '../../requirements/asked-fields.js';
import { asWritten, type ChecklistLine, checklistOf } from '../../requirements/checklist.js';
import type { Criterion } from '../../requirements/criteria.js';
import { stateWords } from '../../requirements/criterion-words.js';
import { judgeLetter } from '../../requirements/judge-letter.js';
import { libraryOf } from '../../requirements/library.js';
import { literal } from '../markdown.js';
import { textOf } from '../places.js';

/** What a hover can say before it hides the text that it is about. */
const mostClauses = 5;

/** In a case: which criteria of its kind and of the payer's policies ask for a field, each with a link to its clause, and how the letter stands to it. */
export function askedFor(field: FieldDeclaration, letter: ResolvedLetter, workspace: Workspace): string | undefined {
  const { lines } = checklistOf(judgeLetter(letter, libraryOf(workspace)), asWritten);
  const asked = lines.flatMap(({ of, name, words }) => {
    const clause = 'row' in of ? of.row.find((one) => fieldsOf(one).has(field)) : undefined;
    return 'row' in of && clause ? [{ of, name, words, where: clause.entry.whole }] : [];
  });
  if (asked.length === 0) return undefined;
  const shown = asked.slice(0, mostClauses).map((one) => `- ${describe(one, workspace)}`);
  const more = asked.length > mostClauses ? [`- and ${String(asked.length - mostClauses)} more`] : [];
  return ['Asked for by:', '', ...shown, ...more].join('\n');
}

interface Asked extends Pick<ChecklistLine, 'name' | 'words'> {
  readonly of: Criterion;
  readonly where: Span;
}

function describe({ of, name, words, where }: Asked, workspace: Workspace): string {
  const title = literal(of.asker.title);
  const address = addressOf(where, workspace);
  const asker = address === undefined ? title : `[${title}](${address})`;
  return `${asker}: ${literal(words === '' ? name : `${name}: ${words}`)} (${stateWords[of.state]})`;
}

/** The line, as editors understand it behind an address. */
function addressOf(where: Span, workspace: Workspace): string | undefined {
  const { uri, start } = rangeOf(where);
  const file = workspace.get(uri);
  if (!file) return undefined;
  // A bracket would end the link.
  const safe = uri.replace(/[()\s<>]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `${safe}#L${String(textOf(file).positionAt(start).line + 1)}`;
}
