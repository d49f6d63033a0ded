import { splitLines } from '../language/lines.js';
import { type Day, formatDate } from '../knowledge/dates.js';
import { seriesText } from '../knowledge/series.js';
import { readCaseFile } from '../language/case-file.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { readRecord } from '../language/fact-record.js';
import { headNames } from '../language/head-names.js';
import type { Schema } from '../language/name-resolution.js';
import type { TemplateFile } from '../language/template-file.js';
import type { BookEntry } from '../language/vocabulary.js';
import type { Workspace } from '../language/workspace.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { headToWrite } from '../letter/lacks.js';
import { resolveLetter } from '../letter/resolve-letter.js';
import { kindOfTemplate } from '../letter/template-kind.js';
import { libraryOf } from '../requirements/library.js';
import type { Library } from '../requirements/who-asks.js';
import { addAsked, LinesToWrite, type NamedRecord } from './asked-facts.js';
import { blankLine } from './blanks.js';
import type { Insertion } from './insertion.js';
import { bookEntries, recordLines } from './new-records.js';
import { emptyCase } from './empty-case.js';

/** More keys than this are no list to choose from. */
const mostKeys = 20;

/** The whole of a new case of a template; `kind` where it is to be of another kind than the template says. */
export function newCase(template: TemplateFile, workspace: Workspace, today: Day, kind?: string): Insertion {
  const ofKind = kind === undefined ? [] : [`\nfor: ${kind}`];
  return [`case ${template.name}`, ...ofKind, ...caseBlanks(template, workspace, today, kind), '\n'];
}

/**
 * The lines of a new case below its first line: every blank of the template, and what its kind of letter requires; facts of the letter
 * first, then records, then the sections that only the writer can write. What the address book knows is named by its key.
 */
export function caseBlanks(
  template: TemplateFile,
  workspace: Workspace,
  today: Day,
  kind = kindOfTemplate({ template, workspace }),
): Insertion {
  const day = formatDate(today, 'iso');
  const made = { day, kind, library: libraryOf(workspace) };
  const before = known.get(template);
  if (before?.day === day && before.kind === kind && before.library === made.library) return before.blanks;
  const blanks = readBlanks(template, kind, workspace, today);
  known.set(template, { ...made, blanks });
  return blanks;
}

/** A template is another object as soon as its text or the vocabulary is another. */
const known = new WeakMap<TemplateFile, { day: string; kind: string; library: Library; blanks: Insertion }>();

function readBlanks(template: TemplateFile, kind: string, workspace: Workspace, today: Day): Insertion {
  const letter = resolveLetter(readCaseFile(emptyCase(), workspace, template.name));
  const { schema } = letter.case;
  const lines = new LinesToWrite(headToWrite(letter), schema.vocabulary.letter);
  if (kind !== '') addAsked(lines, kind, template, workspace);
  const { facts, records, named } = lines;
  const factLines = [...facts].flatMap((field): Insertion => ['\n', ...blankLine(field, today)]);
  let wasShort = false;
  const all = [
    ...[...records]
      .filter(([record]) => !named.some((one) => one.record === record))
      .map(([record, fields]) => ({ record, lines: newRecord(record, [...fields], schema, today) })),
    ...named.map((one) => ({ record: one.record, lines: namedRecord(one, today) })),
  ];
  const recordsLines = inOrder(all, schema).flatMap(({ lines: written }): Insertion => {
    const isShort = !written.some((part) => typeof part === 'string' && splitLines(part).length > 1);
    const gap = wasShort && isShort ? '\n' : '\n\n';
    wasShort = isShort;
    return [gap, ...written];
  });
  return [...factLines, ...recordsLines, ...unwrittenSections(letter)];
}

/** As a person asks: patient, insurance, diagnosis, request and so on, as the vocabulary has them; who has an NPI is on the clinic's side, and comes last. */
function inOrder<One extends { readonly record: RecordDeclaration }>(
  records: readonly One[],
  { vocabulary }: Schema,
): One[] {
  const place = ({ record }: One) =>
    vocabulary.records.indexOf(record) +
    (record.fields.some(({ type }) => type.name === 'npi') ? vocabulary.records.length : 0);
  return [...records].sort((a, b) => place(a) - place(b));
}

/** A record whose name has to have certain words; what is asked of it is beneath. */
function namedRecord({ record, name, fields }: NamedRecord, today: Day): Insertion {
  const words = seriesText(name.words, 'or');
  const first = name.is === 'given' ? words : { text: `[${words}]` };
  return [
    `${record.name}: `,
    first,
    ...[...fields].flatMap((field): Insertion => ['\n  ', ...blankLine(field, today)]),
  ];
}

/** A record by its key where the address book has it, with the lines for what the book does not say. */
function newRecord(
  record: RecordDeclaration,
  fields: readonly FieldDeclaration[],
  schema: Schema,
  today: Day,
): Insertion {
  const entries = bookEntries(schema, record);
  const [first, ...others] = entries;
  if (!first || entries.length > mostKeys) return saidAgain(record, recordLines(record, fields, today));
  const keys = entries.map((entry) => entry.key.text);
  // Nobody's doctor may be chosen because somebody pressed Tab.
  const key = others.length === 0 ? first.key.text : { text: '[choose]', choices: ['[choose]', ...keys] };
  const given = entries.map((entry) => fieldsOf(entry, schema));
  const open = fields.filter((field) => !given.some((known) => known.has(field)));
  return [`${record.name} @`, key, ...open.flatMap((field): Insertion => ['\n  ', ...blankLine(field, today)])];
}

/** Says in the first blank of a record that there may be more of it. */
function saidAgain({ many }: RecordDeclaration, lines: Insertion): Insertion {
  const first = lines.findIndex((part) => typeof part !== 'string');
  return lines.map((part, index) =>
    many && index === first && typeof part !== 'string' && !part.choices
      ? { ...part, text: part.text.replace(/\]$/, '; may be given again]') }
      : part,
  );
}

function fieldsOf({ entry, record }: BookEntry, schema: Schema): Set<FieldDeclaration> {
  const { fields } = readRecord(entry, record, [], headNames(schema));
  return new Set(
    fields.flatMap((field) =>
      field.declaration && field.values.some((value) => value.given) ? [field.declaration] : [],
    ),
  );
}

function unwrittenSections({ sections }: ResolvedLetter): Insertion {
  const open = sections.flatMap(({ templateSection, gaps }) => {
    const gap = gaps.find((one) => one.kind === 'unwritten');
    return templateSection && gap?.kind === 'unwritten' ? [{ title: templateSection.title.text, help: gap.help }] : [];
  });
  return open.flatMap(({ title, help }, index): Insertion => [
    index === 0 ? '\n---\n' : '\n\n',
    `## ${title}\n`,
    { text: help === '' ? '[write: this section]' : `[write: ${help}]` },
  ]);
}
