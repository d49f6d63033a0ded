import { formatDate, type Day } from '../../knowledge/dates.js';
import type { TypeName } from '../../knowledge/types.js';
import { readCaseFile } from '../../language/case-file.js';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import type { Schema } from '../../language/name-resolution.js';
import { operandsOf } from '../../language/operands.js';
import type { TemplateFile } from '../../language/template-file.js';
import type { Workspace } from '../../language/workspace.js';
import { headToWrite } from '../../letter/lacks.js';
import { resolveLetter } from '../../letter/resolve-letter.js';
import { emptyCase } from '../../begin/empty-case.js';

/** Address of the case that a template is shown with where it has none: no file, and never opened. */
export const syntheticUri = 'lmn-made-up:case';

/**
 * A case with a value for all that a template needs, each plainly made up: `sample diagnosis`, January 1, 2000. It says what a letter of
 * the template looks like when nothing is missing.
 */
export function syntheticCase(template: TemplateFile, workspace: Workspace, today: Day): string {
  const letter = resolveLetter(readCaseFile(emptyCase(), workspace, template.name));
  const { facts, records } = headToWrite(letter);
  const letterLines = [...facts].map(
    (field) => `${field.name}: ${sampleValue(field, undefined, today, template.schema)}`,
  );
  const recordLines = [...records].flatMap(([record, fields]) => [
    record.name,
    ...[...fields].map((field) => `  ${field.name}: ${sampleValue(field, record, today, template.schema)}`),
  ]);
  return [`case ${template.name}`, ...letterLines, ...recordLines, ''].join('\n');
}

/** Numbers of persons and telephones are those that stand for nobody. */
const samples: Readonly<Record<Exclude<TypeName, 'text' | 'image'>, string>> = {
  address: '1 Sample Street\n    Sampletown, NM 00000',
  date: '2000-01-01',
  when: 'January 2000',
  number: '1',
  money: '$100.00',
  phone: '505-555-0100',
  email: 'sample@example.org',
  url: 'https://example.org',
  npi: '1234567893',
  'icd-10': 'A00.0',
  hcpcs: 'A0000',
  cpt: '00000',
  ndc: '00000-0000-00',
  pmid: '1',
  doi: '10.0000/sample',
  nct: 'NCT00000000',
  loinc: '0-0',
  dea: 'AA0000000',
  mbi: '1EG4-TE5-MK73',
  kind: 'general',
  pronouns: 'they',
};

/** Of what a fact is computed from, so that it comes to something: the second of two lies a year behind the first. */
function operandSample(
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
  schema: Schema,
): string | undefined {
  const all = [...(record?.fields ?? schema.vocabulary.letter.fields), ...(schema.template?.byName.values() ?? [])];
  const computed = all.find(
    (one) => one.computed && operandsOf(one, record, schema).some(({ target }) => target?.field === field),
  );
  if (!computed) return undefined;
  const isSecond = operandsOf(computed, record, schema)[1]?.target?.field === field;
  if (field.type.name === 'date') return isSecond ? '2001-01-01' : undefined;
  if (field.type.name === 'when') return isSecond ? 'January 2001' : undefined;
  return field.type.name === 'text' ? (isSecond ? '2' : '1') : undefined;
}

function sampleValue(
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
  today: Day,
  schema: Schema,
): string {
  const { type, record: owner, norm } = field;
  if (type.choices) return type.choices[0] ?? '';
  if (owner === 'letter' && norm === 'date') return formatDate(today, 'iso');
  const operand = operandSample(field, record, schema);
  if (operand !== undefined) return operand;
  if (type.name === 'image' || type.name === 'choices') return '';
  if (type.name !== 'text') return samples[type.name];
  if (!record) return `sample ${field.name}`;
  return norm === 'name' || record.fields[0] === field ? sampleName(record) : `sample ${field.name}`;
}

/** People and places begin with a capital, conditions and treatments do not. */
function sampleName(record: RecordDeclaration): string {
  const isProper =
    record.fields.some(({ type }) => ['npi', 'address', 'phone'].includes(type.name)) || record.norm === 'patient';
  const words = `sample ${record.name}`;
  return isProper ? words.replace(/\b\w/g, (letter) => letter.toUpperCase()) : words;
}
