import {
  type Ask,
  type AskedName,
  type Clause,
  type Demands,
  type Item,
  type PolicyFile,
  type Requirement,
  resolveName,
  type Schema,
  type TimedLine,
  type TimeUnit,
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
  const words = (name: string): Word[] =>
    policy.head.facts.flatMap(({ declaration, values }) =>
      declaration?.norm === name ? values.flatMap((value) => (value.given ? [value.where] : [])) : [],
    );
  const kinds = words('for');
  return {
    name: policy.name,
    title: policy.title,
    payer: words('payer')[0]?.text,
    kinds: kinds.length > 0 ? { otherThan: false, items: kinds } : undefined,
    codes: words('codes').map((written): Item => ({ text: written.text, written })),
    treatments: [],
    effective: words('effective')[0]?.text,
    until: words('until')[0]?.text,
    when: [],
    demands: demandsOf(policy, schema),
    file: policy.file,
  };
});

function demandsOf({ requirements }: PolicyFile, schema: Schema): Demands {
  return {
    clauses: requirements.flatMap((one) => clauseOf(one, schema) ?? []),
    times: requirements.flatMap((one) => limitOf(one) ?? []),
    exemptions: [],
    damage: [],
  };
}

function clauseOf(requirement: Requirement, schema: Schema): Clause | undefined {
  const { verb, entry, words } = requirement;
  if (verb === 'limit') return undefined;
  const ask = askOf(requirement, schema);
  const { label, said } = wordsBehind(requirement);
  return {
    force: verb,
    handle: label?.text ?? words.subject?.text ?? words.quoted?.text ?? said?.text ?? '',
    ask,
    when: [],
    entry,
    ...(label && { label }),
    ...(said && { words: said }),
  };
}

/** `Section 3.2: an office evaluation`: what stands before the first colon is the label. */
function wordsBehind({ entry: { value } }: Requirement): { readonly label?: Word; readonly said?: Word } {
  if (!value) return {};
  const colon = value.text.indexOf(': ');
  if (colon < 0) return { said: value };
  const part = (from: number, to: number): Word => ({
    piece: value.piece,
    start: value.start + from,
    end: value.start + to,
    text: value.text.slice(from, to).trim(),
  });
  return { label: part(0, colon), said: part(colon + 2, value.text.length) };
}

function askOf({ words }: Requirement, schema: Schema): Ask | undefined {
  const { what, count, subject, quoted, within, unit } = words;
  const kind = what?.text.toLowerCase();
  if (kind === 'enclosure') return quoted && { is: 'enclosure', quotes: [quoted] };
  if (!subject) return undefined;
  if (kind === 'section') return { is: 'section', sections: [subject] };
  const name = namedBy(subject, schema);
  if (!name) return undefined;
  const amount = within && Number(within.text);
  const time = unit && timeUnits.find((one) => one === `${unit.text.toLowerCase().replace(/s$/, '')}s`);
  return {
    is: 'facts',
    count: count ? { is: 'at least', number: Number(count.text) } : { is: 'some' },
    names: [name],
    ways: [],
    ...(amount !== undefined &&
      time && { test: { is: 'days', op: 'within', amount, unit: time, relation: 'before' } as const }),
  };
}

const timeUnits: readonly TimeUnit[] = ['hours', 'days', 'weeks', 'months', 'years'];

function namedBy(written: Word, schema: Schema): AskedName | undefined {
  const target = resolveName(schema, written.text);
  if (target?.kind === 'letter field')
    return { written, record: schema.vocabulary.letter, field: target.field, quotes: [] };
  if (target?.kind !== 'record field') return undefined;
  return { written, record: target.record, quotes: [], ...(!target.alone && { field: target.field }) };
}

function limitOf({ verb, words, entry }: Requirement): TimedLine | undefined {
  if (verb !== 'limit') return undefined;
  return { is: 'limit', amount: words.count && Number(words.count.text), when: [], entry };
}
