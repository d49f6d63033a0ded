import { type FieldDeclaration, normalizeName } from '../../letter/source.js';

/**
 * How prose repeats the values of a field that identifies the patient: as forms of its kind; or `never`, where the value by itself is a word or number
 * like any other (a sex, a count), and only its printing is masked.
 */
export type Repeats = 'name' | 'date' | 'when' | 'number' | 'phone' | 'email' | 'address' | 'words' | 'never';

/**
 * Fields of the standard vocabulary whose values identify the patient, a relative, an employer or a member of the household, other than dates: the
 * Safe Harbor list, 45 CFR 164.514(b)(2)(i)(A) to (R). All fields of `patient` do.
 */
const identifying: Readonly<Record<string, Readonly<Record<string, Repeats>>>> = {
  letter: { 'reference number': 'number' },
  insurance: { 'member id': 'number', 'policy number': 'number', 'group number': 'number', subscriber: 'name' },
  'secondary insurance': {
    'member id': 'number',
    'policy number': 'number',
    'group number': 'number',
    subscriber: 'name',
  },
  'prior authorization': { number: 'number' },
  participant: { name: 'name', employer: 'words', 'account ending': 'number' },
  denial: { 'claim number': 'number', 'authorization number': 'number' },
  'first appeal': { 'reference number': 'number' },
  'final denial': { 'reference number': 'number' },
};

/** Records whose address, phone and e-mail are not the patient's. */
const others: ReadonlySet<string> = new Set([
  'insurance',
  'secondary insurance',
  'representative',
  'plan administrator',
  'review body',
  'provider',
  'co-signer',
  'practice',
  'laboratory',
  'out-of-network provider',
]);

/** Records of what is published: their dates are nobody's. */
const published: ReadonlySet<string> = new Set(['evidence', 'guideline', 'compendium', 'medical policy']);

/** What a vocabulary or template of one's own calls numbers of (G) to (M), whose type is only text. */
const ownNumbers: ReadonlySet<string> = new Set([
  'mrn',
  'medical record number',
  'chart number',
  'patient id',
  'patient number',
  'ssn',
  'social security number',
  'account number',
  'member id',
  'member number',
  'subscriber id',
  'policy number',
  'group number',
  'claim number',
  'case number',
  'authorization number',
  'device serial number',
  'serial number',
]);

/** How prose repeats what a field gives; undefined where its values identify nobody. */
export function repeatsOf(field: FieldDeclaration): Repeats | undefined {
  const record = field.record === undefined ? '' : normalizeName(field.record);
  const { norm } = field;
  const named = identifying[record]?.[norm];
  if (named) return named;
  if (record === 'patient') return ofPatient(field);
  if (published.has(record) || isLettersDate(field)) return undefined;
  return ofType(field, record) ?? (ownNumbers.has(norm) && !others.has(record) ? 'number' : undefined);
}

/** The day on the letter is nobody's, and stays also where it is that of a visit. */
export function isLettersDate({ record, norm }: FieldDeclaration): boolean {
  return record === 'letter' && norm === 'date';
}

function ofPatient(field: FieldDeclaration): Repeats {
  if (/name$/.test(field.norm)) return 'name';
  if (ownNumbers.has(field.norm)) return 'number';
  return ofType(field, 'patient') ?? (field.type.name === 'text' ? 'words' : 'never');
}

function ofType({ type }: FieldDeclaration, record: string): Repeats | undefined {
  if (type.name === 'date' || type.name === 'when') return type.name;
  if (others.has(record)) return undefined;
  if (type.name === 'phone' || type.name === 'email' || type.name === 'address') return type.name;
  return type.name === 'image' ? 'never' : undefined;
}
