import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import type { FactField } from '../../language/head.js';
import { placeholderOf } from '../../language/name-resolution.js';
import { fillName } from '../../letter/fill-placeholder.js';
import type { Inline, ResolvedLetter } from '../../letter/letter.js';
import type { FileContext } from '../../letter/file-context.js';
import { identityOf } from '../names/named.js';
import { allNamesIn } from '../names/names-in-file.js';
import { printedText } from '../../letter/runs.js';
import { sectionsPrinting } from '../../letter/where-printed.js';
import { flatLines } from '../../render/flat-lines.js';
import { describeField, describeRecord } from '../completion/documentation.js';
import { askedFor } from './asked.js';
import type { Hovered } from './hovered.js';
import { literal } from '../markdown.js';

/** What a hover can name before it hides the text that it is about. */
const mostTitles = 12;

const notGiven = '*Not given yet.*';

/** A field: what to write, how, where it prints and what it prints now. */
export function describeFieldUse(field: FieldDeclaration, hovered: Hovered): (string | undefined)[] {
  const { letter, context } = hovered;
  return [
    `**${literal(placeholderOf(field))}**`,
    describeField(field),
    letter && printedNow(field, hovered, letter),
    letter ? printedIn(letter, field) : namedIn(context, hovered),
    letter && askedFor(field, letter, context.workspace),
  ];
}

/** On a label of the head the value that stands there; on a placeholder what it prints. */
function printedNow(field: FieldDeclaration, { use, context }: Hovered, letter: ResolvedLetter): string | undefined {
  const label = labelled(use.where, context);
  const given = label?.values.filter((value) => value.given);
  if (given)
    return given.length === 0
      ? notGiven
      : prints(given.map((value) => printedText(value, field, letter.dates)).join('; '));
  const content = fillName(letter, placeholderOf(field));
  return content ? prints(wordsOf(content, letter)) : notGiven;
}

function labelled(where: object, { head }: FileContext): FactField | undefined {
  const records = head?.records.flatMap(({ fields }) => fields) ?? [];
  return [...(head?.facts ?? []), ...records].find((field) => field.name === where);
}

/** Inline content as plain words, citations as numbers. */
export function wordsOf(content: readonly Inline[], letter: ResolvedLetter): string {
  return flatLines(content, letter)
    .map((line) => line.map((run) => run.text).join(''))
    .join('\n');
}

function prints(words: string): string | undefined {
  return words === '' ? undefined : `Prints: ${literal(words)}`;
}

function printedIn(letter: ResolvedLetter, field: FieldDeclaration): string | undefined {
  const titles = sectionsPrinting(letter, field).map(({ kind, title }) => {
    if (kind === 'opening') return 'the beginning';
    return kind === 'end' ? 'the end' : title;
  });
  return listed('Printed in: ', titles) ?? 'Printed nowhere in this letter.';
}

/** Outside a case: the sections of this file that name it. */
function namedIn(context: FileContext, { use }: Hovered): string | undefined {
  const { sections, preamble, kind } = context.file;
  if (kind !== 'template') return undefined;
  const identity = identityOf(use.named);
  const starts = new Set(
    allNamesIn(context).flatMap(({ where, named }) => (identityOf(named) === identity ? [where.piece.start] : [])),
  );
  const titles = sections.flatMap(({ piece, title }) => (starts.has(piece.start) ? [title.text] : []));
  return listed('Printed in: ', preamble && starts.has(preamble.piece.start) ? ['the beginning', ...titles] : titles);
}

function listed(lead: string, titles: readonly string[]): string | undefined {
  if (titles.length === 0) return undefined;
  const names = [...new Set(titles)];
  const more = names.length > mostTitles ? ` and ${String(names.length - mostTitles)} more` : '';
  return lead + names.slice(0, mostTitles).map(literal).join('; ') + more;
}

/** A record: what it is for, its fields, how often the case gives it and what its name alone prints. */
export function describeRecordUse(record: RecordDeclaration, { letter, context }: Hovered): (string | undefined)[] {
  const described = [`**${literal(record.name)}**`, describeRecord(record)];
  if (!letter || record === context.schema.vocabulary.letter) return described;
  const content = record.fields.length > 0 ? fillName(letter, record.name) : undefined;
  const [first] = record.fields;
  return [
    ...described,
    timesGiven(letter.facts.recordsOf(record).length),
    content && prints(wordsOf(content, letter)),
    first && askedFor(first, letter, context.workspace),
  ];
}

function timesGiven(count: number): string {
  if (count === 0) return notGiven;
  return count === 1 ? 'Given once.' : `Given ${String(count)} times.`;
}
