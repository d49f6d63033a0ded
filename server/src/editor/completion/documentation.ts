import { lifeEvents } from '../../language/reserved-names.js';
import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { literal } from '../markdown.js';
import { type FactValue, valueText } from '../../language/values.js';
import { remember } from '../../remember.js';

/** The paragraphs that are there. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** What a field is for and how its value is written. */
export const describeField = remember((field: FieldDeclaration): string =>
  paragraphs(literal(field.help), typeLine(field), alsoLine(field.also)),
);

function typeLine({ type, derived, computed, ...is }: FieldDeclaration): string {
  if (computed) return `Computed by the program: ${literal(computed.whole.text)}.`;
  if (derived) return 'Computed by the program.';
  const flags = [
    is.required ? 'required' : '',
    is.many ? 'several values are parted by ;' : '',
    is.person ? "a person's name" : '',
    is.identifying ? 'identifies the patient' : '',
    is.quoted ? "somebody else's words" : '',
    is.byHand ? 'a line for a pen where it is not given' : '',
    is.past ? "not after the letter's date" : '',
    ...is.after.map(({ norm, text }) =>
      lifeEvents.some((event) => event === norm) ? `not before the patient's ${norm}` : `not before ${text}`,
    ),
    ...is.insteadOf.map(({ text }) => `in place of ${text}`),
  ].filter((flag) => flag !== '');
  const kind = type.choices
    ? `One of: ${literal(type.choices.join(', '))}`
    : type.name === 'text'
      ? ''
      : `${capital(type.called)}, e.g. ${literal(type.example)}`;
  return [kind, ...flags].filter((part) => part !== '').join(' · ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function alsoLine(also: readonly string[]): string {
  return also.length > 0 ? `Also called: ${literal(also.join(', '))}` : '';
}

/** What a record is for and which fields it has. */
export const describeRecord = remember((record: RecordDeclaration): string => {
  const names = record.fields.filter((field) => !field.derived).map((field) => field.name);
  return paragraphs(
    literal(record.help),
    record.many ? 'May be given several times.' : '',
    record.like.length > 0 ? `Like ${literal(record.like.map(({ written }) => written.text).join(', '))}.` : '',
    names.length > 0 ? `Fields: ${literal(names.join(', '))}` : '',
    alsoLine(record.also),
  );
});

/** Facts as they stand in a file, a line each. */
export function describeValues(values: Iterable<readonly [FieldDeclaration, readonly FactValue[]]>): string {
  return [...values]
    .map(
      ([field, given]) =>
        `${literal(field.name)}\\: ${literal(given.map((value) => valueText(value, ', ')).join('; '))}`,
    )
    .join('  \n');
}
