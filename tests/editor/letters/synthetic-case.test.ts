import { expect, test } from 'vitest';
import { VALUE_TYPES } from '../../../server/src/knowledge/types.js';
import { syntheticCase, syntheticUri } from '../../../server/src/editor/letters/synthetic-case.js';
import { readSubjects } from '../../../server/src/letter/subjects.js';
import { lint } from '../../../server/src/lint/engine.js';
import { allRules } from '../../../server/src/rules/all-rules.js';
import { today } from '../../support/editor.js';
import { parse, shippedTemplates, templatePaths, workspaceOf } from '../../support/workspace.js';

const types = [...VALUE_TYPES.keys()].filter((type) => type !== 'text');
const codes = [...VALUE_TYPES.values()].filter(({ isCode }) => isCode).map(({ name }) => name);
const everyType = [
  'template every "Every type"',
  ...types.map((type) => `a ${type} (${type}): Any.`),
  'a choice (one | two): Any.',
  'a start (when): Any.',
  'a stop (when): Any.',
  'a length (time from a start to a stop): Any.',
  '---',
  ...types.map((type) => `[a ${type}]`),
  '[a choice] [a length] [prior treatment length] [outcome measure] [outcome measure change] [patient name] [patient age] [them] [diagnosis] [prior treatment] [evidence citation]',
  '',
].join('\n');

test.each([...templatePaths.map((path) => path.replace('.lmn', '')), 'every'])(
  'the made-up case of %s gives every fact, and each in its form',
  (name) => {
    const workspace = workspaceOf({ 'every.lmn': everyType, ...shippedTemplates });
    const text = syntheticCase(workspace.templates.get(name)!, workspace, today());
    const subject = readSubjects(parse(syntheticUri, text), workspace);
    const open = subject.letter!.lacks.flatMap((lack) => (lack.kind === 'fact' ? [lack.field] : []));
    expect(open.filter(({ type }) => type.name !== 'image').map((field) => field.name)).toEqual([]);
    const findings = lint(subject, { rules: allRules });
    expect(
      findings.filter(({ rule }) =>
        ['wrong-value', 'icd-10-code', 'unknown-field', 'unknown-record', ...codes].includes(rule),
      ),
    ).toEqual([]);
  },
);
