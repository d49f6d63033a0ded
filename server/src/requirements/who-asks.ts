import { isDateProblem, parseDate } from '../knowledge/dates.js';
import {
  CORE_KIND,
  type FieldDeclaration,
  fieldOf,
  normalizeName,
  type RecordDeclaration,
  valueText,
} from '../letter/source.js';
import { type Asker, kindAskers, kindChain, type Kinds, policyAsker, type PolicyDemands } from './askers.js';
import { isCodeOf } from '../knowledge/code-ranges.js';
import { applies, isPicked, kindSaid } from './conditions.js';
import { compareDays } from '../knowledge/day-arithmetic.js';
import type { LetterReader } from './letter-reader.js';
import { policyIndex } from './policy-index.js';
import { hasWords } from './words-in-text.js';

/** The kinds and policies that a workspace has. The same object as long as none of them changes. */
export interface Library extends Kinds {
  /** In the order in which they are to be told. */
  readonly policies: readonly PolicyDemands[];
}

/** Who asks something of a letter: core, its kind, the payer's policies that are for it. */
export interface WhoAsks {
  readonly askers: readonly Asker[];
  /** The letter's kind and those that it is made from, as names are compared. */
  readonly kinds: readonly string[];
}

export function whoAsks(library: Library, reader: LetterReader): WhoAsks {
  const said = kindSaid(reader);
  const chain = kindChain(said, library);
  const kinds = chain.length > 0 ? chain.map(({ name }) => normalizeName(name)) : said === undefined ? [] : [said];
  const policies = policiesFor(library, kinds, reader);
  // A letter that says no kind may be to a school or an employer: core is what payers ask.
  const asked = said === undefined ? [] : kindAskers(chain, library.kinds.get(CORE_KIND));
  return { kinds, askers: [...asked, ...policies.map(policyAsker)] };
}

/** The policies of the letter's payer that are for its kind, its day and what it requests, and those that the case names. */
function policiesFor(library: Library, kinds: readonly string[], reader: LetterReader): PolicyDemands[] {
  const index = policyIndex(library.policies);
  const codes = requestedCodes(reader);
  const asked = textsOf('insurance', 'payer', reader)
    .flatMap((payer) => index.ofPayer(payer, kinds, codes))
    .filter((policy) => isFor(policy, kinds, reader));
  const named = textsOf('letter', 'payer policy', reader).flatMap((name) => index.named(name));
  return [...new Set([...asked, ...named])];
}

function requestedCodes(reader: LetterReader): readonly string[] {
  return [
    ...textsOf('treatment requested', 'code', reader),
    ...textsOf('treatment requested', 'ndc', reader),
    ...textsOf('service line', 'code', reader),
  ];
}

function isFor(policy: PolicyDemands, kinds: readonly string[], reader: LetterReader): boolean {
  return (
    isPicked(policy.kinds, kinds) &&
    isForRequest(policy, reader) &&
    isInForce(policy, reader) &&
    isCondition(policy.demands.when, reader)
  );
}

/** A condition that could not be understood says nothing of which letters the policy is for; that is told in the policy. */
function isCondition(when: PolicyDemands['demands']['when'], reader: LetterReader): boolean {
  return when !== undefined && applies(when, reader).applies === 'yes';
}

/** Drugs often have no code, so that words of what is requested do as well. */
function isForRequest({ codes, treatments }: PolicyDemands, reader: LetterReader): boolean {
  if (codes.length === 0 && treatments.length === 0) return true;
  if (codes.length > 0) {
    const requested = requestedCodes(reader);
    if (requested.some((code) => codes.some((item) => isCodeOf(code, item)))) return true;
  }
  if (treatments.length === 0) return false;
  const names = textsOf('treatment requested', 'name', reader);
  return treatments.some(({ text }) => names.some((name) => hasWords(name, text)));
}

/** Whether the letter's day lies in the policy's time. A day that is not given, or cannot be read, excludes nothing. */
function isInForce({ effective, until }: PolicyDemands, reader: LetterReader): boolean {
  if (effective === undefined && until === undefined) return true;
  const [date] = textsOf('letter', 'date', reader);
  const day = date === undefined ? undefined : parseDate(date);
  if (!day || isDateProblem(day)) return true;
  const first = effective === undefined ? undefined : parseDate(effective);
  const last = until === undefined ? undefined : parseDate(until);
  return (
    (!first || isDateProblem(first) || compareDays(first, day) <= 0) &&
    (!last || isDateProblem(last) || compareDays(day, last) <= 0)
  );
}

function textsOf(recordName: string, fieldName: string, reader: LetterReader): string[] {
  const { vocabulary } = reader.schema;
  const record = recordName === 'letter' ? vocabulary.letter : vocabulary.byName.get(recordName);
  const field = record && fieldOf(record, fieldName);
  return record && field ? valuesIn(record, field, reader).map((value) => valueText(value, ' ')) : [];
}

function valuesIn(record: RecordDeclaration, field: FieldDeclaration, reader: LetterReader) {
  if (record === reader.schema.vocabulary.letter) return reader.valuesOf(field, undefined);
  return reader.recordsOf(record).flatMap((one) => reader.valuesOf(field, one));
}
