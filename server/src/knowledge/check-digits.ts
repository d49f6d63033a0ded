/**
 * Check digits. Every function takes digits as text, ignores nothing, and answers `false` or `undefined` for anything that
 * is not made of digits.
 */

/**
 * The check digit that the Luhn algorithm (ISO/IEC 7812-1, annex B) puts behind `digits`: from the right, every second
 * digit, beginning with the last, counts double, and the digits of all products are summed.
 */
export function luhnDigit(digits: string): number | undefined {
  if (!isDigits(digits)) return undefined;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digitAt(digits, digits.length - 1 - index);
    const product = index % 2 === 0 ? digit * 2 : digit;
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether the last digit is the Luhn digit of those before it. */
export function passesLuhn(digits: string): boolean {
  if (digits.length < 2 || !isDigits(digits)) return false;
  return luhnDigit(digits.slice(0, -1)) === digitAt(digits, digits.length - 1);
}

/**
 * An NPI is checked as if it stood behind 80840, the prefix of health care cards in the United States.
 * Source: 45 CFR 162.406 and the check-digit instructions of the CMS National Provider Identifier Standard.
 */
export function passesNpiCheck(npi: string): boolean {
  return npi.length === 10 && passesLuhn(`80840${npi}`);
}

/**
 * The last of a DEA number's seven digits is that of (d1 + d3 + d5) + 2 × (d2 + d4 + d6).
 * Source: the Drug Enforcement Administration's registration number format, as pharmacies verify it.
 */
export function passesDeaCheck(sevenDigits: string): boolean {
  if (sevenDigits.length !== 7 || !isDigits(sevenDigits)) return false;
  const digit = (position: number): number => digitAt(sevenDigits, position - 1);
  const sum = digit(1) + digit(3) + digit(5) + 2 * (digit(2) + digit(4) + digit(6));
  return sum % 10 === digit(7);
}

/**
 * Deprecated LOINC codes that were published with a wrong check digit.
 * Source: LOINC Users' Guide, "Calculating Mod 10 Check Digits", section updated 2023-08-16.
 */
const LOINC_WITH_WRONG_DIGIT: ReadonlySet<string> = new Set([
  '11491-6',
  '11501-6',
  '5895-7',
  '5896-5',
  '5897-3',
  '5928-1',
  '6028-3',
  '6415-5',
  '6580-7',
  '6645-7',
  '6646-5',
  '6647-3',
  '6648-1',
  '6649-9',
]);

/** Takes the whole code, `4548-4`. The LOINC Users' Guide describes Luhn's sum in other words. */
export function passesLoincCheck(code: string): boolean {
  if (LOINC_WITH_WRONG_DIGIT.has(code)) return true;
  const dash = code.indexOf('-');
  return dash > 0 && dash === code.length - 2 && passesLuhn(code.slice(0, dash) + code.slice(dash + 1));
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - 48;
}
