import { codeRangeProblem } from '../../knowledge/code-ranges.js';
import { foldChoice } from '../../knowledge/types.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../declarations.js';
import { normalizeName } from '../names.js';
import type { Word } from '../source-file.js';
import type { Bound, Item, Test, TimeUnit } from './clause.js';
import { codesIn, cut, outsideQuotes, partsOf, readOtherThan, unquoted, upTo } from './line-parts.js';
import { findName, readName, type Reading } from './read-names.js';

const UNITS: readonly TimeUnit[] = ['hours', 'days', 'weeks', 'months', 'years'];

export function timeUnit(written: string): TimeUnit | undefined {
  const plural = `${written.toLowerCase().replace(/s$/, '')}s`;
  return UNITS.find((unit) => unit === plural);
}

/** What the symbols of a test mean in the language's words. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['>=', 'at least'],
  ['≥', 'at least'],
  ['<=', 'at most'],
  ['≤', 'at most'],
  ['>', 'over'],
  ['<', 'under'],
]);

const SYMBOL = /(?:>=|<=|[≥≤<>])(?=\s*\d)/;

/** An operator counts only with a number behind it: `within normal limits` is text. */
const OP = /(?:^|\s)(within|at least|at most|under|over)\s+(\d[\d,]*(?:\.\d+)?)(?=\s|%|$)/i;

/** A clause's own line: its names, and where a test begins behind them. */
export function partTest(written: Word, reading: Reading): { readonly names: Word; readonly test?: Word } | undefined {
  const bare = outsideQuotes(written.text);
  if (findName(reading, written)) return { names: written };
  const at = (/\ssame as\s/i.exec(bare) ?? OP.exec(bare))?.index;
  if (at !== undefined && at > 0) return { names: upTo(written, at), test: cut(written, at) };
  const symbol = SYMBOL.exec(bare);
  if (symbol) {
    damagedSymbol(written, symbol, reading);
    return;
  }
  const within = /(?:^|\s)within(?=\s|$)/i.exec(bare);
  if (!within) return { names: written };
  const start = within.index + within[0].length - 'within'.length;
  reading.damaged({ is: 'unfinished', of: 'time', where: upTo(cut(written, start), 'within'.length) });
  return undefined;
}

function damagedSymbol(written: Word, symbol: RegExpExecArray, { damaged }: Reading): undefined {
  const where = cut(upTo(written, symbol.index + symbol[0].length), symbol.index);
  damaged({ is: 'symbol', where, words: SYMBOLS.get(symbol[0]) ?? '' });
}

/** The test behind the names of a clause: `within 60 days`, `same as face-to-face practitioner`. */
export function readBehindNames(test: Word, record: RecordDeclaration, reading: Reading): Test | undefined {
  return /^same as\s/i.test(test.text) ? readSameAs(test, reading) : readOperator(test, record, reading);
}

/** What stands behind the colon of a line beneath, or of a condition. */
export function readValueTest(
  value: Word,
  field: FieldDeclaration,
  record: RecordDeclaration,
  reading: Reading,
): Test | undefined {
  if (/^given$/i.test(value.text)) return { is: 'given' };
  if (/^same as\s/i.test(value.text)) return readSameAs(value, reading);
  if (OP.exec(value.text)?.index === 0) return readOperator(value, record, reading);
  const symbol = SYMBOL.exec(value.text);
  if (symbol?.index === 0) {
    damagedSymbol(value, symbol, reading);
    return;
  }
  const within = /^within$/i.exec(value.text);
  if (within) {
    reading.damaged({ is: 'unfinished', of: 'time', where: value });
    return;
  }
  return (field.type.isCode ? undefined : readAmount(value, field)) ?? readItems(value, field, reading);
}

/** `4 to 14 days`, `89 percent`. */
function readAmount({ text }: Word, { type }: FieldDeclaration): Test | undefined {
  const range = /^(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)(?:\s+(.+))?$/is.exec(text);
  if (range) return numberTest([bound('at least', range[1]), bound('at most', range[2])], range[3]);
  const exact = /^(\d+(?:\.\d+)?) ?(percent|%|[a-z/\d]+)$/i.exec(text);
  if (!exact || type.choices) return undefined;
  return numberTest([bound('at least', exact[1]), bound('at most', exact[1])], exact[2]);
}

function bound(op: Bound['op'], number = ''): Bound {
  return { op, number: Number(number.replaceAll(',', '')) };
}

function numberTest(bounds: readonly Bound[], unit: string | undefined): Test {
  return { is: 'number', bounds, ...(unit !== undefined && unit !== '' && { unit: unit.trim() }) };
}

function readItems(value: Word, field: FieldDeclaration, { damaged }: Reading): Test | undefined {
  const { otherThan, rest } = readOtherThan(value);
  const items = partsOf(rest).map((part) => itemOf(part, field));
  if (items.length === 0) {
    damaged({ is: 'unfinished', of: 'value', where: value });
    return;
  }
  const { choices } = field.type;
  const odd = choices && items.find(({ text }) => !choices.some((choice) => foldChoice(choice) === foldChoice(text)));
  if (odd) {
    damaged({ is: 'no such choice', where: odd.written, field, choices });
    return;
  }
  for (const item of field.type.isCode ? items : []) {
    const wrong = codeRangeProblem(item);
    if (!wrong) continue;
    damaged({ is: 'no codes', where: item.written, ...wrong });
    return;
  }
  return { is: 'items', otherThan, items };
}

function itemOf(written: Word, { type }: FieldDeclaration): Item {
  const inner = unquoted(written);
  if (inner !== written) return { text: inner.text, written };
  return type.isCode ? codesIn(written) : { text: written.text.replace(/\s+/g, ' '), written };
}

function readSameAs(written: Word, reading: Reading): Test | undefined {
  const same = /^same as\s+/i.exec(written.text);
  if (!same) return undefined;
  const other = readName(cut(written, same[0].length), reading);
  return other && { is: 'same as', other };
}

function readOperator(written: Word, record: RecordDeclaration, reading: Reading): Test | undefined {
  const [whole, op = '', number = ''] = OP.exec(written.text) ?? [];
  if (whole === undefined) {
    reading.damaged({ is: 'left over', where: written });
    return;
  }
  const operator = op.toLowerCase() as 'within' | Bound['op'];
  const rest = cut(written, whole.length);
  const relation = /(?:^|\s)(before|after|below|above)(?:\s+(.+))?$/is.exec(rest.text);
  const unit = relation ? upTo(rest, relation.index) : rest;
  const how = relation?.[1]?.toLowerCase();
  const name = relation ? cut(rest, rest.text.length - (relation[2] ?? '').length) : undefined;
  if (name?.text === '') {
    const of = how === 'below' || how === 'above' ? 'change' : 'relation';
    reading.damaged({ is: 'unfinished', of, where: rest });
    return;
  }
  if (name && (how === 'below' || how === 'above')) {
    if (operator === 'within') {
      reading.damaged({ is: 'left over', where: written });
      return;
    }
    return readChange(name, { op: operator, number: bound(operator, number).number }, unit.text, how, record, reading);
  }
  const time = timeUnit(unit.text);
  const [first = ''] = /^\S+/.exec(unit.text) ?? [];
  // What follows a unit of time is neither unit nor relation.
  if (!time && timeUnit(first)) {
    reading.damaged({ is: 'left over', where: cut(unit, first.length) });
    return;
  }
  if (operator !== 'within' && !name) return numberTest([bound(operator, number)], unit.text);
  if (!time) {
    const isMissing = unit.text === '';
    const where = isMissing ? cut(upTo(written, whole.trimEnd().length), whole.length - number.length) : unit;
    reading.damaged(isMissing ? { is: 'unfinished', of: 'unit', where } : { is: 'no such unit', of: 'time', where });
    return;
  }
  const of = name && readName(name, reading);
  if (name && !of) return undefined;
  const relationWord = how === 'after' ? 'after' : 'before';
  const amount = bound('at least', number).number;
  return { is: 'days', op: operator, amount, unit: time, relation: relationWord, ...(of && { of }) };
}

/** Against a field of the same record: `at least 5 percent below baseline`. */
function readChange(
  name: Word,
  limit: Bound,
  unit: string,
  direction: 'below' | 'above',
  record: RecordDeclaration,
  { damaged, named }: Reading,
): Test | undefined {
  const of = fieldOf(record, normalizeName(name.text));
  if (!of) {
    damaged({ is: 'no such field', where: name, record });
    return;
  }
  named({ is: 'field', where: name, field: of, record });
  return { is: 'change', bounds: [limit], direction, of, ...(unit !== '' && { unit }) };
}
