import type { Ask, AskedName, BeneathLine, Clause, Test, Word } from '../letter/source.js';
import { remember } from '../remember.js';
import { foldWords } from './words-in-text.js';

/**
 * What a clause asks, without its words, label and conditions: clauses of core, kind and policy that ask the same are told once. Undefined for clauses of words
 * alone, which are alike only in their words, and for damaged ones.
 */
export const clauseKey = remember(({ ask }: Clause): string | undefined =>
  ask && ask.is !== 'words' ? JSON.stringify(keyOf(ask)) : undefined,
);

/**
 * All that decides how a clause stands and in which words that is said, but what it is called and whose it is: clauses with the same key stand alike in every letter.
 */
export const outcomeKey = remember(({ force, ask, when, words, handle }: Clause): string => {
  const named = ask?.is === 'words' || ask?.is === 'group' ? [words?.text ?? handle] : [];
  return JSON.stringify([force, ask ?? 'damaged', when, ...named], withoutPlaces);
});

/** Words without where they stand, declarations by their names. */
function withoutPlaces(key: string, value: unknown): unknown {
  if (key === 'entry') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if ('norm' in value) return 'record' in value ? [value.record, value.norm] : value.norm;
  return 'piece' in value && 'text' in value ? value.text : value;
}

function keyOf(ask: Ask): unknown {
  switch (ask.is) {
    case 'words':
      return 'words';
    case 'facts':
      return [
        ask.count,
        ask.pick ?? '',
        sorted(ask.names.map(nameKey)),
        testKey(ask.test),
        ask.ways.map((lines) => sorted(lines.map(lineKey))),
      ];
    case 'group':
      return [
        ask.count,
        ask.options.map(({ asks, words }) =>
          asks.map((one) => (!one ? '?' : one.is === 'words' ? folded(words) : keyOf(one))),
        ),
      ];
    case 'section':
      return ['section', sorted(ask.sections.map(folded))];
    case 'said':
      return ['said', sorted(ask.quotes.map(folded))];
    case 'enclosure':
      return ['enclosure', sorted(ask.quotes.map(folded))];
    case 'pages':
      return ['pages', ask.most];
  }
}

/** The first field of a record is what its name alone asks for. */
function nameKey({ record, field, quotes }: AskedName): string {
  return [record.norm, (field ?? record.fields[0])?.norm ?? '', ...quotes.map(folded).sort()].join('|');
}

function lineKey({ fields, test }: BeneathLine): string {
  return JSON.stringify([sorted(fields.map(({ norm }) => norm)), testKey(test)]);
}

function testKey(test: Test | undefined): unknown {
  if (!test) return '';
  switch (test.is) {
    case 'given':
      return 'given';
    case 'items':
      return [test.otherThan, sorted(test.items.map(({ text, to }) => `${foldWords(text)} to ${foldWords(to ?? '')}`))];
    case 'number':
      return [test.bounds, test.unit ?? ''];
    case 'change':
      return [test.bounds, test.unit ?? '', test.direction, test.of.norm];
    case 'days':
      return [test.op, test.amount, test.unit, test.relation, test.of ? nameKey(test.of) : ''];
    case 'same as':
      return ['same as', nameKey(test.other)];
  }
}

function folded(word: Word | undefined): string {
  return foldWords(word?.text ?? '').trim();
}

function sorted(keys: readonly string[]): string[] {
  return [...keys].sort();
}
