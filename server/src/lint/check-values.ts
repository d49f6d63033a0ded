import { checkValue, type TypeName } from '../knowledge/types.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { RecordSubject } from '../letter/subjects.js';
import type { Report } from './rule.js';

/** Types whose values have rules of their own: there they are reported, and nowhere else. */
export const typesWithOwnRule: readonly (TypeName | 'choices')[] = ['npi', 'icd-10'];

/** Reports the values of a record that are not of their field's type. The places are those of this file's own lines. */
export function reportWrongValues(
  { record }: RecordSubject,
  isOurs: (type: TypeName | 'choices') => boolean,
  report: Report,
): void {
  for (const { declaration, values } of record.fields) {
    if (!declaration || declaration.derived || !isOurs(declaration.type.name)) continue;
    for (const value of values) {
      const found =
        value.given && !holdsFields(value) ? checkValue(declaration.type, valueText(value, ' ')) : undefined;
      if (found) report(value.where, found.problem, fixOf(value, found.fix, declaration.type.choices !== undefined));
    }
  }
}

/** Fields that lost the line above them are read as part of the value; `unknown-record` reports them, and the value itself may be right. */
function holdsFields({ lines }: FactValue): boolean {
  return lines.slice(1).filter((line) => /^\p{L}[^:]{0,60}:/u.test(line.text)).length > 1;
}

/** A choice may be named in a menu; any other value could be a patient's, and is not. */
function fixOf({ where }: FactValue, text: string | undefined, isChoice: boolean): NonNullable<Parameters<Report>[2]> {
  if (text === undefined) return {};
  return { fix: { title: isChoice ? `Write "${text}"` : 'Write it in the right form', edits: [{ where, text }] } };
}
