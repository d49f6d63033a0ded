import {
  type Clause,
  type Demands,
  type Exemption,
  isShipped,
  type Item,
  normalizeName,
  type Picked,
  type SourceFile,
  type TimedLine,
  type Word,
} from '../letter/source.js';
import { remember, rememberBoth } from '../remember.js';
import { foldWords } from './words-in-text.js';

/** A kind of letter with what its own file asks. */
export interface KindDemands {
  readonly name: string;
  readonly title: string;
  /** The kind whose clauses it takes too. */
  readonly from?: string;
  readonly demands: Demands;
  readonly file: SourceFile;
}

/** A payer's policy with what it asks, and of which letters. */
export interface PolicyDemands {
  readonly name: string;
  readonly title: string;
  readonly payer: string | undefined;
  /** The kinds of letter that it is for; undefined: any. */
  readonly kinds: Picked | undefined;
  readonly codes: readonly Item[];
  /** Words of what is requested. */
  readonly treatments: readonly Word[];
  /** As written; undefined where none is, or it is no date. */
  readonly effective: string | undefined;
  readonly until: string | undefined;
  readonly demands: Demands;
  readonly file: SourceFile;
}

/** Whoever asks something of a letter, with all that it asks: of a kind also what it has from others. */
export interface Asker {
  readonly level: 'core' | 'kind' | 'policy';
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly times: readonly TimedLine[];
  readonly file: SourceFile;
}

/** The kinds of a chain, the letter's own among them: what is beyond, and what comes round again, asks nothing. */
export const MOST_KINDS = 6;

/** The kinds that are there, by compared name; a workspace's own may stand on the one that ships under its name. */
export interface Kinds {
  readonly kinds: ReadonlyMap<string, KindDemands>;
  readonly shippedKinds: ReadonlyMap<string, KindDemands>;
}

/** The kind whose clauses another one takes too. */
export function baseOf({ name, from, file }: KindDemands, { kinds, shippedKinds }: Kinds): KindDemands | undefined {
  if (from === undefined) return undefined;
  const norm = normalizeName(from);
  const isOwn = norm === normalizeName(name) && !isShipped(file.uri);
  return (isOwn ? shippedKinds : kinds).get(norm);
}

/** A kind and those that it is made from, itself first. */
export function kindChain(name: string | undefined, known: Kinds): readonly KindDemands[] {
  const chain: KindDemands[] = [];
  const first = name === undefined ? undefined : known.kinds.get(normalizeName(name));
  for (let one = first; one && chain.length < MOST_KINDS && !chain.includes(one); one = baseOf(one, known))
    chain.push(one);
  return chain;
}

/** What core and a kind ask of a letter, without what the kind or one that it is made from exempts. */
export function kindAskers(chain: readonly KindDemands[], core: KindDemands | undefined): readonly Asker[] {
  const [kind] = chain;
  if (!kind) return core ? [coreAsker(core, noKind)] : [];
  const own = kindAsker(kind, chainKey(chain));
  return core && !chain.includes(core) ? [coreAsker(core, own), own.asker] : [own.asker];
}

/** A kind with all it takes from others, and what it exempts. */
interface WholeKind {
  readonly asker: Asker;
  readonly exemptions: readonly Exemption[];
}

const noExemptions: readonly Exemption[] = [];
const noKind = { exemptions: noExemptions };

/** The same object for the same chain of kinds, so that what is made of it is remembered. */
function chainKey(chain: readonly KindDemands[]): ChainKey {
  return chain.reduceRight<ChainKey>((under, kind) => keyOver(kind, under), noChain);
}

interface ChainKey {
  readonly chain: readonly KindDemands[];
}

const noChain: ChainKey = { chain: [] };
const keyOver = rememberBoth((kind: KindDemands, under: ChainKey): ChainKey => ({ chain: [kind, ...under.chain] }));

const kindAsker = rememberBoth((kind: KindDemands, { chain }: ChainKey): WholeKind => {
  const { name, title, file } = kind;
  let clauses: readonly Clause[] = [];
  let times: readonly TimedLine[] = [];
  for (const { demands } of chain.toReversed()) {
    clauses = [...without(clauses, demands.exemptions), ...demands.clauses];
    times = [...times, ...demands.times];
  }
  return {
    asker: { level: 'kind', name, title, clauses, times, file },
    exemptions: chain.flatMap(({ demands }) => demands.exemptions),
  };
});

const coreAsker = rememberBoth((core: KindDemands, { exemptions }: Pick<WholeKind, 'exemptions'>): Asker => {
  const { name, title, file, demands } = core;
  return { level: 'core', name, title, clauses: without(demands.clauses, exemptions), times: demands.times, file };
});

export const policyAsker = remember(({ name, title, demands, file }: PolicyDemands): Asker => {
  return { level: 'policy', name, title, clauses: demands.clauses, times: demands.times, file };
});

function without(clauses: readonly Clause[], exemptions: readonly Exemption[]): readonly Clause[] {
  if (exemptions.length === 0) return clauses;
  const names = new Set(exemptions.flatMap((one) => one.names.map(({ text }) => plainName(text))));
  return clauses.filter((clause) => !namesOfClause(clause).some((name) => names.has(name)));
}

/** What a clause can be called where it is taken away: its label, and the names that it asks for. */
export function namesOfClause({ label, handle, ask }: Clause): string[] {
  const names = [handle, ...(label ? [label.text] : [])];
  if (ask?.is === 'facts') names.push(...ask.names.map(({ written }) => written.text));
  if (ask?.is === 'section') names.push(...ask.sections.flatMap(({ text }) => [text, `section ${text}`]));
  if (ask?.is === 'said') names.push(...ask.quotes.flatMap(({ text }) => [text, `words ${text}`]));
  if (ask?.is === 'enclosure') names.push(...ask.quotes.flatMap(({ text }) => [text, `enclosure ${text}`]));
  return names.map(plainName);
}

/** A clause's name as it is compared. */
export function plainName(name: string): string {
  return normalizeName(foldWords(name).replace(/"/g, ''));
}
