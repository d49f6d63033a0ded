import type { Clause } from '../letter/source.js';
import { clauseKey } from './clause-keys.js';
import type { Criterion } from './criteria.js';

/** Numbers what clauses ask: the same number for the same. */
export class AskNumbers {
  private readonly byKey = new Map<string, number>();

  /** Undefined as in `clauseKey`. */
  of(clause: Clause): number | undefined {
    const key = clauseKey(clause);
    if (key === undefined) return undefined;
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, this.byKey.size);
    return known ?? this.byKey.size - 1;
  }
}

/** One thing that a criterion asks of the letter as it is. */
interface NumberedAsk {
  readonly number: number | undefined;
  readonly force: Clause['force'];
}

/** A criterion with what it asks, to find who else asks that. */
export class JudgedRow {
  readonly asks: readonly NumberedAsk[];
  private elsewhere: Criterion | undefined;

  constructor(
    readonly criterion: Criterion,
    numbers: AskNumbers,
  ) {
    this.asks = criterion.clauses
      .filter(({ state }) => state !== 'does not apply')
      .map(({ clause }) => ({ number: numbers.of(clause), force: clause.force }));
  }

  /** The criterion as one that somebody else tells. */
  toldBy(teller: Criterion): Criterion {
    if (this.elsewhere?.toldBy !== teller) this.elsewhere = { ...this.criterion, toldBy: teller };
    return this.elsewhere;
  }
}

interface Teller {
  readonly criterion: Criterion;
  readonly force: Clause['force'];
}

/** By the number of what is asked. */
type Tellers = (Teller | undefined)[];

/**
 * The criteria of all who ask. Where core, the kind and a policy ask the same, the last of them tells it: in the payer's words. One that only recommends does not stand for one that
 * requires. Most keystrokes touch one of hundreds of rows, so that this makes nothing anew for the others.
 */
export function toldOnce(askers: readonly (readonly JudgedRow[])[]): readonly Criterion[] {
  const tellers: Tellers = [];
  const result: Criterion[] = [];
  for (let asker = askers.length - 1; asker >= 0; asker--) {
    const rows = askers[asker] ?? [];
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at];
      if (!row) continue;
      const teller = tellerOf(row, tellers);
      if (teller) result.push(row.toldBy(teller));
      else {
        result.push(row.criterion);
        tellAll(row, tellers);
      }
    }
  }
  return result.reverse();
}

/** Who tells the first thing that a criterion asks, where all of them are told by others. */
function tellerOf({ criterion, asks }: JudgedRow, tellers: Tellers): Criterion | undefined {
  let first: Criterion | undefined;
  for (const { number, force } of asks) {
    const teller = number === undefined ? undefined : tellers[number];
    if (!teller || teller.criterion.asker === criterion.asker) return undefined;
    if (teller.force !== 'require' && force !== 'recommend') return undefined;
    first ??= teller.criterion;
  }
  return first;
}

function tellAll({ criterion, asks }: JudgedRow, tellers: Tellers): void {
  for (const { number, force } of asks) if (number !== undefined) tellers[number] ??= { criterion, force };
}
