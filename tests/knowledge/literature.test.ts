import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareDoi } from '../../server/src/knowledge/literature.js';
import { checkShape } from './check-shape.js';

describe.each<[string, string[]]>([
  ['pmid', ['1', '33888641']],
  [
    'doi',
    [
      '10.3389/fdgth.2026.1767648',
      '10.1016/S0140-6736(21)00393-7',
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    ],
  ],
  ['nct', ['NCT01234567']],
])('%s', (id, values) => {
  test.each(values)('takes %j', (value) => expect(checkShape(id, value)).toBeUndefined());
});

describe.each<[string, string[]]>([
  ['pmid', ['XXXXX', '0123', '123456789', 'PMC1234567', 'see PubMed']],
  ['doi', ['10.1/x', '11.1000/x', '10.1000/', 'doi', '10.1000/a b']],
  ['nct', ['NCT1234567', '01234567']],
])('%s', (id, values) => {
  test.each(values)('refuses %j', (value) => {
    expect(checkShape(id, value)).toMatchObject({ kind: 'shape' });
    expect(checkShape(id, value)?.fix).toBeUndefined();
  });
});

test.each([
  ['pmid', 'PMID: 33888641', '33888641'],
  ['pmid', 'https://pubmed.ncbi.nlm.nih.gov/33888641/', '33888641'],
  ['doi', 'https://doi.org/10.1000/182', '10.1000/182'],
  ['doi', 'doi:10.1000/182.', '10.1000/182'],
  ['doi', 'DOI https://dx.doi.org/10.1000/182', '10.1000/182'],
  ['doi', '10.1016/S0140-6736(21)00393-7).', '10.1016/S0140-6736(21)00393-7'],
  ['nct', 'nct 01234567', 'NCT01234567'],
])('%s: %j is put right as %s', (id, value, fix) => expect(checkShape(id, value)?.fix).toBe(fix));

test('a PMCID is called by its name', () => expect(checkShape('pmid', 'PMC1234567')?.message).toContain('PMCID'));

test('a sentence goes on behind a DOI with a space', () => expect(bareDoi('10.1016/x .')).toBe('10.1016/x'));

test('a bare DOI stays as it is', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(bareDoi(bareDoi(text))).toBe(bareDoi(text));
    }),
  ));
