import { expect, test } from 'vitest';
import { contentWords } from '../../server/src/knowledge/content-words.js';
import { unrelatedEvidence } from '../../server/src/rules/unrelated-evidence.js';
import { finds } from '../support/finds.js';

const source =
  'evidence @a\n  title: Erenumab for preventive treatment of chronic migraine\n  journal: Lancet Neurol\n';
const cite = '---\n## Evidence #evidence\nIt helps [@a].';

test('a source of another subject, in the case and by its key in the address book', () => {
  const head = 'diagnosis: milk protein allergy\ntreatment requested: infant formula\n';
  finds(unrelatedEvidence, `${head}${source.replace('evidence', '<|evidence|>')}${cite}`);
  const book = { 'v.lmn': `vocabulary v\n${source}` };
  finds(unrelatedEvidence, `${head}<|evidence|> @a\n${cite}`, book);
});

test.each([
  ['the condition', 'diagnosis: migraine with aura\ntreatment requested: infant formula\n'],
  ['the treatment', 'diagnosis: milk protein allergy\ntreatment requested: erenumab\n'],
  ['any other fact', 'diagnosis: milk protein allergy\ntreatment requested: infant formula\nsymptom: migraines\n'],
  ['no fact yet', 'diagnosis: [diagnosis]\n'],
])('silent where it speaks of %s', (_, head) => {
  finds(unrelatedEvidence, `${head}${source}${cite}`);
});

test('silent on a source that is not cited, or says too little', () => {
  const head = 'diagnosis: milk protein allergy\ntreatment requested: infant formula\n';
  finds(unrelatedEvidence, `${head}${source}---\n## A\nText.`);
  finds(unrelatedEvidence, `${head}evidence @a\n  title: An update\n${cite}`);
});

test('words are compared by their beginnings, and those of any study left out', () =>
  expect(contentWords('A randomised controlled trial of radicular pain, in radiculopathy')).toEqual([
    'radic',
    'pain',
    'radic',
  ]));
