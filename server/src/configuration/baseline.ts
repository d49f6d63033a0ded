import { type Position, positionsIn } from '../lint/positions.js';
import type { Finding } from '../lint/rule.js';
import type { RuleNames } from './rule-settings.js';
import { type JsonValue, readJson } from './config-json.js';

/** The file at the root of a workspace with the findings that were there when it was written: they are known, and only new ones are told. */
export const baselineFileName = 'lmn.baseline.json';

/** So many findings of a rule in a file that say the same. It holds no place, so that lines may come and go, and no word of the file. */
export interface BaselineEntry {
  /** The path from the root of the workspace, with slashes. */
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly count: number;
}

/** An entry at its place in the file. */
export interface PlacedEntry extends BaselineEntry {
  /** Offsets of UTF-16 code units; the end not included. */
  readonly start: number;
  readonly end: number;
}

export interface Baseline {
  readonly text: string;
  /** Entries by file. */
  readonly files: ReadonlyMap<string, readonly PlacedEntry[]>;
  /** With what is wrong in it nobody can say what it means. */
  readonly problems: readonly (Position & { readonly message: string })[];
}

/** Where there is no baseline. */
export const noBaseline = {
  text: '',
  files: new Map<string, readonly PlacedEntry[]>(),
  problems: [],
} as const satisfies Baseline;

/** Reads a baseline; former names of rules are put as what they are called today. Never throws. */
export function readBaseline(text: string, rules: readonly RuleNames[]): Baseline {
  const positionAt = positionsIn(text);
  const { value, problem } = readJson(text);
  const items = value && itemsOf(value);
  if (problem || !items) {
    const message = 'This is no baseline. Write it anew: lmn lint --write-baseline .';
    return { ...noBaseline, problems: [{ ...positionAt(problem?.start ?? 0), message }] };
  }
  const present = new Map(rules.flatMap(({ id, formerly = [] }) => formerly.map((former) => [former, id] as const)));
  const files = new Map<string, PlacedEntry[]>();
  const problems: (Position & { message: string })[] = [];
  for (const item of items) {
    const entry = readEntry(item);
    if (!entry) {
      const message = 'An entry has "file", "rule" and "message" in double quotes, and a "count".';
      problems.push({ ...positionAt(item.start), message });
      continue;
    }
    const named = { ...entry, rule: present.get(entry.rule) ?? entry.rule };
    files.set(entry.file, [...(files.get(entry.file) ?? []), named]);
  }
  return { text, files, problems };
}

function itemsOf(value: JsonValue): readonly JsonValue[] | undefined {
  const findings = memberOf(value, 'findings');
  return findings?.kind === 'array' ? findings.items : undefined;
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return value.kind === 'object' ? value.members.find((member) => member.name === name)?.value : undefined;
}

function readEntry(item: JsonValue): PlacedEntry | undefined {
  const [file, rule, message, count] = ['file', 'rule', 'message', 'count'].map((name) => memberOf(item, name));
  if (file?.kind !== 'string' || rule?.kind !== 'string' || message?.kind !== 'string') return undefined;
  if (count !== undefined && !(count.kind === 'number' && Number.isInteger(count.value) && count.value > 0))
    return undefined;
  const times = count?.kind === 'number' ? count.value : 1;
  return {
    file: file.value,
    rule: rule.value,
    message: message.value,
    count: times,
    start: item.start,
    end: item.start + 1,
  };
}

/** Findings of a file, parted by a baseline. */
export interface Parted {
  readonly open: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries of which fewer are found than they say, with how many are missing. */
  readonly stale: readonly { readonly entry: PlacedEntry; readonly missing: number }[];
}

/** Holds the findings of one file against its entries; of several that say the same the first ones are known. What a comment suppresses is no affair of a baseline. */
export function partByBaseline(findings: readonly Finding[], entries: readonly PlacedEntry[]): Parted {
  if (entries.length === 0) return { open: findings, known: [], stale: [] };
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  const known = new Set<Finding>();
  for (const finding of findings) {
    const count = finding.suppressed ? 0 : (left.get(keyOf(finding)) ?? 0);
    if (count === 0) continue;
    left.set(keyOf(finding), count - 1);
    known.add(finding);
  }
  const stale = entries.flatMap((entry) => {
    const missing = Math.min(entry.count, left.get(keyOf(entry)) ?? 0);
    left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) - missing);
    return missing > 0 ? [{ entry, missing }] : [];
  });
  return { open: findings.filter((one) => !known.has(one)), known: [...known], stale };
}

function keyOf({ rule, message }: Pick<BaselineEntry, 'rule' | 'message'>): string {
  return JSON.stringify([rule, message]);
}

/** The entries of what was found in a file. */
export function entriesOf(file: string, findings: readonly Finding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, message } of findings) {
    const key = keyOf({ rule, message });
    entries.set(key, { file, rule, message, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** The file: an entry a line, in an order of their own, so that version control shows what has changed. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map(({ file, rule, message, count }) => JSON.stringify({ file, rule, message, count }))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `{\n  "version": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`;
}
