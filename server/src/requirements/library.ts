import {
  codesIn,
  type Head,
  isShipped,
  type KindFile,
  normalizeName,
  type Picked,
  type PolicyFile,
  readOtherThan,
  type Word,
  type Workspace,
} from '../letter/source.js';
import { remember } from '../remember.js';
import type { KindDemands, PolicyDemands } from './askers.js';
import type { Library } from './who-asks.js';

const libraries = new WeakMap<Workspace, Pick<Workspace, 'policies' | 'kinds'> & { readonly library: Library }>();

/** The kinds and policies of a workspace; the same object until one of them, or the vocabulary, changes. */
export function libraryOf(workspace: Workspace): Library {
  const { policies, kinds } = workspace;
  const known = libraries.get(workspace);
  if (known?.policies === policies && known.kinds === kinds) return known.library;
  const shipped = workspace.all('kind').filter((file) => isShipped(file.uri));
  const library: Library = {
    kinds: byName([...kinds.values()]),
    shippedKinds: byName(shipped.map((file) => workspace.kind(file))),
    policies: [...policies.values()].map(policyDemands),
  };
  libraries.set(workspace, { policies, kinds, library });
  return library;
}

function byName(kinds: readonly KindFile[]): ReadonlyMap<string, KindDemands> {
  return new Map(kinds.map((kind) => [normalizeName(kind.name), kind]));
}

const policyDemands = remember((policy: PolicyFile): PolicyDemands => {
  const { name, title, head, file } = policy;
  const values = (field: string): Word[] => valuesOf(head, field);
  return {
    name,
    title,
    payer: values('payer')[0]?.text,
    kinds: kindsOf(values('for')),
    codes: values('codes').map(codesIn),
    treatments: values('treatments'),
    effective: values('effective')[0]?.text,
    until: values('until')[0]?.text,
    file,
    get demands() {
      return policy.demands;
    },
  };
});

/** What a head gives for one of its own fields, the first line of each value. */
function valuesOf({ facts }: Head, name: string): Word[] {
  const given = facts.filter(({ declaration }) => declaration?.norm === name).flatMap(({ values }) => values);
  return given.flatMap((value) => (value.given ? value.lines.slice(0, 1) : []));
}

function kindsOf(items: readonly Word[]): Picked | undefined {
  const [first, ...more] = items;
  if (!first) return undefined;
  const { otherThan, rest } = readOtherThan(first);
  return { otherThan, items: [rest, ...more] };
}
