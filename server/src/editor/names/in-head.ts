import { append } from '../../letter/append.js';
import { fieldOf, type FieldDeclaration, type RecordDeclaration } from '../../language/declarations.js';
import type { FactField, FactRecord } from '../../language/head.js';
import { readOtherThan } from '../../language/clauses/line-parts.js';
import { asks } from '../../language/file-kinds.js';
import { normalizeName } from '../../language/names.js';
import type { HeadEntry, HeadLine, Word } from '../../language/source-file.js';
import { bookKey, recordOf } from '../../language/vocabulary.js';
import { type FileContext } from '../../letter/file-context.js';
import { fieldOfOtherTemplate } from './other-templates.js';
import { keyNamed } from './keys.js';
import type { Named, NameUse } from './named.js';

/**
 * The names of a head's facts: records with their keys and fields, facts of the letter, policies that a case names. Entries outside
 * `range` (offsets in the file) are passed over.
 */
export function namesInHead(context: FileContext, range: { readonly start: number; readonly end: number }): NameUse[] {
  const { file, head } = context;
  const records = new Map<Word, FactRecord>(head?.records.map((record) => [record.name, record]));
  const facts = new Map<Word, FactField>(head?.facts.map((fact) => [fact.name, fact]));
  const uses: NameUse[] = [];
  let above: RecordDeclaration | undefined;
  for (const entry of file.entries) {
    const { label, piece } = entry;
    if (entry.kind !== 'fact' || !label) continue;
    const record = file.kind === 'vocabulary' ? undefined : records.get(label);
    const fact = facts.get(label);
    if (!fact) above = record ? record.declaration : (bookRecord(entry, context) ?? above);
    if (piece.start > range.end || piece.start + piece.text.length < range.start) continue;
    if (fact) uses.push(factName(fact, context), ...filesIn(fact, context));
    else if (record) append(uses, recordNames(entry, record.declaration, context));
    else if (file.kind === 'vocabulary') append(uses, recordNames(entry, bookRecord(entry, context), context));
    else append(uses, lostField(entry, above, context));
  }
  return uses;
}

/** The record of an entry of the address book. */
function bookRecord({ key, label }: HeadEntry, { file, schema }: FileContext): RecordDeclaration | undefined {
  return file.kind === 'vocabulary' && key && label
    ? recordOf(schema.vocabulary, normalizeName(label.text))
    : undefined;
}

function factName({ name, declaration }: FactField, context: FileContext): NameUse {
  return {
    where: name,
    named: declaration ? factNamed(declaration, context) : otherTemplate(name, 'field', context),
    role: 'use',
  };
}

function factNamed(field: FieldDeclaration, { file, schema }: FileContext): Named {
  if (field.record !== undefined) return { kind: 'record field', field, record: schema.vocabulary.letter };
  return { kind: asks(file.kind) ? 'policy field' : 'template field', field };
}

function otherTemplate({ text }: Word, as: 'record' | 'field', { file, workspace }: FileContext): Named {
  const field = file.kind === 'case' ? fieldOfOtherTemplate(workspace, normalizeName(text)) : undefined;
  return field ? { kind: 'template field', field } : { kind: 'unknown', as };
}

/** `payer policy: blue-mesa-mp-104` names policies, `for: appeal-1` kinds of letter. */
function filesIn({ declaration, values }: FactField, { file }: FileContext): NameUse[] {
  const isPolicy = declaration?.norm === 'payer policy' && !asks(file.kind);
  if (!isPolicy && declaration?.norm !== 'for') return [];
  return values.flatMap(({ lines, given }): NameUse[] => {
    const [line, ...more] = lines;
    if (!line || !given || more.length > 0) return [];
    if (isPolicy) return [{ where: line, named: { kind: 'file', of: 'policy', name: line.text }, role: 'use' }];
    const { rest: where } = readOtherThan(line);
    return [{ where, named: { kind: 'file', of: 'kind', name: where.text }, role: 'use' }];
  });
}

function recordNames(entry: HeadEntry, record: RecordDeclaration | undefined, context: FileContext): NameUse[] {
  const { label, key } = entry;
  if (!label) return [];
  const named: Named = record
    ? { kind: 'record', record }
    : key
      ? { kind: 'unknown', as: 'record' }
      : otherTemplate(label, 'record', context);
  return [{ where: label, named, role: 'use' }, ...keyName(key, record, context), ...fieldNames(entry, record)];
}

function keyName(key: Word | undefined, record: RecordDeclaration | undefined, context: FileContext): NameUse[] {
  if (!key) return [];
  if (!record) return [{ where: key, named: { kind: 'unknown', as: 'key' }, role: 'use' }];
  const named = keyNamed(key.text, record, context);
  const { file, schema } = context;
  const isDefined =
    file.kind === 'vocabulary' || (named.home === file.uri && !schema.vocabulary.book.has(bookKey(record, key.text)));
  return [{ where: key, named, role: isDefined ? 'declaration' : 'use' }];
}

/** A line that names a field of the record is that field, wherever it stands; any other may continue a value. */
function fieldNames(entry: HeadEntry, record: RecordDeclaration | undefined): NameUse[] {
  return entry.lines.flatMap((line) => {
    const field = record && fieldOfLine(line, record);
    if (!record || !field || !line.label) return [];
    return [{ where: line.label, named: { kind: 'record field', field, record }, role: 'use' }];
  });
}

function fieldOfLine(line: HeadLine, record: RecordDeclaration): FieldDeclaration | undefined {
  return line.kind === 'field' && line.label ? fieldOf(record, normalizeName(line.label.text)) : undefined;
}

/** A field of the record above that lost its indentation, with the lines beneath it. */
function lostField(entry: HeadEntry, above: RecordDeclaration | undefined, context: FileContext): NameUse[] {
  const { label } = entry;
  if (!label) return [];
  const field = above && fieldOf(above, normalizeName(label.text));
  const named: Named =
    above && field ? { kind: 'record field', field, record: above } : otherTemplate(label, 'field', context);
  return [{ where: label, named, role: 'use' }, ...fieldNames(entry, above)];
}
