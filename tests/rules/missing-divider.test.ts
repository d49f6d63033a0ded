import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { missingDivider } from '../../server/src/rules/missing-divider.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { readTemplate, sampleFiles, subjectOf, templatePaths } from '../support/workspace.js';

test('before the first heading', () => {
  const [finding] = finds(
    missingDivider,
    'case\npatient: Jane Doe\n## <|Request|> #treatment\nPlease.\n## Closing\nThanks.',
  );
  expect(finding?.severity).toBe('warning');
});

test.each([
  'template t\nsite (text)\n\n<|[date]|>\n\nTo Whom It May Concern,\n\n## A\n[site]',
  'template t\nfor: appeal-1\n<|{Fax: [insurance fax]}|>\nDate: [date]\n## A\nText.',
  'case\npatient: Jane Doe\n<|To the medical director|>\nI am writing, with thanks, for my patient.',
  'case\npatient: Jane Doe\n<|I am writing (again) for my patient.|>',
  'template t\n<|**RE: Request**|>',
])('before prose that has no heading: %j', (text) => {
  expect(finds(missingDivider, text)[0]?.severity).toBe('error');
});

test.each(['--', '-- -', '====', '---x'])('a divider with a slip: %j', (slip) => {
  if (slip !== '-- -')
    mends(missingDivider, `case\npatient: Jane Doe\n${slip}\n## A\nText.`, 'case\npatient: Jane Doe\n---\n## A\nText.');
  else finds(missingDivider, `case\npatient: Jane Doe\n<|${slip}|>\n## A\nText.`);
});

test.each([
  'case\npatient: Jane Doe\n---\n## A\nText.',
  'case\npatient: Jane Doe',
  'case\npatient: Jane Doe\n—————\nText.',
  'case\n(((\npatient: Jane Doe',
  'case\nprior treatment - Gabapentin, 300 mg',
  'vocabulary v\nprovider @lee\n  name: Lee Okafor',
])('not in %j', (text) => {
  finds(missingDivider, text);
});

test('puts it in', () => {
  mends(missingDivider, 'case\npatient: Jane Doe\n## A\nText.', 'case\npatient: Jane Doe\n---\n## A\nText.');
  mends(
    missingDivider,
    'template t\nsite (text)\n\n[date]\n\n## A\n[site]',
    'template t\nsite (text)\n\n---\n[date]\n\n## A\n[site]',
  );
});

test('a heading in a policy or vocabulary ends what is read', () => {
  mends(missingDivider, 'vocabulary v\n## Doctors\nprovider @lee', 'vocabulary v\n// Doctors\nprovider @lee');
  finds(missingDivider, 'policy p\npayer: Blue Mesa\n---\n## Notes\nFor whoever opens the file.');
});

describe('is all that is found when the divider of a shipped file is gone', () => {
  test.each([...templatePaths, 'samples/chronic-pain-continuation.lmn'])('%s', (path) => {
    const text = readTemplate(path).replace(/^---\n/m, '');
    const findings = lint(subjectOf(text, sampleFiles, path), { rules: allRules });
    expect(findings.map((finding) => finding.rule)).toEqual(['missing-divider']);
  });
});
