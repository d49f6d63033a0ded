import { seriesText } from '../knowledge/series.js';
import {
  type AskedFacts,
  type AskedName,
  type Bound,
  type Clause,
  type Condition,
  type Exemption,
  type FieldDeclaration,
  type Option,
  type Picked,
  placeholderOf,
  type Test,
  type TimedLine,
  type Word,
} from '../letter/source.js';
import { timeWords } from './time-words.js';

/** What a line asks, as a person would say it. */
export interface ReadOut {
  readonly sentence: string;
  /** What the sentence ends with, item by item. */
  readonly items: readonly string[];
  /** When it is asked at all, a sentence each. */
  readonly only: readonly string[];
}

/** A clause in plain words; undefined for one that could not be understood, which a finding tells. */
export function readOutClause({ ask, force, kinds, when }: Clause): ReadOut | undefined {
  const said = ask && readOutAsk(ask);
  if (!said) return undefined;
  const lead = force === 'require' ? 'Required' : 'Recommended';
  return { sentence: `${lead}: ${said.sentence}`, items: said.items, only: onlyWhere(kinds, when) };
}

/** What a kind leaves out of what core or the kind beneath asks. */
export function readOutExemption({ names }: Exemption): ReadOut {
  const listed = seriesText(names.map(({ text }) => `\u201c${text}\u201d`));
  const sentence = `Not asked of these letters: ${listed}, though every letter is asked for it, or the kind that this one is made from asks for it.`;
  return { sentence, items: [], only: [] };
}

/** A deadline or decision in plain words. */
export function readOutTime({ is, amount, unit, relation, of, kinds, when }: TimedLine): ReadOut | undefined {
  if (amount === undefined || unit === undefined) return undefined;
  const length = timeWords(amount, unit);
  const sentence =
    is === 'decision'
      ? `The payer has ${length} to decide.`
      : `To be filed at the latest ${length} ${relation ?? 'after'} ${of ? nameWords(of) : letterDay}.`;
  return { sentence, items: [], only: onlyWhere(kinds, when) };
}

/** When all of a policy or kind is asked. */
export function readOutConditions(when: readonly Condition[]): string[] {
  return onlyWhere(undefined, when);
}

const letterDay = 'the letter’s date';

function onlyWhere(kinds: Picked | undefined, when: readonly Condition[]): string[] {
  const listed = kinds && oneOf(kinds.items.map(({ text }) => text));
  const ofKinds = kinds ? [`Only for letters of ${kinds.otherThan ? 'a kind other than' : 'the kind'} ${listed}.`] : [];
  return [...ofKinds, ...when.map((one) => `Only where ${conditionWords(one)}.`)];
}

function conditionWords({ names, test }: Condition): string {
  return `${oneOf(names.map(nameWords))} ${testWords(test)}`;
}

function readOutAsk(ask: NonNullable<Clause['ask']>): Pick<ReadOut, 'sentence' | 'items'> {
  switch (ask.is) {
    case 'words':
      return { sentence: 'only an answer in the case meets it, a criterion.', items: [] };
    case 'facts':
      return readOutFacts(ask);
    case 'group':
      return {
        sentence: ask.count === 1 ? 'one of these:' : `at least ${String(ask.count)} of these:`,
        items: ask.options.map(optionWords).filter((words) => words !== ''),
      };
    case 'section':
      return { sentence: `a section ${quoted(ask.sections)}.`, items: [] };
    case 'said':
      return { sentence: `the letter says ${quoted(ask.quotes)}.`, items: [] };
    case 'enclosure':
      return { sentence: `an enclosure called ${quoted(ask.quotes)}.`, items: [] };
    case 'pages':
      return {
        sentence: `the letter has at most ${String(ask.most)} ${ask.most === 1 ? 'page' : 'pages'}.`,
        items: [],
      };
  }
}

function optionWords({ asks, words, when }: Option): string {
  const said = asks.flatMap((ask) => {
    if (!ask || ask.is === 'words') return [];
    const { sentence, items } = readOutAsk(ask);
    return [[sentence.replace(/\.$/, ''), items.join(', and ')].filter((text) => text !== '').join(' ')];
  });
  const reading = said.length > 0 ? said.join('; and ') : (words?.text ?? '');
  return [reading, ...when.map((one) => `only where ${conditionWords(one)}`)].join(', ');
}

function readOutFacts({ count, pick, names, test, ways }: AskedFacts): Pick<ReadOut, 'sentence' | 'items'> {
  const what = oneOf(names.map(nameWords));
  const tested = test ? `, which ${testWords(test)}` : '';
  const asked = `${countWords(count, pick)}${what}${tested}`;
  const [way] = ways;
  if (!way) return { sentence: `${asked}.`, items: [] };
  const lines = ways.map((one) => one.map((line) => `${fieldWords(line.fields)} ${testWords(line.test)}`));
  // Of the latest one it is asked how that is, and not which is the latest that is so.
  const lead = pick ? `of ${asked}` : `${asked}, where`;
  if (ways.length === 1) return { sentence: `${lead}:`, items: lines.flat() };
  return { sentence: `${lead} one of these holds:`, items: lines.map((one) => one.join(', and ')) };
}

function countWords(count: AskedFacts['count'], pick: AskedFacts['pick']): string {
  if (pick) return pick === 'every' ? 'every ' : 'the latest ';
  if (count.is === 'some') return '';
  return count.is === 'none' ? 'no ' : `${count.is} ${String(count.number)} × `;
}

function nameWords({ record, field, quotes }: AskedName): string {
  const name = field ? placeholderOf(field) : record.name;
  return quotes.length > 0 ? `${name} (${quoted(quotes)})` : name;
}

function fieldWords(fields: readonly FieldDeclaration[]): string {
  return oneOf(fields.map(({ name }) => name));
}

/** Follows the name of what is tested. */
function testWords(test: Test): string {
  switch (test.is) {
    case 'given':
      return 'is given';
    case 'items': {
      const items = oneOf(test.items.map(({ text, to }) => (to === undefined ? text : `${text} to ${to}`)));
      return `is ${test.otherThan ? 'other than ' : ''}${items}`;
    }
    case 'number':
      return `is ${amountWords(test.bounds, test.unit)}`;
    case 'change':
      return `is ${amountWords(test.bounds, test.unit)} ${test.direction} ${test.of.name}`;
    case 'days': {
      const { op, amount, unit, relation, of } = test;
      return `is ${opWords[op]} ${timeWords(amount, unit)} ${relation} ${of ? nameWords(of) : letterDay}`;
    }
    case 'same as':
      return `is the same as ${nameWords(test.other)}`;
  }
}

const opWords = {
  within: 'within',
  'at most': 'at most',
  'at least': 'at least',
  under: 'less than',
  over: 'more than',
} as const;

function amountWords(bounds: readonly Bound[], unit: string | undefined): string {
  const [first, second] = bounds;
  const numbers = bounds.map(({ number }) => String(number));
  const isSpan = first?.op === 'at least' && second?.op === 'at most';
  const spanned = first?.number === second?.number ? numbers.slice(0, 1) : numbers;
  const amount = isSpan
    ? spanned.join(' to ')
    : bounds.map(({ op, number }) => `${opWords[op]} ${String(number)}`).join(' and ');
  return unit === undefined ? amount : `${amount} ${unit}`;
}

function quoted(words: readonly Word[]): string {
  return oneOf(words.map(({ text }) => `“${text}”`));
}

function oneOf(names: readonly string[]): string {
  return seriesText(names, 'or');
}
