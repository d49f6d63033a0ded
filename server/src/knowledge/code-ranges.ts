import { canonicalHcpcs, canonicalIcd10 } from './codes.js';

/** A code that a policy lists, or the first and the last of a range. */
export interface CodeRange {
  readonly text: string;
  readonly to?: string;
}

/** `K0848 to K0864`, or one code. More than two are no range: `text` is then all of it. */
export function readCodeRange(written: string): CodeRange {
  const [text = '', to, ...more] = written.split(/\s+to\s+/i);
  return to === undefined || more.length > 0 ? { text: written } : { text, to };
}

/** What is wrong with a range that no code can lie in, as a whole message, and what was probably meant. Of a single code nothing is said. */
export function codeRangeProblem({
  text,
  to,
}: CodeRange): { readonly problem: string; readonly fix?: string } | undefined {
  if (to === undefined) {
    const [, first = '', last = ''] = HYPHENED.exec(text) ?? [];
    return isWhole(first) && isWhole(last)
      ? {
          problem: `Between the first and the last code of a range stands "to": ${exampleRange}`,
          fix: `${first} to ${last}`,
        }
      : undefined;
  }
  const [from, last] = [plainCode(text), plainCode(to)];
  if (!sameShape(from, last))
    return {
      problem: `One of these codes begins with a letter and the other with a digit. Write such as ${exampleRange}`,
    };
  const shorter = Math.min(from.length, last.length);
  return from.slice(0, shorter) > last.slice(0, shorter)
    ? { problem: `This range has no code: its first comes after its last. Write such as ${exampleRange}` }
    : undefined;
}

export const exampleRange = 'K0848 to K0864';

/** A modifier is no code: `64483-RT`; nor are the parts of an NDC, which has four or more digits in each. */
const HYPHENED = /^([a-z\d.]{3,8})\s?[-\u2010-\u2015]\s?([a-z\d.]{3,8})$/i;

function isWhole(code: string): boolean {
  return canonicalHcpcs(code) !== undefined || canonicalIcd10(code) !== undefined;
}

/**
 * Whether a code is a range's, both ends included. A short code has all beneath it: `E66` takes E66.01, and `G10 to G14` G12.21.
 * Modifiers and dots do not count.
 */
export function isCodeOf(code: string, { text, to }: CodeRange): boolean {
  const one = plainCode(code);
  const from = plainCode(text);
  if (to === undefined) return one.startsWith(from) && (from.length < one.length ? isShort(from) : true);
  const last = plainCode(to);
  return one.slice(0, from.length) >= from && one.slice(0, last.length) <= last && sameShape(one, from);
}

/** The only code, as codes are compared, that is taken; undefined for ranges, and for short codes that have others beneath them. */
export function onlyCodeOf({ text, to }: CodeRange): string | undefined {
  return to === undefined && canonicalHcpcs(text) !== undefined ? plainCode(text) : undefined;
}

/** Of the codes of procedures and drugs, none is part of another one. */
function isShort(code: string): boolean {
  return canonicalIcd10(code) !== undefined && canonicalHcpcs(code) === undefined;
}

/** 62322 is not between 6232 and 64999 as a number is, nor J0178 between 10000 and K9999. */
function sameShape(code: string, from: string): boolean {
  return /^\p{L}/u.test(code) === /^\p{L}/u.test(from);
}

/** A code as codes are compared. */
export function plainCode(text: string): string {
  const plain = canonicalHcpcs(text) ?? canonicalIcd10(text) ?? text;
  return plain.toUpperCase().replace(/[.\s]/g, '');
}
