import { headProblems } from '../analysis/head-problems.js';
import { ownerOfProblem } from '../analysis/problem-owners.js';
import type { Report, Rule } from '../lint/rule.js';
import { type FieldDeclaration, isShipped, rangeOf, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

export const duplicateField: Rule = {
  id: 'duplicate-field',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  summary: 'A fact that can have only one value is given once, and a field is declared once.',
  why: 'Only the first one counts. If the two differ, the letter may print the wrong one.',
  bad: 'patient\n  name: Jane Doe\n  name: Jane R. Doe',
  good: 'patient\n  name: Jane Doe',
  check(file, report) {
    for (const { where, field } of headProblems(file, 'duplicate field')) {
      const first = field && firstOf(where, field, file);
      const message = 'This is given twice, and only the first one counts. Keep the right one and take the other out.';
      report(where, message, first ? { related: [{ where: first, message: 'given first here' }] } : {});
    }
    for (const { name, field } of file.declarations) if (field) checkDeclared(name, field, report);
  },
};

function firstOf(where: Word, field: FieldDeclaration, subject: FileSubject): Word | undefined {
  const isFirst = (one: { declaration?: FieldDeclaration; name: Word }) =>
    one.declaration === field && one.name !== where;
  if (field.record === undefined || field.record === 'letter') return subject.head?.facts.find(isFirst)?.name;
  return ownerOfProblem(where, subject)?.fields.find(isFirst)?.name;
}

/** The first declaration of a field stands, wherever it is in the workspace; it takes the place of one that ships. */
function checkDeclared(name: Word, field: FieldDeclaration, report: Report): void {
  const here = rangeOf(name);
  const first = rangeOf(field.source);
  // What ships is not to be changed; a workspace's own file of its name may stand for it.
  if (isShipped(here.uri) || (here.uri === first.uri && here.start === first.start)) return;
  report(name, 'This field is declared already, in another place. Take this line out, or choose another name.', {
    related: [{ where: field.source, message: 'declared first here' }],
  });
}
