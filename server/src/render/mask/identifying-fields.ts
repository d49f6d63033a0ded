import type { FieldDeclaration } from '../../letter/source.js';

/**
 * How prose repeats the values of a field that identifies the patient: as forms of its kind; or `never`, where the value by itself is a word or number
 * like any other (a sex, a count), and only its printing is masked.
 */
export type Repeats = 'name' | 'date' | 'when' | 'number' | 'phone' | 'email' | 'address' | 'words' | 'never';

/**
 * How prose repeats what a field gives; undefined where its values identify nobody. The vocabulary says so (`identifying`, `public`), the
 * standard one by the Safe Harbor list, 45 CFR 164.514(b)(2)(i)(A) to (R). Where it says neither, dates, ways to reach somebody, pictures and
 * what is called as numbers of that list are, count as the patient's.
 */
export function repeatsOf(field: FieldDeclaration): Repeats | undefined {
  if (field.identifying) return identifyingRepeats(field);
  if (field.public) return undefined;
  return ofType(field) ?? (ownNumbers.has(field.norm) ? 'number' : undefined);
}

function identifyingRepeats(field: FieldDeclaration): Repeats {
  const { type, norm, person } = field;
  if (person || (type.name === 'text' && /name$/.test(norm))) return 'name';
  if (type.name === 'text') return numberName.test(norm) ? 'number' : 'words';
  return ofType(field) ?? 'never';
}

/** What a text that is a number is called. */
const numberName = /(?:^|\s)(?:number|id|mrn|ssn|account ending)$/;

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

function ofType({ type }: FieldDeclaration): Repeats | undefined {
  switch (type.name) {
    case 'date':
    case 'when':
    case 'phone':
    case 'email':
    case 'address':
      return type.name;
    case 'image':
      return 'never';
    case 'mbi':
      return 'number';
    default:
      return undefined;
  }
}
