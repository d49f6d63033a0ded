import {
  type FieldDeclaration,
  fieldOf,
  normalizeName,
  type RecordDeclaration,
  resolveName,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { withoutAlike } from './meant-names.js';

/** What a label outside of the head's own form names: a fact of the letter or of the template, or a field of a record that there is but one of. */
export interface MeantField {
  readonly field: FieldDeclaration;
  /** Undefined for facts of the letter and of the template. */
  readonly record?: RecordDeclaration;
}

/**
 * What a label of an old letter or form names: `Patient Name`, `DOB`, `Member ID #`. A field's name without its record's counts where only one
 * record has it, only one lacks it in this letter, only one of them is used in it, or the others are like one. Undefined where it names nothing, or several things.
 */
export function fieldMeantBy(label: string, subject: FileSubject): MeantField | undefined {
  for (const name of spellings(label)) {
    const found = fieldNamed(name, subject);
    if (found) return found;
  }
  return undefined;
}

/** Forms abbreviate: `Policy No.`, `Member ID #`, `Pt. DOB`. */
function spellings(label: string): Set<string> {
  const plain = label.replace(/[\s_]+/g, ' ').trim();
  const bare = plain.replace(/\s*(?:#|\b(?:no|nr|num)\.?)$/i, '');
  const long = bare.replace(/^pt\.?(?=\s|$)/i, 'patient').replace(/^ins\.?(?=\s|$)/i, 'insurance');
  return new Set([plain, bare, ...(bare === plain ? [] : [`${bare} number`, `${bare} id`]), long]);
}

function fieldNamed(name: string, subject: FileSubject): MeantField | undefined {
  const { schema } = subject;
  const target = resolveName(schema, name);
  if (target && 'field' in target) {
    if (target.field.derived) return undefined;
    if (target.kind !== 'record field') return { field: target.field };
    return target.record.many ? undefined : { field: target.field, record: target.record };
  }
  const norm = normalizeName(name);
  const meant = schema.vocabulary.records.flatMap((record): Required<MeantField>[] => {
    const field = record.many ? undefined : fieldOf(record, norm);
    return field && !field.derived ? [{ field, record }] : [];
  });
  if (meant.length < 2) return meant[0];
  return (
    only(meant.filter((one) => isLacking(one, subject))) ??
    only(meant.filter(({ record }) => isUsed(record, subject))) ??
    originalOf(meant)
  );
}

/** Of what several records have alike, that of the one which the others are like. */
function originalOf(meant: readonly Required<MeantField>[]): MeantField | undefined {
  const record = only(withoutAlike(meant.map((one) => one.record)));
  return meant.find((one) => one.record === record);
}

function only<One>([first, ...others]: readonly One[]): One | undefined {
  return others.length === 0 ? first : undefined;
}

function isLacking({ field, record }: Required<MeantField>, { letter }: FileSubject): boolean {
  return letter?.lacks.some((lack) => lack.kind === 'fact' && lack.field === field && lack.of === record) === true;
}

/** The letter needs facts of the record, or the case gives some. */
function isUsed(record: RecordDeclaration, { letter, head }: FileSubject): boolean {
  return (
    letter?.lacks.some((lack) => lack.kind === 'fact' && lack.of === record) === true ||
    head?.records.some(({ declaration }) => declaration === record) === true
  );
}
