import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { CaseFile } from '../language/case-file.js';
import type { FactField } from '../language/head.js';
import { normalizeName } from '../language/names.js';
import type { Piece, Span } from '../language/span.js';
import { isKey } from '../language/values.js';
import type { Facts, MergedRecord } from './facts.js';
import type { Gap, ResolvedLetter, ResolvedSection } from './letter.js';
import { remember } from '../remember.js';

/** A place that needs what the letter lacks. */
export interface Need {
  readonly gap: Gap;
  /** The section that would print it; undefined for what is required whether or not it is printed, and for the letter as a whole. */
  readonly section: ResolvedSection | undefined;
}

interface Needs {
  /** Every place that needs it, in the order of the letter; never empty. */
  readonly needs: readonly Need[];
}

export type FactGap = Extract<Gap, { kind: 'fact' }>;

/** A fact that is printed or required, and not given. */
export interface FactLack extends FactGap, Needs {
  /** Which of its kind the record is that lacks it, from 1; undefined where no such record is given, and for facts of the letter. */
  readonly number?: number;
  /** The record that lacks it, where the case itself names that, be it only by its key: beneath it the fact is to be written. */
  readonly own?: MergedRecord;
  /** Its line in the case, with nothing or a bracket for its value; undefined where there is none yet. */
  readonly line?: FactField;
  /** Something is there, but cannot be read: nothing can be counted from a date that is none, and a key is no value. */
  readonly isUnreadable: boolean;
}

/**
 * One thing that a letter lacks, however many places need it: what its first gap says, and the other places. A letter has one object for each.
 * Whoever tells of it (a finding, the gate, a list) names it by that object; nobody compares what two of them say.
 */
export type Lack = FactLack | (Exclude<Gap, FactGap> & Needs);

/** All that a letter lacks, each thing once, in the order in which the letter first needs it. Linear in the needs. */
export function listLacks(needs: readonly Need[], read: CaseFile, facts: Facts): Lack[] {
  const groups: Need[][] = [];
  const byIdentity = new Map<unknown, Map<unknown, Need[]>>();
  for (const need of needs) {
    const [owner, thing] = identityOf(need.gap);
    let ofOwner = byIdentity.get(owner);
    if (!ofOwner) byIdentity.set(owner, (ofOwner = new Map<unknown, Need[]>()));
    const same = ofOwner.get(thing);
    if (same) same.push(need);
    else {
      const group = [need];
      ofOwner.set(thing, group);
      groups.push(group);
    }
  }
  const detailsOf = factDetails(read, facts);
  return groups.flatMap((group): Lack[] => {
    const gap = group[0]?.gap;
    if (!gap) return [];
    return [gap.kind === 'fact' ? { ...gap, needs: group, ...detailsOf(gap) } : { ...gap, needs: group }];
  });
}

/** What makes two gaps one lack: the fact and the record that lacks it, the section and what to write there, the name in a bracket, the place of a condition. */
function identityOf(gap: Gap): readonly [owner: unknown, thing: unknown] {
  switch (gap.kind) {
    case 'fact':
      return [gap.record ?? gap.of ?? gap.kind, gap.field];
    case 'unwritten':
      return [`${gap.kind} ${gap.section}`, gap.help];
    case 'section':
      return [`${gap.kind} ${gap.section}`, gap.because];
    case 'unknown':
      return [gap.kind, normalizeName(gap.name.text)];
    case 'citation':
      return [gap.kind, gap.key.text];
    case 'condition':
      return [gap.needed.piece, gap.needed.start];
    case 'template':
      return [gap.kind, undefined];
  }
}

type FactDetails = Pick<FactLack, 'number' | 'own' | 'line' | 'isUnreadable'>;

function factDetails({ file, head }: CaseFile, facts: Facts): (gap: FactGap) => FactDetails {
  const numbers = new Map<RecordDeclaration, Map<MergedRecord, number>>();
  const numberOf = (of: RecordDeclaration, record: MergedRecord): number | undefined => {
    let known = numbers.get(of);
    if (!known) numbers.set(of, (known = new Map(facts.recordsOf(of).map((one, index) => [one, index + 1]))));
    return known.get(record);
  };
  let lines: Map<FieldDeclaration, FactField> | undefined;
  return ({ field, of, record }) => {
    const own = record?.origin === 'case' && record.name.piece.uri === file.uri ? record : undefined;
    const number = of && record && numberOf(of, record);
    const line = own
      ? own.layers[0]?.fields.find(({ declaration }) => declaration === field)
      : (lines ??= linesByField(head.facts)).get(field);
    const isKeyOnly = line?.values.some(({ where }) => isKey(where.text)) ?? false;
    const isUnreadable = isKeyOnly || (record ? record.values.has(field) : facts.valuesOf(field).length > 0);
    return { ...(number && { number }), ...(own && { own }), ...(line && { line }), isUnreadable };
  };
}

/** The first line of each fact. */
function linesByField(fields: readonly FactField[]): Map<FieldDeclaration, FactField> {
  return new Map(fields.flatMap((line) => (line.declaration ? [[line.declaration, line] as const] : [])).reverse());
}

/** The facts that somebody can give: what the program computes is lacked because of others. */
export function factsToGive({ lacks }: ResolvedLetter): FactLack[] {
  return lacks.filter((lack): lack is FactLack => lack.kind === 'fact' && !lack.field.derived);
}

/** The lines that would give a case all that it lacks: facts of the letter, then records with the fields they need, as the letter first needs them. */
export function headToWrite(letter: ResolvedLetter): {
  facts: ReadonlySet<FieldDeclaration>;
  records: ReadonlyMap<RecordDeclaration, ReadonlySet<FieldDeclaration>>;
} {
  const facts = new Set<FieldDeclaration>();
  const records = new Map<RecordDeclaration, Set<FieldDeclaration>>();
  for (const { of, field } of factsToGive(letter)) {
    if (of) records.set(of, (records.get(of) ?? new Set()).add(field));
    else facts.add(field);
  }
  return { facts, records };
}

/** What the letter lacks because of the bracket that begins at a place, or the key in one: for findings that stand there. */
export function lackAt(letter: ResolvedLetter, { piece, start }: Span): Lack | undefined {
  return lacksByPlace(letter).get(piece)?.get(start);
}

const lacksByPlace = remember(({ lacks }: ResolvedLetter): ReadonlyMap<Piece, ReadonlyMap<number, Lack>> => {
  const found = new Map<Piece, Map<number, Lack>>();
  for (const lack of lacks) {
    for (const { gap } of lack.needs) {
      if (gap.kind !== 'unknown' && gap.kind !== 'citation' && gap.kind !== 'condition') continue;
      const { piece, start } = gap.kind === 'citation' ? gap.key : gap.needed;
      const inPiece = found.get(piece) ?? new Map<number, Lack>();
      found.set(piece, inPiece.set(start, lack));
    }
  }
  return found;
});
