import { describe, expect, it } from 'vitest';
import {
  type AskedFacts,
  type AskedName,
  type BeneathLine,
  type Clause,
  type FieldDeclaration,
  fieldOf,
  resolveName,
  type Schema,
  type Test,
  type Word,
} from '../../server/src/letter/source.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { judgeClause } from '../../server/src/requirements/judge-clause.js';
import { LetterQuestions } from '../../server/src/requirements/letter-questions.js';
import { LetterReader } from '../../server/src/requirements/letter-reader.js';
import { PrintedLetter } from '../../server/src/requirements/printed-values.js';
import { caseOf } from '../support/printed.js';
import { parse } from '../support/workspace.js';

const entry = parse('file:///p.lmn', 'policy p\nrequire: Words.\n').entries[0];

function word(text: string): Word {
  if (!entry) throw new Error('The policy has no line.');
  return { piece: entry.piece, start: 0, end: 0, text };
}

/** `prior treatment outcome "topiramate"`, as a clause names it. */
function named(schema: Schema, written: string): AskedName {
  const [, name = '', quotes = ''] = /^([^"]*?)\s*(".*)?$/.exec(written) ?? [];
  const target = resolveName(schema, name);
  if (!target || !('field' in target)) throw new Error(`Nobody declares ${name}.`);
  const isRecord = target.kind === 'record field' && target.alone;
  return {
    written: word(written),
    record: target.kind === 'record field' ? target.record : schema.vocabulary.letter,
    ...(!isRecord && { field: target.field }),
    quotes: quotes.split(';').flatMap((quote) => (quote === '' ? [] : [word(quote.trim().replace(/"/g, ''))])),
  };
}

const items = (...texts: string[]): Test => ({
  is: 'items',
  otherThan: false,
  items: texts.map((text) => ({ text, written: word(text) })),
});
const givenTest: Test = { is: 'given' };
const atLeast = (number: number, unit?: string): Test => ({
  is: 'number',
  bounds: [{ op: 'at least', number }],
  ...(unit !== undefined && { unit }),
});

interface Asking extends Partial<Omit<AskedFacts, 'names' | 'ways'>> {
  readonly ways?: readonly Readonly<
    Record<string, Test | ((fieldNamed: (name: string) => FieldDeclaration) => Test)>
  >[];
}

/** How a case whose letter prints the words in `body` stands to a clause. */
function judged(head: string, body: string, name: string, { ways = [], ...asking }: Asking = {}): string {
  const letter = resolveLetter(caseOf(`case\ndate: 2026-11-28\n${head}\n---\n## Text\n${body}`));
  const { schema } = letter.case;
  const asked = named(schema, name);
  const ask: AskedFacts = {
    is: 'facts',
    count: { is: 'some' },
    names: [asked],
    ways: ways.map((way) =>
      Object.entries(way).map(([field, test]): BeneathLine => {
        const fieldNamed = (one: string) => {
          const declaration = fieldOf(asked.record, one);
          if (!declaration) throw new Error(`Nobody declares ${one}.`);
          return declaration;
        };
        const whole = typeof test === 'function' ? test(fieldNamed) : test;
        return { fields: [fieldNamed(field)], test: whole, written: word(field) };
      }),
    ),
    ...asking,
  };
  if (!entry) throw new Error('The policy has no line.');
  const clause: Clause = { force: 'require', handle: name, ask, when: [], entry };
  const { state, problem } = judgeClause(
    clause,
    new LetterReader(new LetterQuestions(schema, letter.facts, new PrintedLetter(letter))),
  );
  return problem ? `${state}: ${problem.words}` : state;
}

const tried = `prior treatment: Topiramate 100 mg daily
  start: March 2026
  stop: May 2026
  outcome: ineffective
prior treatment: Metoprolol
  outcome: contraindicated
  reason: asthma`;
const printsTried =
  '- [prior treatment]{, [prior treatment start]}{ to [prior treatment stop]}{, [prior treatment outcome]}{, [prior treatment reason]}';

describe('a record', () => {
  it('meets a clause when it has the quoted words and is printed', () => {
    expect(judged(tried, printsTried, 'prior treatment "topiramate"')).toBe('met');
    expect(judged(tried, printsTried, 'prior treatment "valproate"')).toBe(
      'open: "prior treatment" with "valproate" is not given',
    );
    expect(judged(tried, 'Nothing.', 'prior treatment "topiramate"')).toBe(
      'unprinted: "name" of "prior treatment" 1 is given, but the letter does not print it',
    );
  });

  it('meets what stands beneath in one of its ways', () => {
    const ways: Asking['ways'] = [
      { length: atLeast(8, 'weeks'), outcome: items('ineffective') },
      { outcome: items('not tolerated', 'contraindicated'), reason: givenTest },
    ];
    expect(judged(tried, printsTried, 'prior treatment "topiramate"', { ways })).toBe(
      'unclear: "length" of "prior treatment" 1 may be 31 to 91 days; write the days on which it began and ended',
    );
    expect(judged(tried, printsTried, 'prior treatment "metoprolol"', { ways })).toBe('met');
    const silent = tried.replace('  reason: asthma', '');
    expect(judged(silent, printsTried, 'prior treatment "metoprolol"', { ways })).toBe(
      'open: "reason" of "prior treatment" 2 is not given',
    );
  });

  it('is counted', () => {
    expect(judged(tried, printsTried, 'prior treatment', { count: { is: 'at least', number: 2 } })).toBe('met');
    expect(judged(tried, printsTried, 'prior treatment', { count: { is: 'at least', number: 3 } })).toBe(
      'open: 3 of "prior treatment" are asked; 2 are there',
    );
    expect(judged(tried, printsTried, 'prior treatment', { count: { is: 'none' } })).toBe(
      'not met: "prior treatment" is given, and must not be',
    );
    expect(judged(tried, printsTried, 'prior treatment "erenumab"', { count: { is: 'none' } })).toBe(
      'nothing against it',
    );
    expect(judged(tried, printsTried, 'prior treatment', { count: { is: 'at most', number: 1 } })).toBe(
      'not met: more than 1 of "prior treatment" are given',
    );
  });

  it('is looked at each, where every one is asked', () => {
    const every = { pick: 'every', ways: [{ reason: givenTest }] } as const;
    expect(judged(tried, printsTried, 'prior treatment', every)).toBe(
      'open: "reason" of "prior treatment" 1 is not given',
    );
    expect(judged('', printsTried, 'prior treatment', every)).toBe('does not apply');
  });

  it('is the latest by its day', () => {
    const scores = (first: string, second: string) => `finding: BMI
  date: ${first}
  result: 31 kg/m2
finding: BMI
  date: ${second}
  result: 29 kg/m2`;
    const prints = '- [finding], [finding date], [finding result]';
    const latest = { pick: 'latest', ways: [{ result: atLeast(30, 'kg/m2') }] } as const;
    expect(judged(scores('2026-10-01', '2026-05-01'), prints, 'finding "BMI"', latest)).toBe('met');
    expect(judged(scores('2026-05-01', '2026-10-01'), prints, 'finding "BMI"', latest)).toMatch(/^not met/);
    expect(judged(scores('2026', '2026-10-01'), prints, 'finding "BMI"', latest)).toMatch(/^unclear: which of/);
    expect(judged(scores('2026-10-01', '2026-10-01'), prints, 'finding "BMI"', latest)).toBe('met');
  });
});

describe('a fact', () => {
  it('that is computed is printed when its sources are', () => {
    const patient = 'patient\n  name: Elena Petrov\n  date of birth: 1984-06-02';
    expect(judged(patient, 'Born [patient date of birth].', 'patient age', { test: atLeast(18) })).toBe('met');
    expect(judged(patient, 'Aged [patient age].', 'patient age', { test: atLeast(18) })).toBe('met');
    expect(judged(patient, '[patient name].', 'patient age', { test: atLeast(18) })).toMatch(/^unprinted/);
    expect(judged(patient, 'Aged [patient age].', 'patient age', { test: atLeast(43) })).toMatch(/^not met/);
    expect(judged('patient: Elena Petrov', 'Aged.', 'patient age', { test: atLeast(43) })).toMatch(/^open/);
  });

  it('has the quoted words itself, where its record is there once', () => {
    const site = (text: string) => `treatment requested: infusions\n  site: ${text}`;
    const prints = 'At [treatment requested site].';
    const name = 'treatment requested site "outpatient"; "freestanding"';
    expect(judged(site('a freestanding center'), prints, name)).toBe('met');
    expect(judged(site('the hospital'), prints, name)).toBe('not met: "treatment requested site" is not what is asked');
    expect(judged('treatment requested: infusions', prints, name)).toBe(
      'open: "treatment requested site" is not given',
    );
  });

  it('is held against a day', () => {
    const within: Test = { is: 'days', op: 'within', amount: 60, unit: 'days', relation: 'before' };
    expect(judged('last visit: 2026-11-01', 'Seen on [last visit].', 'last visit', { test: within })).toBe('met');
    expect(judged('last visit: 2026-01-09', 'Seen on [last visit].', 'last visit', { test: within })).toBe(
      'not met: "last visit" is too early',
    );
    expect(judged('', 'Seen.', 'last visit', { test: within })).toBe('open: "last visit" is not given');
  });

  it('is held against another of its record', () => {
    const score = 'outcome measure: Oswestry\n  baseline: 52 percent\n  current: 26 percent';
    const prints = '[outcome measure] [outcome measure baseline] [outcome measure current]';
    const test =
      (number: number, unit: string) =>
      (fieldNamed: (name: string) => FieldDeclaration): Test => ({
        is: 'change',
        bounds: [{ op: 'at least', number }],
        unit,
        direction: 'below',
        of: fieldNamed('baseline'),
      });
    const way = (number: number, unit: string) => ({ ways: [{ current: test(number, unit) }] });
    expect(judged(score, prints, 'outcome measure', way(50, 'percent'))).toBe('met');
    expect(judged(score, prints, 'outcome measure', way(51, 'percent'))).toMatch(/^not met/);
    expect(judged(score, prints, 'outcome measure', way(4, 'days'))).toMatch(/^unclear/);
  });
});
