import { seriesText } from '../knowledge/series.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import { choiceGiven, foldChoice } from '../knowledge/types.js';
import { computeFact } from '../letter/computed-facts.js';
import type { Lacking } from '../letter/derived-fields.js';
import { type FactValue, type FieldDeclaration, fieldOf, type Item, type Test, valueText } from '../letter/source.js';
import { isCodeOf } from '../knowledge/code-ranges.js';
import { readNumber, timeUnitNamed, type Verdict, withinBounds } from './compare-numbers.js';
import { type Place, timeEnds } from './computed-times.js';
import { type DayRange, readTimes, wholeRange } from './day-ranges.js';
import { testDay, testLength } from './day-tests.js';
import type { LetterReader } from './letter-reader.js';
import type { NumberRange } from './number-ranges.js';
import { allOf, bestOf, type Outcome, type Problem, problem, type Rest } from './outcome.js';
import { placeName } from './place-names.js';
import { hasWords } from './words-in-text.js';

/**
 * How a fact of a letter stands to a test. Where it `mustPrint`, what meets the test and is not printed is `unprinted`; what is not given is open.
 */
export function testField(place: Place, test: Test, reader: LetterReader, mustPrint: boolean): Outcome {
  const ends = timeEnds(place, reader);
  if (ends) return testTime(place, ends, test, reader, mustPrint);
  if (place.field.derived) return testComputed(place, test, reader, mustPrint);
  const values = reader.valuesOf(place.field, place.record);
  if (values.length === 0) return notGiven(place, reader);
  // Of several values one is enough, but none may be of those that do not count.
  const each = values.map((value) => testValue(place, value, test, reader, mustPrint));
  return test.is === 'items' && test.otherThan ? allOf(each) : (bestOf(each) ?? notGiven(place, reader));
}

export function lackingOf({ field, of, record }: Place, reader: LetterReader): Lacking {
  return { field, of: of === reader.schema.vocabulary.letter ? undefined : of, record };
}

function notGiven(place: Place, reader: LetterReader): Outcome {
  return open(`${placeName(place, reader)} is not given`, [lackingOf(place, reader)], place);
}

function open(words: string, lacks: readonly Lacking[], { record }: Place): Outcome {
  return {
    standing: 'open',
    rests: [],
    problem: problem(words, { lacks, ...(record && { where: record.name }) }),
  };
}

/** A fact that is as the test wants it, once it is printed. */
export function given(rests: readonly Rest[], name: string, reader: LetterReader, mustPrint: boolean): Outcome {
  const unprinted = mustPrint ? rests.filter((rest) => !reader.isPrinted(rest)) : [];
  const [first] = unprinted;
  if (!first) return { standing: 'met', rests };
  return {
    standing: 'unprinted',
    rests,
    problem: problem(`${name} is given, but the letter does not print it`, { where: first.value.where, unprinted }),
  };
}

function testValue(place: Place, value: FactValue, test: Test, reader: LetterReader, mustPrint: boolean): Outcome {
  const { field, record } = place;
  const rest: Rest = { field, value, record };
  const name = placeName(place, reader);
  const yes = () => given([rest], name, reader, mustPrint);
  const text = valueText(value, ' ');
  const fail = (verdict: Verdict, no: string, unclear: string): Outcome =>
    verdict === 'yes'
      ? yes()
      : {
          standing: verdict === 'no' ? 'not met' : 'unclear',
          rests: [rest],
          problem: problem(`${name} ${verdict === 'no' ? no : unclear}`, { where: value.where }),
        };
  switch (test.is) {
    case 'given':
      return yes();
    case 'items': {
      const has = test.items.some((item) => isItem(text, item, field));
      return fail(has !== test.otherThan ? 'yes' : 'no', 'is not what is asked', '');
    }
    case 'number': {
      const number = readNumber(text, test.unit, unitNames(place, reader));
      if ('why' in number) return fail('unclear', '', `cannot be read as a number: ${number.why}`);
      return fail(
        withinBounds(number, test.bounds),
        'is not within what is asked',
        'may or may not be within what is asked; write the number itself',
      );
    }
    case 'change':
      return testChange(place, rest, test, reader, mustPrint);
    case 'days': {
      const of = placeOf(test.of, place, reader);
      const reference = of && dayOf(of, reader);
      if (!of || !reference) return open('the letter has no date', [], place);
      if ('lacks' in reference) return open(`${placeName(of, reader)} is not given`, [reference.lacks], place);
      const times = readTimes(text);
      const day = times && wholeRange(times);
      if (!day) return fail('unclear', '', 'does not say a day that can be counted from');
      if (!reference.day) return fail('unclear', '', `cannot be counted from ${placeName(of, reader)}`);
      const { verdict, side } = testDay(day, test, reference.day);
      return fail(verdict, `is ${side}`, 'may be too early or too late; write the day');
    }
    case 'same as': {
      const of = placeOf(test.other, place, reader);
      const others = of ? reader.valuesOf(of.field, of.record) : [];
      if (!of || others.length === 0) return of ? notGiven(of, reader) : open('it is not given', [], place);
      const same = others.some((other) => foldName(valueText(other, ' ')) === foldName(text));
      return fail(same ? 'yes' : 'no', `is not the same as ${placeName(of, reader)}`, '');
    }
  }
}

/** Up to a comma: credentials, `Inc.` */
function foldName(text: string): string {
  return foldChoice(text.replace(/,.*$/s, ''));
}

function isItem(text: string, item: Item, field: FieldDeclaration): boolean {
  if (field.type.isCode) return isCodeOf(text, item);
  if (field.type.choices) return choiceGiven(field.type, text) === foldChoice(item.text);
  return item.to === undefined ? hasWords(text, item.text) : isCodeOf(text, item);
}

/** Names that may say what a bare number counts: the field's, and the record's own. */
function unitNames({ field, of, record }: Place, reader: LetterReader): string[] {
  const [first] = of.fields;
  const own = record && first ? reader.valuesOf(first, record).map((value) => valueText(value, ' ')) : [];
  return [field.name, ...own];
}

/** The place that a name in a test means: of a record that is tested, the same one. */
export function placeOf(
  name: Extract<Test, { is: 'same as' }>['other'] | undefined,
  { of, record }: Pick<Place, 'of' | 'record'>,
  reader: LetterReader,
): Place | undefined {
  const { letter } = reader.schema.vocabulary;
  if (!name) return reader.letterDate && { field: reader.letterDate, of: letter, record: undefined };
  const field = name.field ?? name.record.fields[0];
  if (!field) return undefined;
  if (name.record === letter) return { field, of: letter, record: undefined };
  return { field, of: name.record, record: name.record === of ? record : reader.recordsOf(name.record)[0] };
}

/** The day that a fact says, as far as it is known; or the fact that is not given. */
export function dayOf(
  place: Place,
  reader: LetterReader,
): { readonly day: DayRange | undefined } | { readonly lacks: Lacking } {
  const [value] =
    place.record || place.of === reader.schema.vocabulary.letter ? reader.valuesOf(place.field, place.record) : [];
  if (!value) return { lacks: lackingOf(place, reader) };
  const times = readTimes(valueText(value, ' '));
  return { day: times && wholeRange(times) };
}

// ---- against a field of the same record ----

function testChange(
  place: Place,
  rest: Rest,
  test: Extract<Test, { is: 'change' }>,
  reader: LetterReader,
  mustPrint: boolean,
): Outcome {
  const basis: Place = { ...place, field: fieldOf(place.of, test.of.norm) ?? test.of };
  const [before] = reader.valuesOf(basis.field, basis.record);
  if (!before) return notGiven(basis, reader);
  const rests = [rest, { field: basis.field, value: before, record: place.record }];
  const name = placeName(place, reader);
  const isPercent = test.unit !== undefined && /^(?:percent|%|per cent)$/i.test(test.unit);
  const unit = isPercent ? undefined : test.unit;
  const fail = (standing: 'not met' | 'unclear', words: string): Outcome => ({
    standing,
    rests,
    problem: problem(`${name} ${words}`, { where: rest.value.where }),
  });
  const names = unitNames(place, reader);
  const now = readNumber(valueText(rest.value, ' '), unit, names);
  const then = readNumber(valueText(before, ' '), unit, names);
  if ('why' in now) return fail('unclear', `cannot be compared: ${now.why}`);
  if ('why' in then) return fail('unclear', `cannot be compared with ${placeName(basis, reader)}: ${then.why}`);
  if (isPercent && then.low <= 0) return fail('unclear', 'cannot be compared: a percentage of nothing is none');
  const verdict = withinBounds(changeOf(now, then, test.direction, isPercent), test.bounds);
  if (verdict === 'yes') return given(rests, name, reader, mustPrint);
  return fail(
    verdict === 'no' ? 'not met' : 'unclear',
    verdict === 'no'
      ? `is not as far ${test.direction} ${test.of.name} as is asked`
      : `may or may not be as far ${test.direction} ${test.of.name} as is asked; write the numbers themselves`,
  );
}

function changeOf(now: NumberRange, then: NumberRange, direction: 'below' | 'above', isPercent: boolean): NumberRange {
  const sign = direction === 'below' ? 1 : -1;
  const ends = [now.low, now.high].flatMap((one) =>
    [then.low, then.high].map((other) => {
      const moved = sign * (other - one);
      return isPercent ? (moved / other) * 100 : moved;
    }),
  );
  return { low: rounded(Math.min(...ends)), high: rounded(Math.max(...ends)) };
}

/** 9.1 less 8.1 is 1, also in binary. */
function rounded(number: number): number {
  return Number.isFinite(number) ? Number(number.toFixed(9)) : number;
}

// ---- computed ----

function testTime(
  place: Place,
  [from, to]: readonly [Place, Place],
  test: Test,
  reader: LetterReader,
  mustPrint: boolean,
): Outcome {
  const name = placeName(place, reader);
  const start = firstRest(from, reader);
  const end = firstRest(to, reader);
  if (!start || !end) {
    const lacking = [...(start ? [] : [from]), ...(end ? [] : [to])];
    const names = seriesText(lacking.map((one) => placeName(one, reader)));
    return open(
      `${name} cannot be computed: ${names} ${lacking.length > 1 ? 'are' : 'is'} not given`,
      lacking.map((one) => lackingOf(one, reader)),
      place,
    );
  }
  const rests = [start, end].filter(({ field }) => field !== reader.letterDate);
  const where = (from.record ? start : end).value.where;
  const stand = (standing: 'not met' | 'unclear', words: string): Outcome => ({
    standing,
    rests,
    problem: problem(`${name} ${words}`, { where }),
  });
  const yes = () => given(rests, name, reader, mustPrint && !reader.isComputedPrinted(place.field));
  if (test.is === 'given') return yes();
  const first = readTimes(valueText(start.value, ' '))?.start;
  const times = readTimes(valueText(end.value, ' '));
  const last = times && !times.goesOn ? times.end : undefined;
  if (!first || !last || test.is !== 'number')
    return stand('unclear', 'cannot be counted: write the days on which it began and ended');
  const most = daysBetween(first.first, last.last);
  const unit = test.unit === undefined ? undefined : timeUnitNamed(test.unit);
  if (most < 0 || (test.unit !== undefined && !unit))
    return stand('unclear', most < 0 ? 'ends before it begins' : `does not count in ${test.unit ?? ''}`);
  const verdict = testLength(first, last, test.bounds, unit);
  if (verdict === 'yes') return yes();
  if (verdict === 'no') return stand('not met', 'is not within what is asked');
  const least = Math.max(0, daysBetween(first.last, last.first));
  return stand(
    'unclear',
    `may be ${String(least)} to ${String(most)} days; write the days on which it began and ended`,
  );
}

function firstRest({ field, of, record }: Place, reader: LetterReader): Rest | undefined {
  if (!record && of !== reader.schema.vocabulary.letter) return undefined;
  const [value] = reader.valuesOf(field, record);
  return value && { field, value, record };
}

/** Counts, sums, changes: what they come to is tested as if somebody had written it. */
function testComputed(place: Place, test: Test, reader: LetterReader, mustPrint: boolean): Outcome {
  const { field, of, record } = place;
  const { letter } = reader.schema.vocabulary;
  const target =
    of === letter
      ? ({ kind: 'letter field', field } as const)
      : ({ kind: 'record field', record: of, field, recordWords: 0, alone: false } as const);
  const derived = field.computed ? computeFact(target, record, reader.schema, reader) : undefined;
  const name = placeName(place, reader);
  if (derived?.kind === 'lacks') return open(`${name} cannot be computed`, derived.facts, place);
  if (derived?.kind !== 'text') return open(`${name} cannot be computed`, [], place);
  const where = record?.name;
  const stand = (verdict: Verdict): Outcome => {
    if (verdict === 'yes' && (!mustPrint || reader.isComputedPrinted(field))) return { standing: 'met', rests: [] };
    const standing = verdict === 'yes' ? 'unprinted' : verdict === 'no' ? 'not met' : 'unclear';
    const words: Record<typeof standing, string> = {
      unprinted: 'is known, but the letter does not print it',
      'not met': 'is not what is asked',
      unclear: 'cannot be read as a number',
    };
    const found: Problem = problem(`${name} ${words[standing]}`, where && { where });
    return { standing, rests: [], problem: found };
  };
  if (test.is === 'given') return stand('yes');
  if (test.is === 'items')
    return stand(test.items.some((item) => isItem(derived.text, item, field)) !== test.otherThan ? 'yes' : 'no');
  if (test.is !== 'number') return stand('unclear');
  const number = readNumber(derived.text.replace(/^\+/, ''), test.unit, unitNames(place, reader));
  return stand('why' in number ? 'unclear' : withinBounds(number, test.bounds));
}
