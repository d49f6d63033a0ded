import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../../language/declarations.js';
import { normalizeName } from '../../language/names.js';
import type { HeadEntry, HeadLine, Term } from '../../language/source-file.js';
import { readClauseLine } from '../../language/clauses/read-clause.js';
import { type Declared, flagIn, readTerms } from '../../language/terms.js';
import { operandsOf } from '../../language/operands.js';
import type { Schema } from '../../language/name-resolution.js';
import type { Vocabulary } from '../../language/vocabulary.js';
import type { FileContext } from '../../letter/file-context.js';
import { namesInPlaceholder } from './in-prose.js';
import type { Named, NameUse } from './named.js';

/** The names of an entry that is no fact: what a template or vocabulary declares, what a policy asks for. */
export function namesInDeclaration(entry: HeadEntry, context: FileContext): NameUse[] {
  const { kind } = context.file;
  if (entry.kind === 'declaration' && kind === 'template') return templateField(entry, context);
  if (entry.kind === 'record' && kind === 'vocabulary') return declaredRecord(entry, context);
  if (entry.kind === 'clause') return clauseNames(entry, context);
  return [];
}

function templateField(entry: HeadEntry, { schema }: FileContext): NameUse[] {
  const field = entry.label && schema.template?.byName.get(normalizeName(entry.label.text));
  if (!field) return [];
  const named: Named = { kind: 'template field', field };
  return [
    ...declared(entry, named),
    ...operandNames(entry, field, undefined, schema),
    ...flagNames(entry, 'template field'),
  ];
}

function declaredRecord(entry: HeadEntry, { schema }: FileContext): NameUse[] {
  const { vocabulary } = schema;
  const norm = entry.label && normalizeName(entry.label.text);
  if (norm === undefined) return [];
  const record = norm === 'letter' ? vocabulary.letter : vocabulary.byName.get(norm);
  // A plural finds its singular's record, but as a declaration it is a record of its own.
  if (record?.norm !== norm) return [];
  return [
    ...declared(entry, { kind: 'record', record }),
    ...likenesses(entry, record, vocabulary),
    ...flagNames(entry, 'record'),
    ...entry.lines.flatMap((line) => declaredField(line, record, schema)),
  ];
}

function flagNames({ terms }: Pick<HeadEntry, 'terms'>, declared: Declared): NameUse[] {
  return terms.flatMap((term): NameUse[] => {
    const flag = flagIn(term, declared);
    if (flag === undefined) return [];
    const where = { ...term, end: term.start + flag.length, text: term.text.slice(0, flag.length) };
    return [{ where, named: { kind: 'flag', flag }, role: 'use' }];
  });
}

/** The record that `like provider` names. */
function likenesses({ terms }: HeadEntry, { like }: RecordDeclaration, vocabulary: Vocabulary): NameUse[] {
  const where = readTerms(terms, 'record').like;
  const norm = where && like.find(({ written }) => written.norm === where.norm)?.record;
  const record = norm === undefined ? undefined : vocabulary.byName.get(norm);
  return where && record ? [{ where, named: { kind: 'record', record }, role: 'use' }] : [];
}

/** What a computed fact is computed from: beneath a record fields of its own first, else names as in brackets. */
function operandNames(
  { terms }: Pick<HeadEntry, 'terms'>,
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
  schema: Schema,
): NameUse[] {
  const { computed } = readTerms(terms);
  if (!computed) return [];
  // The field may be declared once more elsewhere; this line's own words count here.
  return operandsOf({ ...field, computed }, record, schema).flatMap(({ written, target }): NameUse[] => {
    if (target?.kind === 'record field' && target.recordWords === 0)
      return [
        { where: written, named: { kind: 'record field', field: target.field, record: target.record }, role: 'use' },
      ];
    return namesInPlaceholder(written, schema);
  });
}

function declaredField(line: HeadLine, record: RecordDeclaration, schema: Schema): NameUse[] {
  if (line.kind === 'text' || !line.label) return [];
  const field: FieldDeclaration | undefined = record.byName.get(normalizeName(line.label.text));
  if (!field) return [];
  const earlier = readTerms(line.terms).after.flatMap((where): NameUse[] => {
    const other = fieldOf(record, where.norm);
    return other ? [{ where, named: { kind: 'record field', field: other, record }, role: 'use' }] : [];
  });
  const replaced = readTerms(line.terms).insteadOf.flatMap((where): NameUse[] => {
    const other = schema.vocabulary.byName.get(where.norm);
    return other ? [{ where, named: { kind: 'record', record: other }, role: 'use' }] : [];
  });
  const named: Named = { kind: 'record field', field, record };
  return [
    ...declared(line, named),
    ...earlier,
    ...replaced,
    ...operandNames(line, field, record, schema),
    ...flagNames(line, 'field'),
  ];
}

function declared(line: Pick<HeadEntry, 'label' | 'terms'>, named: Named): NameUse[] {
  if (!line.label) return [];
  const others = otherNames(line.terms).map((where): NameUse => ({ where, named, role: 'other name' }));
  return [{ where: line.label, named, role: 'declaration' }, ...others];
}

/** The words between the quotation marks of `also "…"`. */
function otherNames(terms: readonly Term[]): Term[] {
  const { also } = readTerms(terms);
  return also.length > 0 ? terms.filter((term) => term.kind === 'quoted' && also.includes(term.text)) : [];
}

/** What a clause asks for: names as in brackets, fields of its record, and what sections do. */
function clauseNames(entry: HeadEntry, { schema }: FileContext): NameUse[] {
  return readClauseLine(entry, schema).names.flatMap((name): NameUse[] => {
    const { where } = name;
    switch (name.is) {
      case 'name':
        return namesInPlaceholder(where, schema);
      case 'role':
        return [{ where, named: { kind: 'tag', tag: where.text.toLowerCase() }, role: 'use' }];
      case 'kind':
        return [{ where, named: { kind: 'file', of: 'kind', name: where.text }, role: 'use' }];
      case 'field':
        return [{ where, named: { kind: 'record field', field: name.field, record: name.record }, role: 'use' }];
    }
  });
}
