import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const folder = new URL('other-policies/', import.meta.url);

/** A policy of an invented payer, and cases with what a person judged of each of its criteria before the program did. */
interface Judgment {
  readonly policy: string;
  readonly cases: readonly { readonly name: string; readonly text: string; readonly states: string }[];
}

function judgmentIn(name: string): Judgment {
  const [policy = '', ...rest] = readFileSync(new URL(name, folder), 'utf8').split(/^===== (.*) =====\n/m);
  const parts = rest.filter((_, at) => at % 4 !== 2);
  const cases = Array.from({ length: parts.length / 3 }, (_, at) => {
    const [called = '', text = '', states = ''] = parts.slice(at * 3, at * 3 + 3);
    return { name: called, text, states: states.trim() };
  });
  return { policy, cases };
}

describe.each(readdirSync(folder))('%s', (file) => {
  const { policy, cases } = judgmentIn(file);
  const workspace = shippedWorkspace();
  workspace.set(parse('file:///policy.lmn', policy));

  test('is understood', () => {
    const subject = readSubjects(parse('file:///policy.lmn', policy), workspace);
    expect(lint(subject, { rules: allRules }).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each(cases)('$name', ({ text, states }) => {
    const { letter } = readSubjects(parse('file:///case.lmn', text), workspace);
    const criteria = letter ? judgeLetter(letter, libraryOf(workspace)).criteria : [];
    const told = criteria.filter(({ asker }) => asker.level === 'policy').map(({ name, state }) => `${name}: ${state}`);
    expect(told.join('\n')).toBe(states);
  });
});
