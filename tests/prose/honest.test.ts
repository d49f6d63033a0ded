import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { passagesOf } from '../../server/src/analysis/passages.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { inEnglish } from '../support/english.js';
import { subjectOf } from '../support/workspace.js';

// Paragraphs as clinicians write them, each the only section of its letter, and nothing wrong in any. A false alarm costs more trust than ten finds win.

const heads = {
  she: 'case\nsynthetic: yes\ndate: 2026-11-21\nstart of care: 2025-05-12\npatient\n  name: Elena Marquez\n  date of birth: 1968-04-09\n  pronouns: she\ndiagnosis: lumbar radiculopathy\n  code: M54.16\n  side: right\nallergy: iodinated contrast\ntreatment requested: transforaminal epidural steroid injections at right L5\n  code: 64483-RT\n',
  he: 'case\nsynthetic: yes\ndate: 2026-11-21\npatient\n  name: Robert Hale\n  date of birth: 1950-02-03\n  pronouns: he\ndiagnosis: amyotrophic lateral sclerosis\n  code: G12.21\n',
};

function letters(whose: keyof typeof heads): string[] {
  const path = fileURLToPath(new URL(`honest/${whose}.txt`, import.meta.url));
  const paragraphs = readFileSync(path, 'utf8')
    .trim()
    .split(/\n{2,}/);
  return paragraphs.map((paragraph) => `${heads[whose]}---\n## Section\n${paragraph}\n`);
}

const all = [...letters('she'), ...letters('he')];

const hints = new Set(allRules.filter(({ hint }) => hint).map(({ id }) => id));

/** `rule: words` of what is found in the prose of a letter, hints too; other information is left to the reader. */
function alarms(text: string): string[] {
  const body = text.indexOf('---\n');
  return lint(inEnglish(subjectOf(text)), { rules: allRules })
    .filter(({ rule, range, severity }) => range.start > body && (severity !== 'info' || hints.has(rule)))
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

test('there are sixty paragraphs and more', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
});

test('nothing is found in them', () => {
  expect(all.flatMap(alarms)).toEqual([]);
});

test('every one of their sentences is read', () => {
  const sentences = all.flatMap((text) =>
    (subjectOf(text).letter?.sections ?? []).flatMap((section) =>
      passagesOf(section).flatMap((passage) => passage.sentences),
    ),
  );
  expect(sentences.length).toBeGreaterThan(150);
});

test('each one would be found wrong with another patient’s name in it', () => {
  for (const text of all)
    expect(alarms(`${text}\n## Next\nWithout it Mrs. Zimmerman would be worse off.`)).toEqual([
      'other-patient: Mrs. Zimmerman',
    ]);
});
