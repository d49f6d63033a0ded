import type { HeadEntry, Word } from '../source-file.js';
import type { TimedLine } from './clause.js';
import { cut } from './line-parts.js';
import { readBeneath } from './read-beneath.js';
import { readName, type Reading } from './read-names.js';
import { timeUnit } from './read-tests.js';
import { writtenClause } from './written-lines.js';

/** `deadline 65 days after denial date`, `decision 7 days`. */
export function readTimes(is: TimedLine['is'], entry: HeadEntry, reading: Reading): TimedLine {
  const { names, label, words } = writtenClause(entry);
  const { lines, when, kinds, isDamaged } = readBeneath(entry, reading);
  for (const { whole } of lines) reading.damaged({ is: 'no line', where: whole });
  const common = { is, when, entry, ...(label && { label }), ...(words && { words }), ...(kinds && { kinds }) };
  const found = /^(\d+)(?:\s+(\S+)(?:\s+(before|after)(?:\s+(.+))?)?)?/is.exec(names.text);
  const amount = readAmount(is, names, found, entry, reading);
  if (!amount || isDamaged) return { ...common, amount: undefined };
  return { ...common, ...amount };
}

function readAmount(
  is: TimedLine['is'],
  names: Word,
  found: RegExpExecArray | null,
  { whole }: HeadEntry,
  reading: Reading,
): Pick<TimedLine, 'amount' | 'unit' | 'relation' | 'of'> | undefined {
  const [read = '', number, unitWord, relation, name]: (string | undefined)[] = found ?? [];
  const where = names.text === '' ? whole : names;
  if (number === undefined || unitWord === undefined) {
    reading.damaged({ is: 'unfinished', of: is, where });
    return;
  }
  const unit = timeUnit(unitWord);
  const at = names.text.indexOf(unitWord, number.length);
  const unitAt = cut({ ...names, text: names.text.slice(0, at + unitWord.length) }, at);
  if (!unit) {
    reading.damaged({ is: 'no such unit', of: 'time', where: unitAt });
    return;
  }
  const amount = Number(number);
  if (is !== 'deadline') {
    const rest = cut(names, at + unitWord.length);
    if (rest.text !== '') {
      reading.damaged({ is: 'left over', where: rest });
      return;
    }
    return { amount, unit };
  }
  if (relation === undefined || name === undefined) {
    reading.damaged({ is: 'unfinished', of: 'deadline', where });
    return;
  }
  const of = readName(cut(names, read.length - name.length), reading);
  return of && { amount, unit, relation: relation.toLowerCase() === 'before' ? 'before' : 'after', of };
}
