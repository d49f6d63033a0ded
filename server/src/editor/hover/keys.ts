import type { FieldDeclaration } from '../../language/declarations.js';
import type { Head } from '../../language/head.js';
import { headNames } from '../../language/head-names.js';
import { readRecord } from '../../language/fact-record.js';
import type { FactValue } from '../../language/values.js';
import { bookKey } from '../../language/vocabulary.js';
import { citables, Facts } from '../../letter/facts.js';
import type { Inline } from '../../letter/letter.js';
import type { Named } from '../names/named.js';
import { referenceContent } from '../../letter/resolve-letter.js';
import { describeValues } from '../completion/documentation.js';
import type { Hovered } from './hovered.js';
import { literal } from '../markdown.js';

type NamedKey = Extract<Named, { kind: 'key' }>;

/** A key: the record that it stands for, field by field; of a source also the reference as it prints. */
export function describeKey(named: NamedKey, hovered: Hovered): (string | undefined)[] {
  const title = `**${literal(`${named.record.name} @${named.key}`)}**`;
  if (!citables(hovered.context.schema).includes(named.record))
    return [title, describeValues(valuesOf(named, hovered))];
  return [title, referenceOf(named, hovered), describeValues(valuesOf(named, hovered))];
}

const noHead: Head = { records: [], facts: [], problems: [] };

function factsOf({ letter, context }: Hovered): Facts {
  return letter?.facts ?? new Facts(context.schema, context.head ?? noHead);
}

function valuesOf({ record, key }: NamedKey, hovered: Hovered): ReadonlyMap<FieldDeclaration, readonly FactValue[]> {
  const { schema } = hovered.context;
  const given = factsOf(hovered)
    .recordsOf(record)
    .find((one) => one.key?.text.toLowerCase() === key);
  if (given) return given.values;
  const entry = schema.vocabulary.book.get(bookKey(record, key));
  const fields = entry ? readRecord(entry.entry, record, [], headNames(schema)).fields : [];
  return new Map(
    fields.flatMap(({ declaration, values }) => {
      const written = values.filter((value) => value.given);
      return declaration && written.length > 0 ? [[declaration, written] as const] : [];
    }),
  );
}

function referenceOf({ key }: NamedKey, hovered: Hovered): string | undefined {
  const cited = factsOf(hovered).cited(key);
  if (!cited) return undefined;
  const reference = hovered.letter?.references.find((one) => one.cited === cited);
  const words = literal(wordsIn(reference?.content ?? referenceContent(cited)));
  return reference ? `Prints as number ${String(reference.number)}: ${words}` : `Prints when it is cited: ${words}`;
}

/** A reference holds words and links, no blanks. */
function wordsIn(content: readonly Inline[]): string {
  return content
    .map((node) => (node.kind === 'text' ? node.text : 'content' in node ? wordsIn(node.content) : ''))
    .join('');
}
