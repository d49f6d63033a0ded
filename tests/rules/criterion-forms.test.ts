import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { shippedWorkspace } from '../templates/shipped.js';
import { parse } from '../support/workspace.js';

const byForm = [
  'no-request',
  'component',
  'request-incomplete',
  'evidence-too-little',
  'evidence-old',
  'stale-visit',
  'authorization-gap',
  'denial-unanswered',
  'enclosure',
];

const workspace = shippedWorkspace();

/** What is found in a case of one of the kinds that ship: severity and rule, and the line it stands on. */
function found(head: string, body = 'Please approve and overturn it.', rules: readonly string[] = byForm): string[] {
  const text = `case\ndate: 2026-11-21\n${head}\n---\n## History #history #condition #treatment\n${body}\n`;
  const findings = lint(readSubjects(parse('file:///c.lmn', text), workspace, undefined, withCriteria), {
    rules: allRules,
  });
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ severity, rule, range }) => `${severity} ${rule}: ${text.slice(range.start, range.end)}`);
}

const request = (lines: string) => `treatment requested: iron infusions\n${lines}`;
const printsRequest =
  'Please approve [treatment requested]{, [treatment requested code]}{, [treatment requested quantity]}{, [treatment requested frequency]}{, [treatment requested duration]}{ from [treatment requested start]}.';

describe('clauses of the kinds that ship are told by the rule of their form', () => {
  test.each([
    [
      'a request without anything: once, at its place',
      `for: new-pa\n${request('  kind: medication')}`,
      printsRequest,
      ['error request-incomplete: treatment requested', 'info request-incomplete: treatment requested'],
    ],
    ['no words that ask', 'for: general', 'It hurts.', ['error no-request: case']],
    [
      'an appeal of which one of two reasons is answered',
      'for: appeal-1\ndenial reason: "not needed"\n  answer: It is.\ndenial reason: "no records"',
      'Please overturn it. [denial reason]{: [denial reason answer]}',
      ['error denial-unanswered: denial reason'],
    ],
    ['an old visit', 'for: general\nlast visit: 2024-11-02', undefined, ['info stale-visit: 2024-11-02']],
    [
      'an old visit of a renewal',
      'for: continuation\nlast visit: 2024-11-02',
      'Please continue it. [last visit]',
      ['error stale-visit: 2024-11-02'],
    ],
    [
      'a start after the gap, and a letter after the end',
      `for: continuation\nprior authorization: PA-0000-1\n  expires: 2026-11-01\n${request('  code: J1439\n  quantity: 6\n  duration: 12 weeks\n  start: 2026-12-15')}`,
      `${printsRequest} [prior authorization expires]`,
      ['info authorization-gap: 2026-11-21', 'error authorization-gap: 2026-12-15'],
    ],
    [
      'sources of which all are old',
      'for: off-label\nevidence @one\n  title: A trial\n  year: 2009',
      'Please approve it [@one].',
      ['info evidence-old: 2009'],
    ],
    [
      'one source of two',
      'for: external\nevidence @one\n  title: A trial\n  year: 2024',
      'Please overturn it [@one].',
      ['error enclosure: case', 'info evidence-too-little: case'],
    ],
  ])('%s', (_, head, body, expected) => {
    expect(
      found(head, body).filter((line) => !line.startsWith('error enclosure') || head.includes('external')),
    ).toEqual(expected);
  });

  test.each([
    ['a letter without a kind', request('  kind: medication'), 'It hurts.'],
    [
      'a test, of which no frequency or duration is asked',
      `for: new-pa\n${request('  kind: test\n  code: 81432\n  quantity: 1')}`,
      printsRequest,
    ],
    [
      'an operation, of which the day is given',
      `for: new-pa\n${request('  kind: procedure\n  code: 64483\n  quantity: 1\n  dates of service: 2026-12')}`,
      `${printsRequest} [treatment requested dates of service]`,
    ],
    ['a request that is not named yet', 'for: new-pa', undefined],
    ['an old picture', 'for: general\nlast visit: 2026-11-02\nfinding: MRI\n  date: 2019', undefined],
    [
      'equipment, of which no sources are asked',
      `for: dme\nevidence @one\n  title: A trial\n  year: 2001\n${request('  code: E0601\n  quantity: 1\n  duration: lifetime\n  order date: 2026-11-02')}`,
      `${printsRequest} [@one]`,
    ],
    [
      'an approval that is renewed in time',
      `for: continuation\nprior authorization: PA-0000-1\n  expires: 2026-11-30\n${request('  code: J1439\n  quantity: 6\n  duration: 12 weeks\n  start: 2026-12-01')}`,
      `${printsRequest} [prior authorization expires]`,
    ],
    ['a denial without reasons', 'for: appeal-1', undefined],
  ])('silent on %s', (_, head, body) => {
    expect(found(head, body)).toEqual([]);
  });

  test('what such a rule tells, no other does', () => {
    const head = 'for: general\nlast visit: 2024-11-02';
    const told = found(head, 'It hurts.', [...byForm, 'kind-requires', 'kind-recommends']);
    expect(told.filter((line) => /2024-11-02/.test(line))).toEqual(['info stale-visit: 2024-11-02']);
  });
});
