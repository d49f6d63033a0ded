import { foldChoice } from '../knowledge/types.js';
import { normalizeName } from '../letter/source.js';
import { remember } from '../remember.js';
import type { PolicyDemands } from './askers.js';
import { onlyCodeOf, plainCode } from '../knowledge/code-ranges.js';

/** A policy and its place among all, in which policies are told. */
interface Placed {
  readonly policy: PolicyDemands;
  readonly place: number;
}

/** Policies by a code that is requested; those that name no codes, or not only whole ones, are under `any`. */
type ByCode = Map<string, Placed[]>;

const any = '*';

/**
 * Finds policies without looking at all of them: by name, and by payer, kind and code. What is found by payer is all that can be for a letter, and perhaps more: whether one is for it is asked of
 * the policy itself. The same object as long as no policy changes.
 */
export class PolicyIndex {
  private readonly byName = new Map<string, PolicyDemands[]>();
  private readonly byPayer = new Map<string, Map<string, ByCode>>();

  constructor(policies: readonly PolicyDemands[]) {
    policies.forEach((policy, place) => {
      addTo(this.byName, normalizeName(policy.name), policy);
      if (policy.payer === undefined) return;
      const byKind = entryOf(this.byPayer, foldChoice(policy.payer));
      for (const kind of kindsOf(policy)) {
        const byCode = entryOf(byKind, kind);
        for (const code of codesOf(policy)) addTo(byCode, code, { policy, place });
      }
    });
  }

  named(name: string): readonly PolicyDemands[] {
    return this.byName.get(normalizeName(name)) ?? [];
  }

  /** Those of a payer that may be for a letter of these kinds which requests these codes, in their order. */
  ofPayer(payer: string, kinds: readonly string[], codes: readonly string[]): readonly PolicyDemands[] {
    const byKind = this.byPayer.get(foldChoice(payer));
    const found = new Map<PolicyDemands, number>();
    for (const kind of [any, ...kinds])
      for (const code of [any, ...codes.map(plainCode)])
        for (const { policy, place } of byKind?.get(kind)?.get(code) ?? []) found.set(policy, place);
    return [...found].sort(([, one], [, other]) => one - other).map(([policy]) => policy);
  }
}

export const policyIndex = remember((policies: readonly PolicyDemands[]) => new PolicyIndex(policies));

function kindsOf({ kinds }: PolicyDemands): readonly string[] {
  return kinds && !kinds.otherThan ? kinds.items.map(({ text }) => normalizeName(text)) : [any];
}

/** Words of what is requested may do in place of a code. */
function codesOf({ codes, treatments }: PolicyDemands): readonly string[] {
  const only = codes.map(onlyCodeOf);
  return codes.length > 0 && treatments.length === 0 && only.every((code) => code !== undefined) ? only : [any];
}

function entryOf<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let entry = map.get(key);
  if (!entry) map.set(key, (entry = new Map<string, V>()));
  return entry;
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}
