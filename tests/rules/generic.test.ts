import { expect, test } from 'vitest';
import { generic } from '../../server/src/rules/generic.js';
import { finds } from '../support/finds.js';

const asking = (heading: string) => ({
  't.lmn': `template t\nfor: review\n---\n## ${heading}\n[write: why this patient needs it]`,
  'k.lmn': 'kind review "Review"\nsource: x\n\nrequire date: The day.',
});

test.each([
  'She needs this treatment.',
  '[Patient name] did not respond to other drugs.',
  '[Provider name] recommends it.',
])('tells of a section of which all is: %s', (text) => {
  const [finding] = finds(
    generic,
    `case t\npatient: Jane Doe\nprovider: Dana Whitfield\n---\n## <|Rationale|>\n${text}`,
    asking('Rationale #treatment'),
  );
  expect(finding?.severity).toBe('warning');
});

test.each([
  ['a number', 'Rationale', 'She failed 2 drugs.'],
  ['a fact', 'Rationale', 'She has [diagnosis].'],
  [
    'more than a sentence',
    'Rationale',
    'She cannot stand for long, and her arms are too weak for a chair that she would have to push.',
  ],
  ['the closing', 'Closing', 'Thank you for your review.'],
  ['evidence', 'Sources #evidence', 'A trial showed it.'],
  ['qualifications', 'Who I am #qualifications', 'I practice medicine.'],
  ['what is still to be written', 'Rationale', '[write: more]'],
  ['what the case does not write', 'Rationale', ''],
])('silent on %s', (_, heading, text) => {
  const title = heading.replace(/ #.*/, '');
  finds(generic, `case t\ndiagnosis: chronic migraine\n---\n## ${title}\n${text}`, asking(heading));
});

test.each([
  [
    'a section that no template leaves to the writer',
    { 't.lmn': 'template t\nfor: review\n---\n## Rationale\nIt is needed.' },
  ],
  ['a letter without a kind', { 't.lmn': 'template t\n---\n## Rationale\n[write: why]' }],
])('silent on %s', (_, files) => {
  finds(generic, 'case t\n---\n## Rationale\nShe needs it.', { ...asking('Rationale'), ...files });
});
