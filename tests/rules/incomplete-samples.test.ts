import { expect, test } from 'vitest';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { besidePaths, parse, readTemplate } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const workspace = shippedWorkspace();
for (const path of besidePaths) workspace.set(parse(`file:///${path}`, readTemplate(path)));

/** What is found, in the order of the text, in a complete sample of which these lines are taken out: a record with the lines beneath it. */
function foundWithout(sample: string, ...begins: readonly string[]): string[] {
  let text = readTemplate(`samples/${sample}.lmn`);
  for (const begin of begins) {
    const escaped = begin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const line = new RegExp(`^( *)${escaped}.*\\n(?:\\1 +.*\\n)*`, 'm');
    expect(text).toMatch(line);
    text = text.replace(line, '');
  }
  const subject = readSubjects(parse('file:///case.lmn', text), workspace, undefined, withCriteria);
  return lint(subject, { rules: allRules }).map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message.slice(0, 70)}`,
  );
}

test('complete samples have nothing to find', () => {
  for (const sample of ['appeal-1', 'dme-mobility', 'step-exception', 'genetic-test', 'migraine-antibody'])
    expect(foundWithout(sample)).toEqual([]);
});

test('an appeal that leaves a reason unanswered and does not say what was denied', () => {
  expect(foundWithout('appeal-1', 'answer: ', 'item: ')).toEqual([
    'error missing-field: Missing in "denial": item. Add a line for each beneath it.',
    'error missing-field: Missing in "denial reason": answer. Add a line for each beneath it.',
  ]);
});

test('a wheelchair letter without its evaluation, the home and the reason against a lesser one', () => {
  // What the policy asks too is told as the policy's.
  expect(foundWithout('dme-mobility', 'equipment evaluation', 'home', 'reason: ')).toEqual([
    'info kind-recommends: "equipment evaluation" is not given. Power mobility asks: The speciali',
    'error policy-requires: Nothing is given yet for 2 points. Of Group 3 power wheelchairs, chapt',
    'error policy-requires: "3.6.4 b" is open: "reason" of "prior treatment" 1 is not given. The p',
  ]);
});

test('a step therapy exception without its ground, or without the reason against a drug', () => {
  expect(foundWithout('step-exception', 'ground: ', 'reason: fatty')).toEqual([
    'error kind-requires: "exception ground" is not given. Exception to step therapy asks: On wh',
  ]);
  // Which facts are asked of each drug depends on the ground.
  expect(foundWithout('step-exception', 'reason: fatty')).toEqual([
    'error kind-requires: "Contraindicated" is open: "reason" of "required step" 1 is not given.',
  ]);
});

test('a genetic test without laboratory and family', () => {
  expect(foundWithout('genetic-test', 'laboratory', 'family history', 'family history')).toEqual([
    'info kind-recommends: "laboratory" is not given. Genetic test asks: The laboratory\'s numbers',
    'error kind-requires: "family history" is not given. Genetic test asks: The family; answer t',
    'error missing-field: Missing in this case: laboratory. Add a line for each.',
    'error policy-requires: "7" is open: "laboratory" is not given. The policy asks: The laborator',
  ]);
});

test('a request that misses three criteria of the payer’s policy', () => {
  expect(foundWithout('migraine-antibody', 'criterion: 2.3', 'reason: asthma', 'enclosure: Headache diary')).toEqual([
    'error policy-requires: Nothing is given yet for 2 points. Of Antibodies against CGRP for prev',
    'error policy-requires: "2.2" is open: "reason" of "prior treatment" 2 is not given. The polic',
  ]);
});
