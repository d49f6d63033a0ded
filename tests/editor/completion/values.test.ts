import { describe, expect, test } from 'vitest';
import { accepted, completes, completesFirst, documentationOf } from '../../support/completes.js';

const policy = { 'p.lmn': 'policy blue-mesa "Blue Mesa"\npayer: Blue Mesa\n' };
const outcomes = ['ineffective', 'partially effective', 'not tolerated', 'contraindicated'];

describe('values', () => {
  test('choices', () => completes('case\nprior treatment: A\n  outcome: <|>', outcomes));
  test('choices of a fact of the letter', () => completes('case\nurgency: <|>', ['standard', 'expedited']));
  test('choices of a template’s own field', () =>
    completes('case t\nresponse: <|>', ['well', 'badly'], {
      't.lmn': 'template t\nresponse (well | badly)\n---\n[response]',
    }));
  test('choices of a field that lost its indentation', () =>
    completes('case\nprior treatment: A\noutcome: <|>', outcomes));
  test('a half-typed choice, to its end', async () =>
    expect(await accepted('case\nprior treatment: A\n  outcome: not <|>toleratd', 'not tolerated')).toBe(
      'case\nprior treatment: A\n  outcome: not tolerated',
    ));
  test('right after the colon a space is put in', async () =>
    expect(await accepted('case\nurgency:<|>', 'standard')).toBe('case\nurgency: standard'));
  test('today for a date', async () => {
    await completes('case\nlast visit: <|>', ['2026-11-21']);
    expect(await accepted('case\ndate: <|>', '2026-11-21')).toBe('case\ndate: 2026-11-21');
  });
  test('today and this month for a time', () =>
    completes('case\nprior treatment: A\n  start: <|>', ['2026-11-21', 'November 2026']));
  test('nobody was born today', () => completes('case\npatient\n  date of birth: <|>', []));
  test('policies', () => completes('case\npayer policy: <|>', ['blue-mesa'], policy));
  test('one of several values', async () =>
    expect(await accepted('policy p\nfor: new-pa; cont<|>; appeal-1', 'continuation')).toBe(
      'policy p\nfor: new-pa; continuation; appeal-1',
    ));
  test('a kind of letter is explained', async () =>
    expect(await documentationOf('case\nfor: <|>', 'continuation')).toMatch(/continu/i));
  test('nothing for text', () => completes('case\npatient\n  name: <|>', []));
  test('no example of a type, which would end up in a letter', () => completes('case\nprovider\n  npi: <|>', []));
  test('nothing for a name that nobody declares', () => completes('case\nfoo: <|>', []));
  test('nothing in a line that continues a value', () => completes('case\ninsurance\n  address: a\n    b: <|>', []));
});

describe('declarations', () => {
  const flags = [
    'required',
    'many',
    'also',
    'identifying',
    'public',
    'person',
    'quoted',
    'past',
    'unprinted',
    'by hand',
  ];
  test('types and flags', async () => {
    await completesFirst('template t\nx (<|>', ['text', 'address', 'date', 'when']);
    await completes('template t\nx (text, <|>)', flags);
  });
  test('each flag once', () =>
    completes(
      'template t\nx (many, <|>, date)',
      flags.filter((flag) => flag !== 'many'),
    ));
  test('unclosed', () =>
    completes(
      'template t\nx (text, many, <|>',
      flags.filter((flag) => flag !== 'many'),
    ));
  test('only a vocabulary’s fields may be derived', () =>
    completes('vocabulary v\nrecord a\n  x (number, <|>)', [...flags, 'after', 'instead of', 'derived']));
  test('a record has no type', () =>
    completes('vocabulary v\nrecord a (<|>)', ['required', 'many', 'also', 'like', 'identifying', 'public', 'quoted']));
  test('records behind "like", but not itself', async () =>
    expect(await accepted('vocabulary v\nrecord patient (many, like prov<|>)', 'provider')).toBe(
      'vocabulary v\nrecord patient (many, like provider)',
    ));
  test('dates of the record behind "after"', () =>
    completes('vocabulary v\nrecord a\n  b (when)\n  c (text)\n  d (date, after <|>)', ['b', 'birth', 'conception']));
  const first = 'vocabulary v\nrecord a\n  b (when)\n  c (text)\n  d (';
  test('what can be computed, in place of a type', async () => {
    expect(await accepted(`${first}sum<|>)`, 'sum of')).toBe(`${first}sum of )`);
    await completes('vocabulary v\nrecord a\n  d (time from b to c, <|>)', [
      ...flags,
      'after',
      'instead of',
      'derived',
    ]);
  });
  test('dates behind "time from" and "to", those of the record first', async () => {
    await completesFirst(`${first}time from <|>)`, ['b', 'date', 'last visit']);
    await completesFirst(`${first}time from b to <|>)`, ['date', 'last visit']);
    expect(await accepted(`${first}time from <|>)`, 'b')).toBe(`${first}time from b to )`);
    expect(await accepted(`${first}time from la<|>st to b)`, 'last visit')).toBe(`${first}time from last visit to b)`);
  });
  test('numbers behind "sum of", of records that repeat too', async () => {
    await completesFirst(`${first}sum of <|>)`, ['c']);
    expect(await accepted(`${first}sum of enclosure p<|>)`, 'enclosure pages')).toBe(`${first}sum of enclosure pages)`);
  });
  test('nothing among choices', () => completes('template t\nx (well | <|>)', []));
  test('nothing inside quotation marks', () => completes('template t\nx (text, also "<|>")', []));
  test('the rest of the word goes too', async () =>
    expect(await accepted('template t\nx (d<|>ote, many): Help', 'date')).toBe('template t\nx (date, many): Help'));
  test('records that are there, to add fields to', async () =>
    expect(await accepted('vocabulary v\nrecord pati<|>', 'patient')).toBe('vocabulary v\nrecord patient'));
  test('a field beneath a record', () => completes('vocabulary v\nrecord patient\n  <|>', ['new field']));
  test('an entry of the address book', async () =>
    expect(await accepted('vocabulary v\nprov<|>', 'provider @')).toMatch(
      /^vocabulary v\nprovider @\$\{1:key\}\n {2}name: .*$/,
    ));
  test('nothing in help', () => completes('template t\nx (text): Wh<|>', []));
});

describe('lines of a policy', () => {
  test('whole lines, and what the policy says of itself', () =>
    completes('policy p\npayer: A\n<|>', [
      ...[
        'require',
        'require: words',
        'require 2 prior treatments',
        'require one of these',
        'require section',
        'require enclosure',
        'require words',
        'recommend section',
        'deadline',
        'limit pages',
        'when',
      ],
      ...['for', 'codes', 'treatments', 'effective', 'until', 'as of', 'source'],
    ]));
  test('of a kind', () =>
    completes('kind k\nrequire date\nso<|>', ['source', 'require section', 'recommend section', 'as of']));
  test('a whole line', async () =>
    expect(await accepted('policy p\nreq<|>', 'require')).toBe(
      'policy p\nrequire ${1:insurance member id}: ${2:Section: What it says.}',
    ));
  test('what is asked for', () =>
    completesFirst('policy p\nrequire <|>', ['section', 'enclosure', 'words', 'one of these']));
  test('names of fields', async () =>
    expect(await accepted('policy p\nrequire field insurance mem<|>', 'insurance member id')).toBe(
      'policy p\nrequire field insurance member id',
    ));
  test('a time, after a date', async () =>
    expect(await accepted('policy p\nrequire field last visit <|>', 'within 60 days')).toBe(
      'policy p\nrequire field last visit within ${1:60} ${2|days,weeks,months,years|}',
    ));
  test('units', () =>
    completes('policy p\nrequire field last visit within 60 <|>', ['days', 'weeks', 'months', 'years']));
  test('a time, once', () => completes('policy p\nrequire field last visit <|>within 60 days', ['last visit']));
  test('a number of days where the fact is still missing', () =>
    completes('policy p\nrequire field within <|>', ['60 days', '90 days', '12 months']));
  test('behind a line separator too, which ends no line', () =>
    completes('policy p\nrequire field last\u2028visit within 60 <|>', ['days', 'weeks', 'months', 'years']));
  test('roles', () => completes('policy p\nrequire section ev<|>', ['evidence']));
  test.each(['2', 'two', 'at least two', 'at most 3'])('records that repeat, behind %s', (count) =>
    completes(`policy p\nrequire ${count} evid<|>`, ['evidence']),
  );
  test('pages', () => completes('policy p\nlimit 3 <|>', ['pages']));
  test('a day that a deadline is counted from', () =>
    completesFirst('policy p\ndeadline 65 days after deni<|>', ['denial date']));
  test('no names within quotation marks', () => completes('policy p\nrequire prior treatment "na<|>', []));
  test('after a semicolon', async () =>
    expect(await accepted('policy p\nrequire reference number; denial claim nu<|>', 'denial claim number')).toBe(
      'policy p\nrequire reference number; denial claim number',
    ));
  test('nothing in the payer’s own words', () => completes('policy p\nlimit 3 pages: Sec<|>', []));
});

describe('beneath a clause', () => {
  test('fields of its record, further ways, conditions', () =>
    completes('policy p\nrequire 2 prior treatments\n  o<|>', [
      'outcome',
      'or',
      'dose',
      'stop',
      'reason',
      'count',
      'for',
    ]));
  test('a field', async () =>
    expect(await accepted('policy p\nrequire 2 prior treatments\n  out<|>', 'outcome')).toBe(
      'policy p\nrequire 2 prior treatments\n  outcome: ',
    ));
  test('choices, and that any is given', () =>
    completesFirst('policy p\nrequire 2 prior treatments\n  outcome: ineffective; not<|>', ['not tolerated']));
  test('times for a day', () => completesFirst('policy p\nrequire finding\n  date: <|>', ['given', 'within 60 days']));
  test('what a condition can be', () =>
    completesFirst('policy p\nrequire last visit\n  when insurance plan type: Medica<|>', ['Medicare']));
  test('kinds of letter', () =>
    completesFirst('policy p\nrequire last visit\n  for: <|>', ['renewal', 'appeal-1'], {
      'k.lmn': 'kind renewal\nrequire date',
    }));
  test('nothing beneath what is no clause', () => completes('policy p\npayer: A\n  <|>', []));
});
