import { removeLines } from '../fixes/head-edits.js';
import { headProblems } from '../analysis/head-problems.js';
import type { Rule } from '../lint/rule.js';
import { foldChoice } from '../knowledge/types.js';
import { fillName } from '../letter/fill-placeholder.js';
import { plainText } from '../letter/plain-text.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FactField, type FieldDeclaration, placeholderOf, valueText } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const derivedField: Rule = {
  id: 'derived-field',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  summary: 'Nobody types what the program computes.',
  why: 'An age, a count or a citation that is typed is wrong as soon as what it is computed from changes; so it is never read.',
  bad: 'patient\n  date of birth: 1968-03-14\n  age: 58',
  good: 'patient\n  date of birth: 1968-03-14',
  check(file, report) {
    const fields = [...(file.head?.facts ?? []), ...file.records.flatMap(({ record }) => record.fields)];
    for (const { where } of headProblems(file, 'derived field')) {
      const given = fields.find((field) => field.name === where);
      const fix = {
        title: 'Take the line out',
        edits: [removeLines(where, lastOf(given) ?? where)],
        asks: true as const,
      };
      report(where, messageFor(given, file), { fix });
    }
  },
};

const plain = 'The program computes this by itself. Take the line out.';

/** Of a fact that is declared as computed also whether what was typed is what it comes to: a wrong one may have gone into letters before. */
function messageFor(given: FactField | undefined, { letter }: FileSubject): string {
  if (!given?.declaration) return plain;
  const { declaration, values } = given;
  const { computed } = declaration;
  if (!computed || !letter || isOfSeveral(declaration, letter)) return plain;
  const now = fillName(letter, placeholderOf(declaration));
  const from = computed.whole.text;
  if (!now) return `The program computes this by itself: ${from}. Give these, and take the line out.`;
  const typed = values.map((value) => valueText(value, ' ')).join('; ');
  return foldChoice(plainText(now)) === foldChoice(typed)
    ? plain
    : `This is not what the program computes: ${from}. Take the line out, or correct what it is computed from.`;
}

/** What a record comes to of which there are several cannot be asked for by its name alone. */
function isOfSeveral({ record }: FieldDeclaration, { facts, case: { schema } }: ResolvedLetter): boolean {
  const declaration = record === undefined ? undefined : schema.vocabulary.byName.get(record);
  return declaration !== undefined && facts.recordsOf(declaration).length > 1;
}

function lastOf(field: FactField | undefined): FactField['name'] | undefined {
  return field?.values.at(-1)?.lines.at(-1);
}
