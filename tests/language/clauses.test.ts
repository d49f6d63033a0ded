import { describe, expect, test } from 'vitest';
import type { AskedName, Ask, Clause, Test } from '../../server/src/language/clauses/clause.js';
import { workspaceOf } from '../support/workspace.js';

const own = 'vocabulary v\nrecord oxygen test (many)\nrecord sitting (many)\n  span (text)\n';

/** What a policy's lines ask, and what of them could not be understood. */
function demandsOf(lines: string) {
  return workspaceOf({ 'v.lmn': own, 'p.lmn': `policy p\n${lines}` }).policies.get('p')!.demands;
}

const clause = (line: string): Clause => demandsOf(line).clauses[0]!;
const damageOf = (lines: string) => demandsOf(lines).damage.map(({ is, where }) => [is, where.text]);

const nameOf = ({ record, field, quotes }: AskedName) =>
  [record.norm, field?.norm, ...quotes.map(({ text }) => `"${text}"`)].filter(Boolean).join(' ');
const factsOf = (ask: Ask | undefined) => (ask?.is === 'facts' ? ask : undefined);

describe("a clause's own line", () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['require date: 3.1: The day.', '3.1', 'The day.'],
    ['require date: 3.1', '3.1', undefined],
    ['require date: The day it is asked.', undefined, 'The day it is asked.'],
    ['require: The patient is an adult', undefined, 'The patient is an adult'],
    ['require: 3.1: The patient is an adult', '3.1', 'The patient is an adult'],
    ['require date', undefined, undefined],
    ['require date: 3.1: Between 8:30 and 9: no letters.', '3.1', 'Between 8:30 and 9: no letters.'],
  ])('%s', (line, label, words) => {
    const read = clause(line);
    expect([read.label?.text, read.words?.text]).toEqual([label, words]);
  });

  test('an option has words, and no label', () => {
    const { ask } = clause('require one of these: 3.1: One.\noption date: 3.1: Words.\noption last visit');
    expect(ask?.is === 'group' && ask.options.map(({ words }) => words?.text)).toEqual(['3.1: Words.', undefined]);
  });
});

test.each([
  ['require date: 3.1: The day.', '3.1'],
  ['require last visit', 'last visit'],
  ['require: The patient is an adult.', 'The patient is an adult.'],
  ['limit 3 pages', 'limit 3 pages'],
  ['limit 3 pages: 5.1', '5.1'],
])('what a criterion is called: %s', (line, handle) => expect(clause(line).handle).toBe(handle));

test('a line beneath goes on where further ones are indented deeper, whatever stands between', () => {
  const lines = 'require prior treatment\n  outcome: ineffective;\n    // so far\n    not tolerated\n  reason: given';
  const way = factsOf(clause(lines).ask)?.ways[0];
  expect(way?.map(({ fields }) => fields.map(({ norm }) => norm))).toEqual([['outcome'], ['reason']]);
  expect(way?.[0]?.test).toMatchObject({ items: [{ text: 'ineffective' }, { text: 'not tolerated' }] });
  expect(damageOf('require prior treatment\n  outcome\n    ineffective')).toEqual([
    ['no colon', 'outcome     ineffective'],
  ]);
});

describe('what is named', () => {
  test.each<[string, string[]]>([
    ['require patient', ['patient']],
    ['require patient name', ['patient name']],
    ['require 2 prior treatments "topiramate"; "valproate"', ['prior treatment "topiramate" "valproate"']],
    ['require prior treatment "a"; current treatment "b"', ['prior treatment "a"', 'current treatment "b"']],
    ['require date', ['letter date']],
    // A record without fields has nothing to print, and can be asked for.
    ['require oxygen test', ['oxygen test']],
  ])('%s', (line, names) => expect(factsOf(clause(line).ask)?.names.map(nameOf)).toEqual(names));
});

describe('a condition', () => {
  const conditions = (line: string) =>
    clause(`require date\n  ${line}`).when.map(({ names, test: { is } }) => [...names.map(nameOf), is]);
  test.each<[string, string[][]]>([
    ['when insurance plan type: Medicaid', [['insurance plan type', 'items']]],
    ['when diagnosis: migraine', [['diagnosis', 'items']]],
    ['when patient age: at least 18', [['patient age', 'number']]],
    ['when sitting: given', [['sitting', 'given']]],
  ])('%s', (line, read) => expect(conditions(line)).toEqual(read));
});

describe('a number against a field or a day', () => {
  const testOf = (asked: string): Test | undefined => {
    const facts = factsOf(clause(`require outcome measure\n  current: ${asked}`).ask);
    return facts?.ways[0]?.[0]?.test;
  };
  test('of the same record', () =>
    expect(testOf('at least 5 percent below baseline')).toMatchObject({
      is: 'change',
      bounds: [{ op: 'at least', number: 5 }],
      unit: 'percent',
      direction: 'below',
      of: { norm: 'baseline' },
    }));

  test('a field that the record does not have', () =>
    expect(damageOf('require outcome measure\n  current: at least 5 percent below zzqq')).toEqual([
      ['no such field', 'zzqq'],
    ]));

  test.each([
    ['at least 5 percent below', 'change'],
    ['at least 5 percent above', 'change'],
    ['within 60 days before', 'relation'],
    ['at least 2 weeks after', 'relation'],
  ])('nothing behind %s', (asked, of) => {
    const { damage } = demandsOf(`require outcome measure\n  current: ${asked}`);
    expect(damage).toMatchObject([{ is: 'unfinished', of }]);
  });
});

test.each<[string, string[][]]>([
  ['require prior treatment\n  outcome ineffective', [['no colon', 'outcome ineffective']]],
  ['require prior treatment\n  date of stop 2026', [['no line', 'date of stop 2026']]],
  ['require prior treatment\n  outcome', [['no colon', 'outcome']]],
  ['deadline 65 days after denial date\n  zzqq', [['no line', 'zzqq']]],
  ['decision 7 days in all', [['left over', 'in all']]],
  ['require prior treatment\n  pain when sitting: given', [['no such field', 'pain when sitting']]],
  ['option date\noption last visit', [['no group', 'option date']]],
  ['require date\n  for: appeal-1\n  for: appeal-2', [['left over', 'for: appeal-2']]],
])('damage beneath and behind: %j', (lines, damage) => expect(damageOf(lines)).toEqual(damage));
