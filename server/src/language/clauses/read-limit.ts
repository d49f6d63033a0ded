import type { HeadEntry } from '../source-file.js';
import type { Ask, Clause } from './clause.js';
import { cut } from './line-parts.js';
import { readBeneath } from './read-beneath.js';
import type { Reading } from './read-names.js';
import { writtenClause } from './written-lines.js';

/** `limit 3 pages`: a clause like others, so that its label, its conditions and its kinds count alike. */
export function readLimit(entry: HeadEntry, reading: Reading): Clause {
  const { names, label, words } = writtenClause(entry);
  const { lines, when, kinds, isDamaged } = readBeneath(entry, reading);
  for (const { whole } of lines) reading.damaged({ is: 'no line', where: whole });
  const ask = readPages(entry, reading);
  return {
    force: 'recommend',
    handle: label?.text ?? `limit ${names.text}`,
    when,
    entry,
    ask: isDamaged ? undefined : ask,
    ...(label && { label }),
    ...(words && { words }),
    ...(kinds && { kinds }),
  };
}

function readPages(entry: HeadEntry, reading: Reading): Ask | undefined {
  const { names } = writtenClause(entry);
  const [, number = '', between = '', unit] = /^(\d+)(\s+)(\S+)/s.exec(names.text) ?? [];
  if (unit === undefined) {
    reading.damaged({ is: 'unfinished', of: 'limit', where: names.text === '' ? entry.whole : names });
    return undefined;
  }
  const at = number.length + between.length;
  if (!/^pages?$/i.test(unit)) {
    const where = cut({ ...names, text: names.text.slice(0, at + unit.length) }, at);
    reading.damaged({ is: 'no such unit', of: 'pages', where });
    return undefined;
  }
  const rest = cut(names, at + unit.length);
  if (rest.text === '') return { is: 'pages', most: Number(number) };
  reading.damaged({ is: 'left over', where: rest });
  return undefined;
}
