import { mbi } from './codes.js';
import { isDateProblem, parseDate } from './dates.js';
import { ssn } from './sensitive.js';

/** What looks like a real patient's fact, by its kind. The kinds are those of the Safe Harbor list, 45 CFR 164.514(b)(2)(i). */
export type PatientMark =
  'social security number' | 'Medicare number' | 'birth date' | 'number' | 'name' | 'filled label' | 'phone' | 'age';

export interface FoundMark {
  readonly kind: PatientMark;
  readonly start: number;
  readonly end: number;
}

/** Numbers that say of themselves that they are made up. */
const MADE_UP = /FAKE|TEST|SAMPLE|EXAMPLE|DEMO|X{4}|0000|12345/i;

/** The specimens that CMS prints. */
const SPECIMEN = /^1EG4-?TE5-?MK7[23]$/i;

const MBI = /(?<![\p{L}\p{N}-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![\p{L}\p{N}-])/gu;

const BORN =
  /(?<!\p{L})(?:DOB|D\.O\.B\.?|[Dd]ate of [Bb]irth|[Bb]irth ?date|[Bb]orn(?: on)?)\W{1,6}(?<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9} \d{4})(?![\p{L}\p{N}])/gu;

const NUMBERED =
  /(?<!\p{L})(?:[Mm]ember|[Ss]ubscriber|[Pp]atient|[Cc]laim|[Cc]hart|[Mm]edical [Rr]ecord|MRN)(?: (?:ID|id|Id|[Nn]umber|[Nn]o\.?|#))?(?:\*\*)? ?[:#] ?(?:\*\*)? ?(?<number>[A-Za-z0-9-]{6,20})(?![\p{L}\p{N}])/gu;

/** What stands in every kind of file that is not a case, and is nobody's but a patient's. */
export function surelyPatients(line: string): FoundMark[] {
  const found: FoundMark[] = [];
  const add = (kind: PatientMark, start: number, text: string) => found.push({ kind, start, end: start + text.length });
  const number = ssn.exec(line);
  if (number) add('social security number', number.index, number[0]);
  for (const { 0: text, index } of line.matchAll(MBI))
    if (!SPECIMEN.test(text) && mbi.check(text) === undefined) add('Medicare number', index, text);
  for (const { 0: whole, index, groups } of line.matchAll(BORN)) {
    const date = groups?.date ?? '';
    if (!isDateProblem(parseDate(date))) add('birth date', index + whole.length - date.length, date);
  }
  for (const { 0: whole, index, groups } of line.matchAll(NUMBERED)) {
    const text = groups?.number ?? '';
    const start = index + whole.length - text.length;
    const isOther = SPECIMEN.test(text) || found.some((one) => one.start < start + text.length && start < one.end);
    if ((text.match(/\d/g)?.length ?? 0) >= 3 && !MADE_UP.test(text) && !isOther) add('number', start, text);
  }
  return found;
}

const NAME = String.raw`\p{Lu}[\p{L}’'-]+`;

/** *Mrs. Gomez*; *Doe* is nobody. A doctor may be the clinic's own. */
const TITLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:Mrs?|Ms|Mx)\. (?!(?:Doe|Sample|Smith|Patient|Name|Last)\b)${NAME}(?: ${NAME})?`,
  'gu',
);

const LABEL = new RegExp(
  String.raw`^(?:\*\*)?(?:Patient(?: Name)?|Member(?: Name)?|Name of Patient|Name)(?:\*\*)?:(?:\*\*)? (?<name>(?!(?:John|Jane) Doe\b)${NAME}(?: \p{Lu}\.)?,? ${NAME})$`,
  'u',
);

const PHONE =
  /(?<!\p{L})(?:[Pp]atient|[Hh]ome|[Cc]ell|[Mm]obile)(?:’s|'s)?(?: [Pp]hone| [Tt]elephone| [Nn]umber| [Tt]el\.?)?(?:\*\*)?:(?:\*\*)? (?<phone>\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?!\d)/u;

const OLD = /(?<![\p{N}.,-])(?:9\d|1[01]\d)[- ]year[- ]old(?!\p{L})/gu;

/** What a template's prose may say of a patient from whose letter it was made. */
export function perhapsPatients(line: string): FoundMark[] {
  const found: FoundMark[] = [];
  const add = (kind: PatientMark, end: number, text: string) => found.push({ kind, start: end - text.length, end });
  for (const { 0: text, index } of line.matchAll(TITLED)) add('name', index + text.length, text);
  const label = LABEL.exec(line.trimEnd());
  if (label?.groups?.name !== undefined) add('filled label', label.index + label[0].length, label.groups.name);
  const phone = PHONE.exec(line);
  // 555-01XX stands for nobody.
  if (phone?.groups?.phone !== undefined && !/555[ .-]01\d\d$/.test(phone.groups.phone))
    add('phone', phone.index + phone[0].length, phone.groups.phone);
  for (const { 0: text, index } of line.matchAll(OLD)) add('age', index + text.length, text);
  return found;
}
