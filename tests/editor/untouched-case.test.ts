import { expect, test } from 'vitest';
import { toPlainText } from '../../server/src/begin/insertion.js';
import { newCase } from '../../server/src/begin/new-case.js';
import { gentleFindings, isUntouched } from '../../server/src/editor/untouched-case.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { parse } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const workspace = shippedWorkspace();

function findingsIn(text: string) {
  const subject = readSubjects(parse('file:///new.lmn', text), workspace);
  const found = lint(subject, { rules: allRules });
  return isUntouched(subject) ? gentleFindings(found, text) : found;
}

test.each([...workspace.templates.values()])('a new case of $name is told one thing, and no error', (template) => {
  const text = toPlainText(newCase(template, workspace, { year: 2026, month: 11, day: 22 }));
  expect(findingsIn(text).map(({ severity, message }) => `${severity}: ${message.split(' (')[0] ?? ''}`)).toEqual([
    'info: Everything is still to be written',
  ]);
});
