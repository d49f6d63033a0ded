import { roles } from '../reserved-names.js';
import type { HeadEntry, Word } from '../source-file.js';
import type { Ask } from './clause.js';
import { cut, partsOf, quotesIn } from './line-parts.js';
import { readWays } from './read-beneath.js';
import { findName, readNames, readOpening, type Reading } from './read-names.js';
import { partTest, readBehindNames } from './read-tests.js';
import type { WrittenLine } from './written-lines.js';

/** What a clause or an option asks: words alone, facts with the lines beneath, a section, words of the letter, an enclosure. Undefined where it is damaged. */
export function readAsk(
  names: Word,
  words: Word | undefined,
  lines: readonly WrittenLine[],
  entry: HeadEntry,
  reading: Reading,
): Ask | undefined {
  if (names.text === '') {
    for (const { whole } of lines) reading.damaged({ is: 'no line', where: whole });
    if (words) return lines.length > 0 ? undefined : { is: 'words' };
    reading.damaged({ is: 'unfinished', of: 'nothing', where: entry.whole });
    return;
  }
  const first = /^(section|words|enclosure)(?=\s|$)/i.exec(names.text)?.[1]?.toLowerCase();
  const rest = first === undefined ? names : cut(names, first.length);
  if (first === 'section' && !findName(reading, names)) return readSections(names, rest, reading);
  if (first === 'words' && !findName(reading, names)) return readSaid(names, rest, 'words', reading);
  // An enclosure is a record too, of which more may be asked.
  if (first === 'enclosure' && lines.length === 0 && rest.text !== '' && !findName(reading, names))
    return readSaid(names, rest, 'enclosure', reading);
  return readFacts(names, lines, reading);
}

function readSections(names: Word, rest: Word, { damaged, named }: Reading): Ask | undefined {
  const sections = partsOf(rest);
  if (sections.length === 0) {
    damaged({ is: 'unfinished', of: 'section', where: names });
    return;
  }
  const odd = sections.find(({ text }) => !roles.some((role) => role === text.toLowerCase()));
  if (odd) {
    damaged({ is: 'no such role', where: odd });
    return;
  }
  for (const where of sections) named({ is: 'role', where });
  return { is: 'section', sections };
}

function readSaid(names: Word, rest: Word, of: 'words' | 'enclosure', { damaged }: Reading): Ask | undefined {
  if (rest.text === '') {
    damaged({ is: 'unfinished', of, where: names });
    return;
  }
  const quotes: Word[] = [];
  for (const part of partsOf(rest)) {
    if (!/^["“”]/.test(part.text)) {
      damaged({ is: 'no quotes', of, where: part });
      return;
    }
    const { quotes: found, between } = quotesIn(part);
    const [odd] = between;
    if (odd) {
      damaged({ is: /^(?:or|and|,)$/i.test(odd.text) ? 'no semicolon' : 'left over', where: odd });
      return;
    }
    quotes.push(...found);
  }
  return { is: of === 'words' ? 'said' : 'enclosure', quotes };
}

function readFacts(written: Word, lines: readonly WrittenLine[], reading: Reading): Ask | undefined {
  const { count, pick, rest } = readOpening(written, reading);
  if (rest.text === '') {
    reading.damaged({ is: 'unfinished', of: count.is === 'some' ? 'nothing' : 'counted', where: written });
    return;
  }
  const parts = partTest(rest, reading);
  const names = parts && readNames(parts.names, reading, count.is === 'at least');
  const [first] = names ?? [];
  if (!names || !first) return undefined;
  const test = parts.test && readBehindNames(parts.test, first.record, reading);
  const ways = readWays(
    lines,
    names.map(({ record }) => record),
    reading,
  );
  if (!ways || (parts.test && !test)) return undefined;
  return { is: 'facts', count, names, ways, ...(pick && { pick }), ...(test && { test }) };
}
