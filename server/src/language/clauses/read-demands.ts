import type { Schema } from '../name-resolution.js';
import type { HeadEntry, Word } from '../source-file.js';
import type { Ask, Clause, Condition, Demands, Exemption, TimedLine } from './clause.js';
import type { Damage } from './damage.js';
import { type ClauseLine, readClauseLine } from './read-clause.js';

/** Reads what a policy or a kind asks, line by line. A line that cannot be understood is damage of its own, and leaves the others as they are. */
export function readDemands(entries: readonly HeadEntry[], schema: Schema): Demands {
  const demands = new DemandsReader();
  for (const entry of entries) {
    const { line, damage } = readClauseLine(entry, schema);
    if (line) demands.add(line, entry);
    // A line that is no clause may have begun a group: the options beneath it are none of the group above.
    else demands.closeGroup();
    demands.damage.push(...damage);
  }
  return demands.end();
}

/** A group that is still open: `option` and `and` lines belong to it. */
interface OpenGroup {
  readonly clause: Omit<Clause, 'ask'>;
  readonly count: number;
  readonly names: Word;
  readonly options: { asks: (Ask | undefined)[]; words?: Word; when: readonly Condition[]; entry: HeadEntry }[];
}

class DemandsReader {
  readonly damage: Damage[] = [];
  private readonly clauses: Clause[] = [];
  private readonly times: TimedLine[] = [];
  private readonly exemptions: Exemption[] = [];
  private when: Condition[] | undefined = [];
  private group: OpenGroup | undefined;
  /** Options without a group above are told once for all of them. */
  private isLostTold = false;

  add(line: ClauseLine, entry: HeadEntry): void {
    if (line.is === 'option' || line.is === 'and') {
      this.option(line, entry);
      return;
    }
    this.closeGroup();
    switch (line.is) {
      case 'clause':
        this.clauses.push(line.clause);
        return;
      case 'group':
        this.group = { clause: line.clause, count: line.count, names: line.names, options: [] };
        return;
      case 'times':
        this.times.push(line.line);
        return;
      case 'exempt':
        this.exemptions.push(line.exemption);
        return;
      case 'when':
        if (line.condition) this.when?.push(line.condition);
        else this.when = undefined;
    }
  }

  end(): Demands {
    this.closeGroup();
    const { clauses, times, exemptions, when, damage } = this;
    return { clauses, times, exemptions, when, damage };
  }

  private option({ is, ask, words, when }: Extract<ClauseLine, { is: 'option' | 'and' }>, entry: HeadEntry): void {
    const { group } = this;
    if (!group) {
      if (!this.isLostTold) this.damage.push({ is: 'no group', where: entry.whole });
      this.isLostTold = true;
      return;
    }
    const last = group.options.at(-1);
    if (is === 'and' && last) last.asks.push(ask);
    else group.options.push({ asks: [ask], when, entry, ...(words && { words }) });
  }

  closeGroup(): void {
    this.isLostTold = false;
    if (!this.group) return;
    const { clause, count, names, options } = this.group;
    this.group = undefined;
    if (options.length === 0) this.damage.push({ is: 'unfinished', of: 'group', where: names });
    else if (count > options.length)
      this.damage.push({ is: 'more than there are', where: names, options: options.length });
    const isWhole = options.length >= count;
    this.clauses.push({ ...clause, ask: isWhole ? { is: 'group', count, options } : undefined });
  }
}
