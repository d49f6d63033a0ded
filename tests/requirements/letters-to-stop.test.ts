import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { shippedWorkspace } from '../templates/shipped.js';
import { parse } from '../support/workspace.js';

/** Letters that a reviewer would deny, beside the project: which rules have to speak, and which must not. */
interface Expected {
  readonly must: readonly (readonly [rules: string, about: string])[];
  readonly mustNot: readonly string[];
}

const folder = new URL('../../../shared/field/letters-to-stop/', import.meta.url);
const isThere = existsSync(folder);
const texts = isThere
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.lmn'))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
  : [];
const expected = isThere
  ? (JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Expected | string>)
  : {};
const ids = new Set(allRules.map(({ id }) => id));

/** A finding by another rule, which means the same: a time under care is computed, so that one which is typed cannot contradict. */
const otherIds: Readonly<Record<string, string>> = { 'duration-conflict': 'derived-field' };

function found(name: string): string[] {
  const workspace = shippedWorkspace();
  for (const [other, text] of texts) if (other !== name) workspace.set(parse(`file:///stop/${other}`, text));
  const file = parse(`file:///stop/${name}`, Object.fromEntries(texts)[name] ?? '');
  const findings = lint(readSubjects(file, workspace, undefined, withCriteria), { rules: allRules });
  return [...new Set(findings.map(({ rule }) => rule))];
}

const letters = Object.entries(expected).flatMap(([name, one]) =>
  typeof one === 'string' ? [] : [[name, one] as const],
);

describe.skipIf(!isThere)('letters that are to be stopped (skipped where they are not beside the project)', () => {
  test('there are some', () => {
    expect(letters.length).toBeGreaterThan(5);
    const musts = letters.flatMap(([, { must }]) => must);
    expect(musts.filter(([rules]) => !rules.split('|').some((id) => ids.has(id)))).toEqual([]);
  });

  test.each(letters)('%s', (name, { must, mustNot }) => {
    const rules = found(name);
    for (const [alternatives, about] of must) {
      const wanted = alternatives.split('|').filter((id) => ids.has(id));
      const isSilent = about.startsWith('nothing:');
      const isFound = wanted.some((id) => rules.includes(id) || rules.includes(otherIds[id] ?? id));
      if (wanted.length > 0) expect([about, isFound]).toEqual([about, !isSilent]);
    }
    expect(rules.filter((rule) => mustNot.includes(rule))).toEqual([]);
  });
});
