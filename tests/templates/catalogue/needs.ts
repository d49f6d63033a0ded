import { coreRecommended, coreRequired } from './core-facts.js';
import type { Component } from '../../../server/src/knowledge/components.js';
import type { LetterFact, Need } from './facts.js';
import { letterKinds, type LetterKind } from './kinds.js';

/** The kind that `for:` names; undefined for a name that is none. */
export function letterKind(id: string): LetterKind | undefined {
  return letterKinds.find((known) => known.id === id);
}

/**
 * What a letter of this kind needs in all: core facts, those of the kind, and those of a kind that it includes. A need that several facts
 * share is listed once, with the first of them; a section is needed only where the kind has that component.
 */
export function factsNeeded(letter: LetterKind): { required: LetterFact[]; recommended: LetterFact[] } {
  const dropped = new Set(letter.notRequired.flatMap((drop) => drop.drops));
  const included = letter.includes && letterKind(letter.includes.kind);
  const seen = new Set<string>();
  const once = (facts: readonly LetterFact[]): LetterFact[] =>
    facts.flatMap((one) => {
      const needs = one.needs.filter((need) => isNeeded(need, letter.components) && isNew(seen, JSON.stringify(need)));
      return needs.length > 0 ? [{ ...one, needs }] : [];
    });
  return {
    required: once([
      ...coreRequired.filter((one) => !dropped.has(one.fact)),
      ...letter.notRequired.flatMap((drop) => drop.instead ?? []),
      ...(included?.required ?? []),
      ...letter.required,
    ]),
    recommended: once([
      ...coreRecommended.filter((one) => !dropped.has(one.fact)),
      ...(included?.recommended ?? []),
      ...letter.recommended,
    ]),
  };
}

function isNeeded(need: Need, components: readonly Component[]): boolean {
  return need.some((place) => place.kind !== 'section' || components.includes(place.role));
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
