import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDemands } from '../../server/src/language/clauses/read-demands.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { readCaseFile } from '../../server/src/language/case-file.js';
import type { Workspace } from '../../server/src/language/workspace.js';
import type { Criterion } from '../../server/src/requirements/criteria.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse, workspaceOf } from '../support/workspace.js';

const folder = new URL('walk/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const policies = [
  'tri-county-power-chair',
  'juniper-cgrp',
  'sandstone-weight',
  'lakemont-gene-panel',
  'high-desert-injections',
];

function walkWorkspace(): Workspace {
  return workspaceOf(Object.fromEntries(['fields', ...policies].map((name) => [`${name}.lmn`, read(`${name}.lmn`)])));
}

/** A case whose letter prints every fact that it gives, but those named. */
function letterOf(name: string, unprinted: readonly string[], workspace: Workspace): ResolvedLetter {
  const file = parse('file:///case.lmn', letterText(name, unprinted, workspace));
  return resolveLetter(readCaseFile(file, workspace));
}

function letterText(name: string, unprinted: readonly string[], workspace: Workspace): string {
  const head = read(`${name}.lmn`);
  const { facts } = resolveLetter(readCaseFile(parse('file:///bare.lmn', head), workspace));
  const { letter } = workspace.vocabulary;
  const names = [
    ...letter.fields.filter((field) => facts.valuesOf(field).length > 0).map((field) => field.name),
    ...facts
      .allRecords()
      .flatMap(({ declaration, values }) => [...values.keys()].map((field) => `${declaration.name} ${field.name}`)),
  ].filter((one) => !unprinted.includes(one));
  const lines = [...new Set(names)].map((one) => `- [${one}]`).join('\n');
  const body = `RE: the request. Please approve it.\n## Facts #history\n${lines}\n## Condition #condition\nIt is severe.\n## Treatment #treatment\nIt helps.\n## Consequences #consequences\nIt gets worse.\n`;
  return `${head}${body}`;
}

/** Each criterion of the policy that applies, with its state. */
function states(criteria: readonly Criterion[]): string[] {
  return criteria.filter(({ asker }) => asker.level === 'policy').map(({ name, state }) => `${name}: ${state}`);
}

describe('two cases, every clause walked by hand', () => {
  test('a power wheelchair', () => {
    const workspace = walkWorkspace();
    const letter = letterOf('hale-power-chair', ['equipment evaluation financial ties'], workspace);
    expect(states(judgeLetter(letter, libraryOf(workspace)).criteria)).toEqual([
      '3.6.1: not met',
      '3.6.2: met',
      '3.6.3: met',
      '3.6.4 a: waived',
      '3.6.4 b: met',
      '3.6.4 c: met',
      '3.6.5: met',
      '3.6.6: met',
      '3.6.7: unclear',
      '3.6.8: unprinted',
      '3.6.9: open',
      '3.6.10: met',
      '3.6.11: met',
      '3.6.12: met',
      '3.6.13: met',
      '3.6.14: met',
    ]);
    const visit = judgeLetter(letter, libraryOf(workspace)).criteria.find(({ name }) => name === '3.6.1');
    expect(visit?.clauses.map(({ state }) => state)).toEqual(['not met', 'met']);
    const documents = judgeLetter(letter, libraryOf(workspace)).criteria.find(({ name }) => name === '3.6.13');
    expect(documents?.clauses.map(({ clause, state }) => `${clause.force} ${state}`)).toEqual([
      'require met',
      'require met',
      'require met',
      'recommend open',
    ]);
  });

  test('a drug against migraine', () => {
    const workspace = walkWorkspace();
    const letter = letterOf('petrov-migraine', [], workspace);
    const { criteria } = judgeLetter(letter, libraryOf(workspace));
    expect(states(criteria)).toEqual([
      '1.1: met',
      '1.2: met',
      '1.3: met',
      '2.1: met',
      '2.2: unclear',
      '2.3: met',
      '2.4: open',
      '2.5: met',
      '2.6: not met',
      '3.1: does not apply',
      '3.2: does not apply',
      '3.3: does not apply',
      '3.4: does not apply',
    ]);
    const either = criteria.find(({ name }) => name === '2.1')?.clauses[0];
    expect(either?.options?.map(({ words }) => words?.text)).toEqual([
      'episodic, four to fourteen migraine days a month',
    ]);
    expect(criteria.find(({ name }) => name === '2.4')?.clauses.map(({ state }) => state)).toEqual([
      'open',
      'nothing against it',
    ]);
  });

  test('its kind is asked too, and what the policy asks likewise is told there', () => {
    const workspace = walkWorkspace();
    for (const name of readdirSync(new URL('kinds/', folder)))
      workspace.set(parse(`file:///kinds/${name}`, read(`kinds/${name}`)));
    const letter = letterOf('hale-power-chair', ['equipment evaluation financial ties'], workspace);
    const { kinds, criteria } = judgeLetter(letter, libraryOf(workspace));
    expect(kinds).toEqual(['dme-mobility', 'dme']);
    const troubled = criteria
      .filter(({ asker, clauses }) => asker.level !== 'policy' && clauses.some(({ standing }) => standing !== 'met'))
      .map(({ name, state, toldBy }) => `${name}: ${state}${toldBy ? `, told by ${toldBy.name}` : ''}`);
    expect(troubled).toEqual([
      'reference number: open',
      'servicing facility name: open',
      'enclosure "quote"; "invoice": open',
      'face-to-face visit within 6 months before treatment requested order date: not met, told by 3.6.1',
      'equipment evaluation: unprinted',
      'co-signer: open',
      'enclosure "home assessment": open, told by 3.6.13',
    ]);
    const { decisions } = judgeLetter(letter, libraryOf(workspace));
    expect(decisions.map(({ asker, line }) => `${asker.name}: ${String(line.amount)} ${line.unit}`)).toEqual([
      'core: 7 days',
    ]);
    // Equipment is judged without published evidence.
    expect(criteria.some(({ name }) => name === 'evidence')).toBe(false);
  });
});

test('nothing is judged again while all that was asked is answered alike', () => {
  const workspace = walkWorkspace();
  const read = readCaseFile(parse('file:///case.lmn', letterText('petrov-migraine', [], workspace)), workspace);
  const judged = judgeLetter(resolveLetter(read), libraryOf(workspace));
  expect(judgeLetter(resolveLetter(read), libraryOf(workspace))).toBe(judged);
  const other = letterText('petrov-migraine', [], workspace).replace('duration: 12 months', 'duration: 6 months');
  const changed = resolveLetter(readCaseFile(parse('file:///case.lmn', other), workspace));
  expect(states(judgeLetter(changed, libraryOf(workspace)).criteria)).toContain('2.6: met');
});

test.each([...policies, ...readdirSync(new URL('kinds/', folder)).map((name) => `kinds/${name.replace('.lmn', '')}`)])(
  'every line of %s is understood',
  (name) => {
    const { schema } = walkWorkspace();
    const demands = readDemands(parse(`file:///${name}.lmn`, read(`${name}.lmn`)).entries, schema);
    expect(demands.damage).toEqual([]);
    expect(demands.clauses.length).toBeGreaterThan(0);
    expect(demands.clauses.every(({ ask }) => ask)).toBe(true);
  },
);

test('a kind or policy without a title is called by its name', () => {
  const workspace = walkWorkspace();
  workspace.set(parse('file:///k.lmn', 'kind renewal\nrequire date'));
  workspace.set(parse('file:///p.lmn', 'policy some-policy\nrequire date'));
  expect(workspace.kinds.get('renewal')?.title).toBe('renewal');
  expect(workspace.policies.get('some-policy')?.title).toBe('some-policy');
});

describe('a line that is not understood', () => {
  test.each([
    'require last visti within 60 days: 9: Seen.',
    'option finding: lonely',
    'require 2 of these: 9: Two.',
    'require prior treatment "a" or "b": 9',
    'require last visit within: 9',
    'require prior treatment: 9\n  outcome given',
    'deadline soon: 9',
  ])('%s leaves the outcomes of the others', (line) => {
    const workspace = walkWorkspace();
    const before = states(judgeLetter(letterOf('petrov-migraine', [], workspace), libraryOf(workspace)).criteria);
    const policy = read('juniper-cgrp.lmn').replace('\nrequire diagnosis:', `\n${line}\nrequire diagnosis:`);
    workspace.set(parse('file:///juniper-cgrp.lmn', policy));
    const after = states(judgeLetter(letterOf('petrov-migraine', [], workspace), libraryOf(workspace)).criteria);
    expect(after.filter((one) => !/^9|^:/.test(one))).toEqual(before);
  });
});

/** Ways in which a line is damaged: cut short, a stretch taken out, turned round, other characters put in. */
const damage = fc.oneof(
  fc.nat(120).map((at) => (line: string) => line.slice(0, at % (line.length + 1))),
  fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 12 })).map(([at, length]) => (line: string) => {
    const start = at % (line.length + 1);
    return line.slice(0, start) + line.slice(start + length);
  }),
  fc
    .tuple(fc.nat(120), fc.constantFrom('"', ':', ';', ' of these', ' within ', ' 2 ', '>=', ' or ', '\u201d', '\t'))
    .map(([at, put]) => (line: string) => {
      const start = at % (line.length + 1);
      return line.slice(0, start) + put + line.slice(start);
    }),
);

test('any damage to one line of a policy leaves the outcomes of the other clauses as they were', () => {
  const workspace = walkWorkspace();
  const policy = read('juniper-cgrp.lmn');
  const lines = policy.split('\n');
  const head = lines.findLastIndex((line) => line.startsWith('source:'));
  const clauseLines = lines.flatMap((line, index) => (index > head && line.trim() !== '' ? [index] : []));
  const letter = letterOf('petrov-migraine', [], workspace);
  /** Of each clause of the policy, by its line, how it stands; the clauses of a group stand on the line that begins it. */
  const standings = () =>
    new Map(
      judgeLetter(letter, libraryOf(workspace))
        .criteria.filter(({ asker }) => asker.name === 'juniper-cgrp')
        .flatMap(({ clauses }) => clauses.map(({ clause, state }) => [clause.entry.whole.text, state] as const)),
    );
  const before = standings();
  expect(clauseLines.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.constantFrom(...clauseLines), damage, (index, damaged) => {
      const line = damaged(lines[index]!);
      const changed = lines.with(index, line).join('\n');
      workspace.set(parse('file:///juniper-cgrp.lmn', changed));
      const after = standings();
      const from = lines.slice(0, index + 1).findLastIndex((line) => /^(?:require|recommend|limit)/.test(line));
      const own = [lines[from]!];
      // A line that is gone or stands deeper leaves those beneath it to the clause above.
      if (/^\s|^$/.test(line))
        own.push(lines.slice(0, from).findLast((other) => /^(?:require|recommend|limit)/.test(other)) ?? '');
      for (const [text, state] of before)
        if (!own.includes(text) && after.has(text)) expect([text, after.get(text)]).toEqual([text, state]);
      const lost = [...before.keys()].filter((text) => !own.includes(text) && !after.has(text));
      expect(lost).toEqual([]);
    }),
    { numRuns: 150 },
  );
  workspace.set(parse('file:///juniper-cgrp.lmn', policy));
});
