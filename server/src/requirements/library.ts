import {
  type Item,
  normalizeName,
  partsOf,
  type Picked,
  type PolicyFile,
  readDemands,
  type Schema,
  type Word,
  type Workspace,
} from '../letter/source.js';
import { rememberBoth } from '../remember.js';
import type { PolicyDemands } from './askers.js';
import type { Library } from './who-asks.js';

const libraries = new WeakMap<Workspace, { readonly policies: Workspace['policies']; readonly library: Library }>();

/** The kinds and policies of a workspace; the same object until one of them, or the vocabulary, changes. */
export function libraryOf(workspace: Workspace): Library {
  const { policies, schema } = workspace;
  const known = libraries.get(workspace);
  if (known?.policies === policies) return known.library;
  const library: Library = {
    kinds: new Map(),
    policies: [...policies.values()].map((policy) => policyDemands(policy, schema)),
  };
  libraries.set(workspace, { policies, library });
  return library;
}

const policyDemands = rememberBoth((policy: PolicyFile, schema: Schema): PolicyDemands => {
  const values = (name: string): Word[] =>
    policy.file.entries.flatMap(({ label, value, hasColon }) =>
      label && value && hasColon && normalizeName(label.text) === name ? partsOf(value) : [],
    );
  const demands = readDemands(policy.file.entries, schema);
  return {
    name: policy.name,
    title: policy.title,
    payer: values('payer')[0]?.text,
    kinds: kindsOf(values('for')),
    codes: values('codes').map(codeOf),
    treatments: values('treatments'),
    effective: values('effective')[0]?.text,
    until: values('until')[0]?.text,
    when: demands.when ?? [],
    demands,
    file: policy.file,
  };
});

function kindsOf(items: readonly Word[]): Picked | undefined {
  const [first, ...more] = items;
  if (!first) return undefined;
  const other = /^other than\s+/i.exec(first.text)?.[0].length ?? 0;
  return { otherThan: other > 0, items: [{ ...first, text: first.text.slice(other) }, ...more] };
}

/** `K0848 to K0864` is a range. */
function codeOf(written: Word): Item {
  const [from = '', to] = written.text.split(/\s+to\s+/i);
  return to === undefined ? { text: written.text, written } : { text: from, to, written };
}
