import { expect, test } from 'vitest';
import { optionalBraces } from '../../server/src/rules/optional-braces.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test.each([
  'template t\n---\n## A <|#optional|>\n{Allergies: [allergy].}',
  'template t\n---\n## A #history <|#Optional|>\n{Allergies: [allergy].}\n{So: [symptom].} {when [urgency] is expedited: Soon.}',
  'template t\n---\n## A <|#optional|>\n- {[allergy]}\n- {[symptom]}\n\n> {[symptom]}',
])('in %j', (text) => {
  const [finding] = finds(optionalBraces, text);
  expect(finding?.fixes).toEqual([]);
});

test('conditions decide by themselves', () =>
  mends(
    optionalBraces,
    'template t\n---\n## A #optional #history\n{when [urgency] is expedited: Soon.}',
    'template t\n---\n## A #history\n{when [urgency] is expedited: Soon.}',
  ));

test.each([
  'template t\n---\n## A #optional\nAllergies: [allergy].{ More: [symptom].}',
  'template t\n---\n## A\n{Allergies: [allergy].}',
  'template t\n---\n## A #optional\n',
  'template t\n---\n## A #optional\n{Allergies: [allergy].}\n\n### Why\n',
  'template t\n---\n## A #optional\n- [allergy]{ ([allergy reaction])}',
  'case\n---\n## A #optional\n{Allergies: [allergy].}',
])('not in %j', (text) => {
  finds(optionalBraces, text);
});
