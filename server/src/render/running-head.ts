import { standardField } from '../letter/resolve-letter.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { printedText } from '../letter/runs.js';
import { type FieldDeclaration, fieldOf, placeholderOf } from '../letter/source.js';
import type { HeadPart } from '../paper.js';
import { maskLabel } from './mask/mask-inline.js';
import { printable } from './printable.js';

interface HeadOptions {
  /** Whether names of fields stand for what identifies the patient, as in a masked letter. */
  readonly masked?: boolean;
}

/** Where each part is declared, and the words before it. */
const partFields: Readonly<Record<HeadPart, readonly [record: string, field: string, before: string]>> = {
  name: ['patient', 'name', ''],
  'birth date': ['patient', 'date of birth', 'born '],
  'member id': ['insurance', 'member id', 'Member ID '],
  'reference number': ['letter', 'reference number', 'Reference '],
};

/**
 * `Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123`, for the top of the second page on. What is not given is left out; for a member ID that is not, the
 * reference number stands.
 */
export function runningHead(
  letter: ResolvedLetter,
  parts: readonly HeadPart[],
  { masked = false }: HeadOptions = {},
): string {
  const shown = new Set<HeadPart>();
  return parts
    .map((part) => {
      const own = partText(letter, part, masked);
      const printed = own === '' && part === 'member id' ? 'reference number' : part;
      if (shown.has(printed)) return '';
      shown.add(printed);
      return printed === part ? own : partText(letter, printed, masked);
    })
    .filter((text) => text !== '')
    .join(' \u00b7 ');
}

/** A title without a patient's name: it shows in lists of files and windows, and many printers set it on the paper. */
export function letterTitle(letter: ResolvedLetter): string {
  const title = letter.case.template?.title ?? '';
  if (/medical necessity/i.test(title)) return printable(title);
  return title === '' ? 'Letter of medical necessity' : `Letter of medical necessity: ${printable(title)}`;
}

/** Empty where no name is given. */
export function patientName(letter: ResolvedLetter): string {
  return partText(letter, 'name', false);
}

/** Empty where it is not given. */
function partText(letter: ResolvedLetter, part: HeadPart, masked: boolean): string {
  const [record, name, before] = partFields[part];
  const found = record === 'letter' ? ofLetter(letter, name) : ofRecord(letter, record, name);
  if (!found) return '';
  const { field, text } = found;
  return before + (masked ? maskLabel(placeholderOf(field)) : printable(text));
}

function ofLetter(letter: ResolvedLetter, name: string): Found | undefined {
  const field = standardField(letter.case, 'letter', name);
  const value = field && letter.facts.valuesOf(field)[0];
  return field && value && { field, text: printedText(value, field, letter.dates) };
}

function ofRecord(letter: ResolvedLetter, recordName: string, name: string): Found | undefined {
  const record = letter.case.schema.vocabulary.byName.get(recordName);
  const field = record && fieldOf(record, name);
  const value = field && letter.facts.recordsOf(record)[0]?.values.get(field)?.[0];
  return value && { field, text: printedText(value, field, letter.dates) };
}

interface Found {
  readonly field: FieldDeclaration;
  readonly text: string;
}
