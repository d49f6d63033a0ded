import { describe, expect, test } from 'vitest';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { parse, readTemplate } from '../support/workspace.js';
import { samplesWorkspace } from '../templates/shipped.js';

// Each policy of the samples with its complete case, in which nothing is found (tests/templates/complete-cases.test.ts), and what is found when a fact of it changes.

const workspace = samplesWorkspace();

function read(path: string, edits: readonly Edit[] = []) {
  const text = edits.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      return after;
    },
    readTemplate(`samples/${path}.lmn`),
  );
  return readSubjects(parse(`file:///samples/${path}.lmn`, text), workspace, undefined, withCriteria);
}

type Edit = readonly [from: string | RegExp, to: string];

/** What is told of the policy, as rule and criterion; other findings have nothing to do with it. */
function told(path: string, edits: readonly Edit[]): string[] {
  const findings = lint(read(path, edits), { rules: allRules }).filter(({ rule }) =>
    ['policy-requires', 'policy-recommends', 'length'].includes(rule),
  );
  return findings.map(({ severity, message }) => `${severity} ${/^"[^"]*" [^:.;]*/.exec(message)?.[0] ?? message}`);
}

const samples: Readonly<
  Record<string, { readonly complete: string; readonly failing: readonly (readonly [string, Edit[], string[]])[] }>
> = {
  'tri-county-power-chair': {
    complete: 'dme-mobility',
    failing: [
      [
        'a visit that is too early',
        [['face-to-face visit: 2026-11-17', 'face-to-face visit: 2026-05-20']],
        ['error "3.6.1" is not met'],
      ],
      [
        'an order by another practitioner',
        [['  ordered by: Samuel Oyelaran\n', '  ordered by: Anna Brandt\n']],
        ['error "3.6.1" is not met'],
      ],
      ['a weight in kilograms', [['weight: 187 lb', 'weight: 85 kg']], ['warning "3.6.7" cannot be told']],
      ['a heavier patient', [['weight: 187 lb', 'weight: 320 lb']], ['error "3.6.7" is not met']],
      ['no word of a scooter', [['alternative: a scooter', 'alternative: a cart']], ['error "3.6.4 c" is open']],
      [
        'no answer to a clause of words',
        [
          ['criterion: 3.6.9\n', ''],
          [
            '  met by: The supplier employs an assistive technology professional, who took part in the selection of this chair in person.\n',
            '',
          ],
        ],
        ['error "3.6.9" is open'],
      ],
      [
        'no home assessment, which is only recommended',
        [['enclosure: Home assessment, October 2026\n', '']],
        ['info "3.6.13" is open'],
      ],
    ],
  },
  'juniper-cgrp': {
    complete: 'migraine-antibody',
    failing: [
      [
        'a treatment whose length is not sure',
        [
          ['  start: 2026-03-02\n', '  start: March 2026\n'],
          ['  stop: 2026-06-05\n', '  stop: May 2026\n'],
        ],
        ['warning "2.2" cannot be told'],
      ],
      [
        'twelve months, where six are allowed',
        [['duration: 6 months', 'duration: 12 months']],
        ['error "2.6" is not met'],
      ],
      ['a child', [['date of birth: 1984-06-02', 'date of birth: 2010-06-02']], ['error "1.1" is not met']],
      [
        'another drug of the class',
        [['current treatment: Rizatriptan 10 mg as needed', 'current treatment: Rimegepant 75 mg every other day']],
        ['error "2.4" is not met'],
      ],
      ['too few migraine days', [['baseline: 11 days', 'baseline: 3 days']], ['error "2.1" is not met']],
      ['no diary', [['enclosure: Headache diary, September to November 2026\n', '']], ['error "2.5" is open']],
    ],
  },
  'lakemont-gene-panel': {
    complete: 'genetic-test',
    failing: [
      [
        'a cancer that was found late, without a family history',
        [
          ['triple-negative cancer', 'cancer'],
          ['date of birth: 1982-09-21', 'date of birth: 1960-09-21'],
          ['family history: breast cancer', 'family history: asthma'],
          ['family history: ovarian cancer', 'family history: gout'],
        ],
        ['error "2" is open'],
      ],
      ['a relative without an age', [['  age: 58\n', '']], ['error "3" is open']],
      ['no number of the laboratory', [['  clia: 00D0000000\n', '']], ['error "7" is open']],
      ['no counseling', [[/  counseling: .*\n/, '']], ['error "4" is open']],
    ],
  },
  'sandstone-weight': {
    complete: 'weight-management',
    failing: [
      ['a body mass index of 28 with a related condition', [['37.2 kg/m2', '28.1 kg/m2']], []],
      ['a body mass index of 26', [['37.2 kg/m2', '26.0 kg/m2']], ['error "3" is not met']],
      [
        'one that is three months old',
        [['finding: Body mass index\n  date: 2026-11-16', 'finding: Body mass index\n  date: 2026-08-16']],
        ['error "3" is not met'],
      ],
      ['a program of four months', [['stop: 2026-07-31', 'stop: 2026-03-01']], ['error "4" is not met']],
      [
        'a relative with a thyroid cancer',
        [['limitation: climbing', 'family history: medullary thyroid cancer\nlimitation: climbing']],
        ['error "7" is not met'],
      ],
    ],
  },
  'high-desert-injections': {
    complete: 'epidural-injections',
    failing: [
      ['an injection without imaging', [['guidance: fluoroscopy', 'guidance: none']], ['error "2.7" is not met']],
      ['three levels', [['levels: 1', 'levels: 3']], ['error "2.8" is not met']],
      [
        'relief that was too short',
        [
          ['relief lasting: 3 months', 'relief lasting: 4 weeks'],
          ['  current: 3\n', '  current: 6\n'],
        ],
        ['error "3.1" is open'],
      ],
      ['not seen for three months', [['last visit: 2026-11-12', 'last visit: 2026-08-12']], ['error "3.2" is not met']],
      [
        'no procedure notes',
        [['enclosure: Procedure notes, June 8 and September 14, 2026\n', '']],
        ['error "4.2" is open'],
      ],
    ],
  },
};

describe.each(Object.entries(samples))('%s', (policy, { complete, failing }) => {
  test('asks of its complete case, which meets all of it', () => {
    const { letter } = read(complete);
    if (!letter) throw new Error('not read as a case');
    const asked = judgeLetter(letter, libraryOf(workspace)).criteria.filter(({ asker }) => asker.name === policy);
    const states = asked.filter(({ force }) => force === 'require').map(({ name, state }) => `${name}: ${state}`);
    expect(states.length).toBeGreaterThan(6);
    expect(states.filter((line) => !/: (?:met|nothing against it|waived|does not apply)$/.test(line))).toEqual([]);
  });

  test.each(failing)('%s', (_, edits, expected) => {
    expect(told(complete, edits)).toEqual(expected);
  });
});
