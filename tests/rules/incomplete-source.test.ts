import { expect, test } from 'vitest';
import { incompleteSource } from '../../server/src/rules/incomplete-source.js';
import { finds } from '../support/finds.js';

test('a title alone, in a case and in the address book', () => {
  const [finding] = finds(
    incompleteSource,
    '<|evidence|> @a\n  title: Chronic pain\n  authors: Cohen SP\n  year: 2021',
  );
  expect(finding?.message).toBe(
    'A reviewer cannot find this source. Give one of: journal, publisher, pmid, doi, nct, url',
  );
  finds(incompleteSource, '<|evidence|>: Chronic pain');
  finds(incompleteSource, 'vocabulary v\n<|evidence|> @a\n  title: Chronic pain');
  finds(incompleteSource, '<|guideline|>: Prescribing opioids');
});

test.each(['journal: Lancet', 'publisher: NCCN', 'pmid: 34062143', 'doi: 10.1016/x', 'url: https://www.cdc.gov'])(
  'not with %s',
  (line) => {
    finds(incompleteSource, `evidence @a\n  title: Chronic pain\n  ${line}`);
  },
);

test('not where the address book says it, nor before the source has a title', () => {
  const book = { 'v.lmn': 'vocabulary v\nevidence @a\n  title: Chronic pain\n  journal: Lancet' };
  finds(incompleteSource, 'evidence @a', book);
  finds(incompleteSource, 'evidence @b\n  title: [The title]\n  year: 2021');
  finds(incompleteSource, 'diagnosis: Pain');
});
