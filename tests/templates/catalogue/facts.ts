import type { Component } from '../../../server/src/knowledge/components.js';

/** Where a letter can hold a fact. Records and fields are named as the standard vocabulary declares them. */
export type Place =
  | { readonly kind: 'field'; readonly record: string; readonly field: string }
  | { readonly kind: 'section'; readonly role: Component }
  | { readonly kind: 'block'; readonly name: 'signature' }
  /** A listed enclosure whose name contains one of the words. */
  | { readonly kind: 'enclosure'; readonly words: readonly string[] }
  /** The letter's text contains one of the phrases, as whole words; case does not matter. */
  | { readonly kind: 'words'; readonly phrases: readonly string[] };

/** Places of which one is enough. */
export type Need = readonly Place[];

/** A fact that a kind of letter asks for. All of its needs are to be met. */
export interface LetterFact {
  /** The fact's name in the catalogue of letter kinds; stable, never shown. */
  readonly fact: string;
  /** What clinic staff call it, in words that fit after "This letter needs". */
  readonly text: string;
  readonly needs: readonly Need[];
}

export function field(record: string, name: string): Place {
  return { kind: 'field', record, field: name };
}

export function section(role: Component): Place {
  return { kind: 'section', role };
}

export function enclosureNamed(...words: string[]): Place {
  return { kind: 'enclosure', words };
}

export function words(...phrases: string[]): Place {
  return { kind: 'words', phrases };
}

export const signatureBlock: Place = { kind: 'block', name: 'signature' };

/** A fact whose needs must all be met; each need is one place, or several of which one is enough. */
export function fact(name: string, text: string, ...needs: (Place | Need)[]): LetterFact {
  return { fact: name, text, needs: needs.map((need) => ('kind' in need ? [need] : need)) };
}
