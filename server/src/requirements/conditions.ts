import type { AskedName, Condition, Picked } from '../letter/source.js';
import { fieldOf, normalizeName, valueText } from '../letter/source.js';
import type { LetterReader } from './letter-reader.js';
import { hasWords } from './words-in-text.js';
import { bestOf, type Outcome } from './outcome.js';
import { testField } from './test-field.js';

/**
 * Whether a clause applies. `unknown`: a fact that decides is not given, so that the clause keeps silent; `unclear`: it is given, and it cannot be told. `decides` names
 * that condition, as its author wrote it.
 */
export interface Applies {
  readonly applies: 'yes' | 'no' | 'unknown' | 'unclear';
  readonly decides?: Condition;
}

const yes: Applies = { applies: 'yes' };

/** Conditions look at what is given, not at what is printed. */
export function applies(conditions: readonly Condition[], reader: LetterReader): Applies {
  let doubt = yes;
  for (const condition of conditions) {
    const one = conditionHolds(condition, reader);
    if (one === 'no') return { applies: 'no', decides: condition };
    if (one === 'unknown' || (one === 'unclear' && doubt.applies === 'yes'))
      doubt = { applies: one, decides: condition };
  }
  return doubt;
}

function conditionHolds({ names, test }: Condition, reader: LetterReader): Applies['applies'] {
  const outcomes = names.flatMap((name) => outcomesOf(name, test, reader));
  const best = bestOf(outcomes);
  if (best?.standing === 'met') {
    // Of several records none may be of those that do not count.
    const isOther = test.is === 'items' && test.otherThan;
    return isOther && outcomes.some(({ standing }) => standing === 'not met') ? 'no' : 'yes';
  }
  if (best?.standing === 'not met') return 'no';
  if (best?.standing === 'unclear') return 'unclear';
  if (test.is === 'given') return 'no';
  return test.is === 'items' && test.otherThan ? 'yes' : 'unknown';
}

function outcomesOf(
  { record: of, field, quotes }: AskedName,
  test: Condition['test'],
  reader: LetterReader,
): Outcome[] {
  const asked = field ?? of.fields[0];
  if (!asked) return [];
  if (of === reader.schema.vocabulary.letter)
    return [testField({ field: asked, of, record: undefined }, test, reader, false)];
  const [first] = of.fields;
  return reader
    .recordsOf(of)
    .filter(
      (record) =>
        quotes.length === 0 ||
        (first &&
          reader
            .valuesOf(first, record)
            .some((value) => quotes.some(({ text }) => hasWords(valueText(value, ' '), text)))),
    )
    .map((record) => testField({ field: asked, of, record }, test, reader, false));
}

/** Whether a letter of these kinds, the one that it says first and then those that this one is made from, is one of those picked. */
export function isPicked(picked: Picked | undefined, kinds: readonly string[]): boolean {
  if (!picked) return true;
  const has = picked.items.some(({ text }) => kinds.includes(normalizeName(text)));
  return has !== picked.otherThan;
}

/** The kind that a letter says it is, as names are compared; undefined where it says none. */
export function kindSaid(reader: LetterReader): string | undefined {
  const field = fieldOf(reader.schema.vocabulary.letter, 'for');
  const [value] = field ? reader.valuesOf(field, undefined) : [];
  return value && normalizeName(valueText(value, ' '));
}
