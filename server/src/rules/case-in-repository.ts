import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type FieldDeclaration, valueText } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import type { Rule } from '../lint/rule.js';

const filled = 'patient: Maria Gomez\n  date of birth: 1968-04-09\ndiagnosis: lumbar radiculopathy';

export const caseInRepository: Rule = {
  id: 'case-in-repository',
  group: 'privacy',
  severity: 'error',
  subject: 'letter',
  needs: 'repository',
  summary: 'No case with a patient’s facts is tracked by git.',
  why: 'Whoever has a copy of the repository has every version of its files, and deleting one later takes it out of none of them (45 CFR 164.502(b): only what is needed, to those who need it). Told by lmn lint alone, which asks git once for a folder; editors do not ask it, nor does lmn render. Silent where there is no git, in cases that git does not track, in those that say synthetic: yes, because their patient is invented, and in those that hold nothing of a patient yet. What was committed stays in the history: git rm --cached takes it out of the next commit only.',
  bad: { 'x.lmn': `case\n${filled}`, 'git ls-files': 'x.lmn' },
  good: { 'x.lmn': `case\nsynthetic: yes\n${filled}`, 'git ls-files': 'x.lmn' },
  check(letter, report, subject) {
    const { file, workspace } = subject;
    if (!holdsPatient(subject, letter) || isInvented(letter) || workspace.tracked?.has(file.uri) !== true) return;
    report(
      file.firstLine,
      'Git tracks this case and its patient’s facts. Take it out with git rm --cached, or write synthetic: yes if the patient is invented.',
    );
  },
};

/** Says of itself, or by its template, that there is no such patient. */
function isInvented({ facts, case: { schema } }: ResolvedLetter): boolean {
  const field = schema.vocabulary.letter.byName.get('synthetic');
  const [value] = field ? facts.valuesOf(field) : [];
  return value !== undefined && valueText(value, ' ').toLowerCase() === 'yes';
}

/** A case that was only begun, with its date, its payer and its clinician, tells nothing of anybody. */
function holdsPatient({ records }: FileSubject, letter: ResolvedLetter): boolean {
  const { byName } = letter.case.schema.vocabulary.letter;
  const isPatients = (field: FieldDeclaration) =>
    field.identifying || !(field.public || byName.get(field.norm) === field);
  const inHead = records.some(({ record }) =>
    record.fields.some(
      ({ declaration, values }) => declaration && isPatients(declaration) && values.some(({ given }) => given),
    ),
  );
  return inHead || letter.sections.some(hasOwnWords);
}

/** What is in brackets is a fact from elsewhere, the template's text, or still to be written. */
function hasOwnWords({ caseSection }: ResolvedSection): boolean {
  if (!caseSection) return false;
  const { piece, prose } = caseSection;
  let from = prose.start;
  for (const { start, end } of [...prose.brackets, { start: prose.end, end: prose.end }]) {
    if (/\p{L}/u.test(piece.text.slice(from, start))) return true;
    from = Math.max(from, end);
  }
  return false;
}
