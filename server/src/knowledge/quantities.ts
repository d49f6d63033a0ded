import { pluralAtStart } from './plurals.js';

/** A number exactly as it was written, with what it counts: `52 percent`, `8 of 10`, `$1,250.00`. */
export interface Quantity {
  /** The number without its point: 1250 for `12.50`. */
  readonly digits: bigint;
  /** How many of the digits stand behind the point. */
  readonly decimals: number;
  /** As written, without spaces around it; empty where there is none. `$` stands before its number. */
  readonly unit: string;
  /** False where a number of four or more digits stands without commas. */
  readonly hasCommas: boolean;
}

const LONGEST = 80;

/** Reads a number and its unit. What stands in parentheses is left out; `undefined` for anything but one number: `8 to 10`, `about 8`, `5 ft 6 in`. */
export function readQuantity(text: string): Quantity | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const read = /^([-+\u2212]?)(\$?) ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?(.*)$/su.exec(plain);
  if (!read) return undefined;
  const [, sign = '', dollar = '', whole = '', fraction = '', rest = ''] = read;
  const unit = dollar === '' ? unitOf(rest) : rest === '' ? dollar : undefined;
  if (unit === undefined) return undefined;
  const digits = BigInt(whole.replaceAll(',', '') + fraction);
  return {
    digits: sign === '-' || sign === '\u2212' ? -digits : digits,
    decimals: fraction.length,
    unit,
    hasCommas: whole.length < 4 || whole.includes(','),
  };
}

/** `of 10`, and `/10` for it, hold a number themselves; any other one makes it more than one quantity. */
function unitOf(rest: string): string | undefined {
  const outOf = /^(?:of|out of|\/) ?(\d+(?:\.\d+)?)(?= |$)/i.exec(rest);
  if (outOf)
    return hasNumber(rest.slice(outOf[0].length)) ? undefined : `of ${outOf[1] ?? ''}${rest.slice(outOf[0].length)}`;
  return rest === '' || (/^[\p{L}%\u00b0\u00b5/]/u.test(rest) && !hasNumber(rest)) ? rest : undefined;
}

function hasNumber(text: string): boolean {
  return /(?:^|[ ,;(\u2010-\u2015\u2212-])[<>~]?\$?\d/u.test(text);
}

const percents: ReadonlySet<string> = new Set(['percent', '%', 'per cent', 'pct']);

/** Units are the same in the singular and plural: `hour` and `hours`. */
function foldUnit(unit: string): string {
  const folded = unit.toLowerCase();
  return percents.has(folded) ? '%' : folded.replace(/(\p{L}{2})s(?=\s|$)/gu, '$1');
}

/** The sum, exact; `undefined` where not all have one unit, or there are none. */
export function sumOf(quantities: readonly Quantity[]): string | undefined {
  const sum = total(quantities);
  return sum && printed(sum, '', withUnit(sum, sum.unit));
}

/** By how much the value has moved, with its sign; of percents in percentage points. `undefined` where the two have not one unit. */
export function changeBetween(from: Quantity, to: Quantity): string | undefined {
  const change = total([to, { ...from, digits: -from.digits }]);
  if (!change) return undefined;
  const sign = change.digits > 0n ? '+' : change.digits < 0n ? '\u2212' : '';
  const size = { ...change, digits: change.digits < 0n ? -change.digits : change.digits };
  const unit = foldUnit(size.unit) === '%' ? 'percentage points' : size.unit;
  return printed(size, sign, withUnit(size, unit));
}

function total(quantities: readonly Quantity[]): Quantity | undefined {
  const [first] = quantities;
  if (!first || quantities.some(({ unit }) => foldUnit(unit) !== foldUnit(first.unit))) return undefined;
  const decimals = Math.max(...quantities.map((one) => one.decimals));
  const digits = quantities.reduce((sum, one) => sum + one.digits * 10n ** BigInt(decimals - one.decimals), 0n);
  // Of *1 visit* and *2 visits* the one that is not one says how several are called.
  const several = quantities.find((one) => !isOne(one)) ?? first;
  return { digits, decimals, unit: several.unit, hasCommas: quantities.every(({ hasCommas }) => hasCommas) };
}

function isOne({ digits, decimals }: Quantity): boolean {
  return digits === 10n ** BigInt(decimals) || -digits === 10n ** BigInt(decimals);
}

/** The unit as it is said of this number: *1 hour*. */
function withUnit(quantity: Quantity, unit: string): string {
  if (!isOne(quantity)) return unit;
  const plural =
    unit === 'percentage points'
      ? { start: 1, end: unit.length + 1, singular: 'percentage point' }
      : pluralAtStart(` ${unit}`);
  return plural ? plural.singular + unit.slice(plural.end - 1) : unit;
}

function printed({ digits, decimals, hasCommas }: Quantity, sign: string, unit: string): string {
  const isMoney = unit === '$';
  const minus = digits < 0n ? '\u2212' : sign;
  const all = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const whole = all.slice(0, all.length - decimals);
  const fraction = isMoney ? all.slice(all.length - decimals) : all.slice(all.length - decimals).replace(/0+$/, '');
  const grouped = hasCommas ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const number = `${grouped}${fraction === '' || decimals === 0 ? '' : `.${fraction}`}`;
  if (isMoney) return `${minus}$${number}`;
  if (unit === '') return `${minus}${number}`;
  return `${minus}${number}${/^[%\u00b0]/.test(unit) ? '' : ' '}${unit}`;
}
