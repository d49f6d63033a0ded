import { expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { caseInRepository } from '../../server/src/rules/case-in-repository.js';
import { finds } from '../support/finds.js';
import { subjectOf } from '../support/workspace.js';

const tracked = { 'git ls-files': 'a b.lmn\nx.lmn\n' };
const name = 'patient: Maria Gomez';

test.each([
  ['a name', name],
  ['a diagnosis', 'diagnosis: lumbar radiculopathy'],
  ['the number on the card', 'insurance: Example Health\n  member id: W884201937'],
  ['a number of the request', 'reference number: 8842-1937'],
  ['prose', '---\n## History\n[write why] Mrs. Gomez fell in May.'],
  ['what is said to be no invention', `synthetic: no\n${name}`],
])('a case with %s', (_, text) => {
  finds(caseInRepository, `<|case|>\n${text}`, tracked);
});

test.each([
  ['an invented patient', `case\nsynthetic: yes\n${name}`],
  ['an invented patient, in capitals', `case\nSynthetic: YES\n${name}`],
  ['a case that was only begun', 'case\ndate: 2026-03-02\npatient:\n  date of birth: [patient date of birth]'],
  ['its payer and clinician', 'case\ninsurance: Example Health\nprovider: Sam Lee\n  npi: 1234567893'],
  ['prose still to be written', 'case\n---\n## History\n[write why] [patient name]'],
  ['its date and how soon it is to be decided', 'case\ndate: 2026-11-21\nurgency: standard'],
  ['another kind of file', 'vocabulary v'],
])('says nothing of %s', (_, text) => {
  finds(caseInRepository, text, tracked);
});

test('says nothing of what is not tracked, nor where git is not asked', () => {
  finds(caseInRepository, `case\n${name}`, { 'git ls-files': 'y.lmn\nfolder/x.lmn' });
  finds(caseInRepository, `case\n${name}`);
});

test('a template for training makes its cases invented', () => {
  const training = 'template training\nsynthetic: yes\n---\n## A\nText.\n';
  finds(caseInRepository, `case training\n${name}`, { ...tracked, 't.lmn': training });
});

test('is suppressed, and a copy that git does not know needs that too', () => {
  const text = `// lmn-disable-file case-in-repository -- only two of us read this\ncase\n${name}`;
  for (const files of [tracked, { 'git ls-files': '' }, {}]) {
    const found = lint(subjectOf(text, files), { rules: allRules });
    expect(found.filter(({ rule }) => rule === caseInRepository.id || rule === 'unneeded-suppression')).toEqual([]);
  }
});
