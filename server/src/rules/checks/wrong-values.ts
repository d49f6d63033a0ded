import { withWholeYear } from '../../knowledge/dates.js';
import { holdsInvisible } from '../../knowledge/invisible.js';
import { editDistance } from '../../spelling/edit-distance.js';
import { checkValue, type ValueType } from '../../knowledge/types.js';
import { type FactValue, type FieldDeclaration, valueText } from '../../letter/source.js';
import type { RecordSubject } from '../../letter/subjects.js';
import type { Fix, Report, ReportDetails } from '../../lint/rule.js';

/**
 * Reports the values of a record that are not of the type that `typeOf` judges them by; undefined leaves a value alone. The places are those of this
 * file's own lines.
 */
export function reportWrongValues(
  { record }: RecordSubject,
  typeOf: (field: FieldDeclaration, text: string) => ValueType | undefined,
  report: Report,
): void {
  for (const { declaration, values } of record.fields) {
    if (!declaration || declaration.derived) continue;
    for (const value of values) {
      const text = valueText(value, ' ');
      const type = value.given && !holdsFields(value) ? typeOf(declaration, text) : undefined;
      const found = type && checkValue(type, text);
      if (!found || holdsInvisible(value.where.text)) continue;
      const several = found.fix === undefined ? severalIn(value, type) : undefined;
      if (several && declaration.many)
        report(value.where, 'Several values stand here: part them with semicolons.', {
          fix: { title: 'Part them with semicolons', edits: [{ where: value.where, text: several.join('; ') }] },
        });
      else if (several && (type.isCode || takesOneOf.has(type.name)))
        report(value.where, takesOne + (type.name === 'icd-10' ? otherDiagnoses : ''), {
          otherFixes: keepOne(value, several),
        });
      else
        report(value.where, found.problem, {
          ...fixesFor(value, type, found.fix),
          ...(found.kind === 'ambiguous' && { severity: 'warning' }),
        });
    }
  }
}

/** Fields that lost the line above them are read as part of the value; `unknown-record` reports them, and the value itself may be right. */
function holdsFields({ lines }: FactValue): boolean {
  return lines.slice(1).filter((line) => /^\p{L}[^:]{0,60}:/u.test(line.text)).length > 1;
}

/** The values that stand in one, where a comma, a slash, a space or a word between parts what are right values one by one. */
function severalIn(value: FactValue, type: ValueType): readonly string[] | undefined {
  const text = valueText(value, ' ');
  if (text.length > longestSeries) return undefined;
  for (const between of separators) {
    const parts = text.split(between).filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => checkValue(type, part) === undefined)) return parts;
  }
  return undefined;
}

const longestSeries = 400;
const separators = [/\s*[,;]\s*(?:(?:and|or)\s+)?/, /\s*[,;/&+]\s*|\s+(?:and|or)\s+/, /[\s,;/&+]+(?:(?:and|or)\s+)?/];

/** Two numbers may be a ratio, and two choices are told with all that there are. */
const takesOneOf: ReadonlySet<ValueType['name']> = new Set<ValueType['name']>([
  'date',
  'when',
  'phone',
  'email',
  'url',
]);

const takesOne = 'Several values stand here, and this line takes one: keep one of them.';
const otherDiagnoses = ' Every other diagnosis has a record of its own, such as "secondary diagnosis".';

const ordinals = ['first', 'second', 'third', 'fourth'];

/** Their titles do not say the values: they may be a patient's. */
function keepOne({ where }: FactValue, several: readonly string[]): Fix[] {
  return ordinals.flatMap((ordinal, index) => {
    const text = several[index];
    return text === undefined ? [] : [{ title: `Keep only the ${ordinal}`, edits: [{ where, text }] }];
  });
}

/** Longer lists are for completion. */
const mostChoices = 8;

/** A choice may be named in a menu; any other value could be a patient's, and is not. */
function fixesFor({ where }: FactValue, { name, choices }: ValueType, text: string | undefined): ReportDetails {
  const years = name === 'date' || name === 'when' ? withWholeYear(where.text) : [];
  if (years.length > 0) {
    const century = (one: string) => /\d{2}(?=\d{2}$)/.exec(one)?.[0] ?? '';
    return {
      otherFixes: years.map((one) => ({ title: `Write the year as ${century(one)}…`, edits: [{ where, text: one }] })),
    };
  }
  if (!choices) {
    return text === undefined ? {} : { fix: { title: 'Write it in the right form', edits: [{ where, text }] } };
  }
  const write = (choice: string): Fix => ({ title: `Write "${choice}"`, edits: [{ where, text: choice }] });
  const others = choices.length > mostChoices ? [] : choices.filter((choice) => choice !== text);
  if (text === undefined) return { otherFixes: others.map(write) };
  // "effective" is two letters from "ineffective": only what cannot be another word is written without asking.
  const isSlip = editDistance(where.text.toLowerCase(), text.toLowerCase(), 1) <= 1;
  return isSlip ? { fix: write(text), otherFixes: others.map(write) } : { otherFixes: [text, ...others].map(write) };
}
