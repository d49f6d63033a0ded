import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import { readRecord } from '../language/fact-record.js';
import type { FactRecord, Head } from '../language/head.js';
import { headNames } from '../language/head-names.js';
import type { Schema } from '../language/name-resolution.js';
import type { Word } from '../language/source-file.js';
import type { FactValue } from '../language/values.js';
import { bookKey } from '../language/vocabulary.js';
import { once } from '../remember.js';
import { contradicts } from './stand-ins.js';

/** A record as the letter has it: the case's own lines, over those of the address book, over the templates'. */
export interface MergedRecord {
  readonly declaration: RecordDeclaration;
  /** Where the record is named: in the case if it is there. */
  readonly name: Word;
  readonly key?: Word;
  /** The head that gives it; the address book for what is only cited. */
  readonly origin: 'case' | 'template' | 'book';
  /** The record's lines as one head gives them, the strongest first. */
  readonly layers: readonly FactRecord[];
  /** Given values by field; a field that is not given is absent. */
  readonly values: ReadonlyMap<FieldDeclaration, readonly FactValue[]>;
}

const nothing: readonly FactValue[] = [];
const noRecords: readonly MergedRecord[] = [];

/** Every fact that a letter may print, merged. The same heads give the same records and values, object for object. */
export class Facts {
  private readonly records = new Map<RecordDeclaration, readonly MergedRecord[]>();
  private readonly facts: ReadonlyMap<FieldDeclaration, readonly FactValue[]>;
  private readonly all = once(() => [...this.records.values()].flat());
  private readonly keyed = new Map<string, MergedRecord>();

  constructor(
    private readonly schema: Schema,
    caseHead: Head,
    /** Of the template that the case uses, then of what that stands on: the nearest wins. */
    templateHeads: readonly Head[] = [],
  ) {
    const facts = new Map<FieldDeclaration, readonly FactValue[]>();
    for (const head of [...templateHeads.toReversed(), caseHead]) {
      for (const [field, values] of factValues(head)) facts.set(field, values);
      const ours = byDeclaration(mergeHead(head, head === caseHead ? 'case' : 'template', schema));
      for (const [declaration, own] of ours)
        this.records.set(declaration, bothOf(declaration, own, this.records.get(declaration) ?? noRecords));
    }
    this.facts = facts;
    for (const records of this.records.values()) {
      for (const record of records) {
        if (record.key) this.keyed.set(bookKey(record.declaration, record.key.text), record);
      }
    }
  }

  /** Given values of a fact of the letter, or of a template's own field; none of one that stands in for records of which there are some. */
  valuesOf(field: FieldDeclaration): readonly FactValue[] {
    if (contradicts(field, this.schema.vocabulary, (record) => this.recordsOf(record))) return nothing;
    return this.facts.get(field) ?? nothing;
  }

  /** Records of a declaration, in the order in which they print. */
  recordsOf(declaration: RecordDeclaration): readonly MergedRecord[] {
    return this.records.get(declaration) ?? noRecords;
  }

  allRecords(): readonly MergedRecord[] {
    return this.all();
  }

  /** The record that can be cited by `key`: one that the letter has, else the address book's. */
  cited(key: string): MergedRecord | undefined {
    const { vocabulary } = this.schema;
    for (const declaration of citables(this.schema)) {
      const index = bookKey(declaration, key);
      const here = this.keyed.get(index);
      if (here) return here;
      const entry = vocabulary.book.get(index);
      if (entry) return bookRecord(readRecord(entry.entry, declaration, [], headNames(this.schema)), entry.key);
    }
    return undefined;
  }
}

/** Records that can be cited: those with a derived field `citation`. */
export function citables(schema: Schema): RecordDeclaration[] {
  return schema.vocabulary.records.filter((record) => record.byName.get('citation')?.derived);
}

/** The given facts of one head; a `many` field given on several lines has all their values. */
function factValues(head: Head): Map<FieldDeclaration, readonly FactValue[]> {
  const facts = new Map<FieldDeclaration, FactValue[]>();
  for (const { declaration, values } of head.facts) {
    if (!declaration) continue;
    const given = values.filter((value) => value.given);
    const before = facts.get(declaration);
    if (!before && given.length > 0) facts.set(declaration, given);
    else if (declaration.many) for (const value of given) before?.push(value);
  }
  return facts;
}

function byDeclaration(records: readonly MergedRecord[]): Map<RecordDeclaration, MergedRecord[]> {
  const groups = new Map<RecordDeclaration, MergedRecord[]>();
  for (const record of records) {
    const group = groups.get(record.declaration);
    if (group) group.push(record);
    else groups.set(record.declaration, [record]);
  }
  return groups;
}

/**
 * A single record merges field by field, the case winning. Of records that may repeat the template's come first; one that both name by
 * the same key is one record, or a source that the template and the case both use would be listed twice.
 */
function bothOf(
  declaration: RecordDeclaration,
  own: readonly MergedRecord[],
  template: readonly MergedRecord[],
): readonly MergedRecord[] {
  if (template.length === 0) return declaration.many ? own : own.slice(0, 1);
  if (!declaration.many) {
    const [ours] = own;
    const [theirs] = template;
    return ours && theirs ? [overlay(ours, theirs)] : [ours ?? theirs].filter((one) => one !== undefined);
  }
  const keyed = new Map(
    own.flatMap((record) => (record.key ? [[record.key.text.toLowerCase(), record] as const] : [])),
  );
  const joined = new Set<MergedRecord>();
  const first = template.map((record) => {
    const same = record.key && keyed.get(record.key.text.toLowerCase());
    if (!same || joined.has(same)) return record;
    joined.add(same);
    return overlay(same, record);
  });
  return [...first, ...own.filter((record) => !joined.has(record))];
}

const overlays = new WeakMap<MergedRecord, { under: MergedRecord; merged: MergedRecord }>();

function overlay(own: MergedRecord, under: MergedRecord): MergedRecord {
  const known = overlays.get(own);
  if (known?.under === under) return known.merged;
  const values = new Map([...under.values, ...own.values]);
  const merged = { ...own, layers: [...own.layers, ...under.layers], values };
  overlays.set(own, { under, merged });
  return merged;
}

function mergeHead(head: Head, origin: 'case' | 'template', schema: Schema): MergedRecord[] {
  return head.records.flatMap((record) => {
    if (!record.declaration) return [];
    const entry = record.key && schema.vocabulary.book.get(bookKey(record.declaration, record.key.text));
    const under = entry && readRecord(entry.entry, record.declaration, [], headNames(schema));
    return [mergeRecord(record, record.declaration, under, origin)];
  });
}

const merges = new WeakMap<FactRecord, { under: FactRecord | undefined; merged: MergedRecord }>();

function mergeRecord(
  record: FactRecord,
  declaration: RecordDeclaration,
  under: FactRecord | undefined,
  origin: 'case' | 'template',
): MergedRecord {
  const known = merges.get(record);
  if (known?.under === under && known?.merged.origin === origin) return known.merged;
  const layers = under ? [record, under] : [record];
  const merged: MergedRecord = {
    declaration,
    name: record.name,
    origin,
    layers,
    values: layerValues(layers),
    ...(record.key && { key: record.key }),
  };
  merges.set(record, { under, merged });
  return merged;
}

const bookRecords = new WeakMap<FactRecord, MergedRecord>();

function bookRecord(record: FactRecord, key: Word): MergedRecord | undefined {
  const { declaration } = record;
  if (!declaration) return undefined;
  let merged = bookRecords.get(record);
  if (!merged) {
    merged = { declaration, name: record.name, key, origin: 'book', layers: [record], values: layerValues([record]) };
    bookRecords.set(record, merged);
  }
  return merged;
}

function layerValues(layers: readonly FactRecord[]): Map<FieldDeclaration, readonly FactValue[]> {
  const values = new Map<FieldDeclaration, readonly FactValue[]>();
  for (const layer of layers) {
    for (const field of layer.fields) {
      if (!field.declaration || values.has(field.declaration)) continue;
      const given = field.values.every(isGiven) ? field.values : field.values.filter(isGiven);
      if (given.length > 0) values.set(field.declaration, given);
    }
  }
  return values;
}

function isGiven({ given }: FactValue): boolean {
  return given;
}

/** The given values of a record's field, found by the field's name. */
export function valuesByName(record: MergedRecord, name: string): readonly FactValue[] {
  const field = fieldOf(record.declaration, name);
  return (field && record.values.get(field)) ?? nothing;
}
