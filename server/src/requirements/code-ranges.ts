import { canonicalHcpcs, canonicalIcd10 } from '../knowledge/codes.js';
import type { FieldDeclaration, Item } from '../letter/source.js';

/** Whether the values of a field are codes, so that items of a policy are codes and ranges of them. */
export function holdsCodes({ type }: FieldDeclaration): boolean {
  return type.isCode;
}

/**
 * Whether a code is an item's, or lies in its range, both ends included. A short code has all beneath it: `E66` takes E66.01, and `G10 to G14` G12.21.
 * Modifiers and dots do not count.
 */
export function isCodeOf(code: string, { text, to }: Pick<Item, 'text' | 'to'>): boolean {
  const one = plainCode(code);
  const from = plainCode(text);
  if (to === undefined) return one.startsWith(from) && (from.length < one.length ? isShort(from) : true);
  const last = plainCode(to);
  return one.slice(0, from.length) >= from && one.slice(0, last.length) <= last && sameShape(one, from);
}

/** The only code, as codes are compared, that an item takes; undefined for ranges, and for short codes that have others beneath them. */
export function onlyCodeOf({ text, to }: Pick<Item, 'text' | 'to'>): string | undefined {
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
