import { rememberBoth } from '../../remember.js';
import type { Schema } from '../name-resolution.js';
import type { HeadEntry, Word } from '../source-file.js';
import type { Ask, Clause, Condition, Exemption, TimedLine } from './clause.js';
import type { Damage } from './damage.js';
import { partsOf } from './line-parts.js';
import { groupCount } from './opening.js';
import { readAsk } from './read-asks.js';
import { readBeneath, readCondition } from './read-beneath.js';
import type { ClauseName, Reading } from './read-names.js';
import { readLimit } from './read-limit.js';
import { readTimes } from './read-times.js';
import { type Verb, verbOf } from './verbs.js';
import { writtenClause } from './written-lines.js';

/** What one line of a policy or kind says, with the lines beneath it; groups are put together by who reads them all. */
export type ClauseLine =
  | { readonly is: 'clause'; readonly clause: Clause }
  | { readonly is: 'group'; readonly clause: Omit<Clause, 'ask'>; readonly count: number; readonly names: Word }
  | {
      readonly is: 'option' | 'and';
      readonly ask: Ask | undefined;
      readonly words?: Word;
      readonly when: readonly Condition[];
      readonly entry: HeadEntry;
    }
  | { readonly is: 'times'; readonly line: TimedLine }
  | { readonly is: 'exempt'; readonly exemption: Exemption }
  | { readonly is: 'when'; readonly condition: Condition | undefined };

export interface ReadLine {
  /** Undefined where the entry is none of a clause. */
  readonly line: ClauseLine | undefined;
  readonly damage: readonly Damage[];
  /** In the order in which they were read. */
  readonly names: readonly ClauseName[];
}

/** The same for the same entry and names: a line that did not change is not read again. */
export const readClauseLine = rememberBoth((entry: HeadEntry, schema: Schema): ReadLine => {
  const damage: Damage[] = [];
  const damaged = (found: Damage): void => {
    damage.push(found);
  };
  const names: ClauseName[] = [];
  const named = (name: ClauseName) => names.push(name);
  const verb = entry.verb && verbOf(entry.verb.text);
  const line = verb && readAs(verb, entry, { schema, damaged, named });
  return { line, damage, names };
});

function readAs(verb: Verb, entry: HeadEntry, reading: Reading): ClauseLine {
  switch (verb) {
    case 'require':
    case 'recommend':
      return readClause(verb, entry, reading);
    case 'option':
    case 'and':
      return readOption(verb, entry, reading);
    case 'exempt': {
      const { names, words } = writtenClause(entry);
      if (names.text === '') reading.damaged({ is: 'unfinished', of: 'nothing', where: entry.whole });
      return { is: 'exempt', exemption: { names: partsOf(names), entry, ...(words && { words }) } };
    }
    case 'deadline':
    case 'decision':
      return { is: 'times', line: readTimes(verb, entry, reading) };
    case 'limit':
      return { is: 'clause', clause: readLimit(entry, reading) };
    case 'when':
      return { is: 'when', condition: readCondition(writtenClause(entry).names, entry.value, reading) };
  }
}

function readClause(force: Clause['force'], entry: HeadEntry, reading: Reading): ClauseLine {
  const { names, label, words } = writtenClause(entry);
  const { lines, when, kinds, isDamaged } = readBeneath(entry, reading);
  const common = {
    force,
    handle: label?.text ?? (names.text === '' ? (words?.text ?? '') : names.text),
    when,
    entry,
    ...(label && { label }),
    ...(words && { words }),
    ...(kinds && { kinds }),
  };
  const count = groupCount(names.text);
  if (count !== undefined) {
    for (const { whole } of lines) reading.damaged({ is: 'no line', where: whole });
    return { is: 'group', clause: common, count, names };
  }
  const ask = readAsk(names, words ?? label, lines, entry, reading);
  return { is: 'clause', clause: { ...common, ask: isDamaged ? undefined : ask } };
}

function readOption(is: 'option' | 'and', entry: HeadEntry, reading: Reading): ClauseLine {
  const { names, words } = writtenClause(entry);
  const { lines, when, isDamaged } = readBeneath(entry, reading);
  const ask = readAsk(names, words, lines, entry, reading);
  return { is, ask: isDamaged ? undefined : ask, when, entry, ...(words && { words }) };
}
