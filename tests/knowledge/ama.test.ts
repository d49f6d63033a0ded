import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReference, type ReferenceRecord } from '../../server/src/knowledge/ama.js';

/** The reference as text, with italics between stars. */
function reference(record: ReferenceRecord): string {
  return formatReference(record)
    .map(({ text, style }) => (style === 'italic' ? `*${text}*` : text))
    .join('');
}

const dowell: ReferenceRecord = {
  authors: 'Dowell D, Ragan KR, Jones CM, Baldwin GT, Chou R',
  title: 'CDC clinical practice guideline for prescribing opioids for pain',
  journal: 'MMWR Recomm Rep',
  year: '2022',
  volume: '71',
  issue: '3',
  pages: '1-95',
  doi: '10.15585/mmwr.rr7103a1',
  pmid: '36327391',
  url: 'https://www.cdc.gov/mmwr/volumes/71/rr/rr7103a1.htm',
};

test('an article', () =>
  expect(reference(dowell)).toBe(
    'Dowell D, Ragan KR, Jones CM, Baldwin GT, Chou R. CDC clinical practice guideline for prescribing opioids for pain. ' +
      '*MMWR Recomm Rep*. 2022;71(3):1-95. doi:10.15585/mmwr.rr7103a1',
  ));

test('a book', () =>
  expect(
    reference({
      authors: 'Snell RS',
      title: 'Clinical Anatomy',
      edition: '9th',
      publisher: 'Invented Press',
      year: '2012',
      pages: '4-9',
    }),
  ).toBe('Snell RS. *Clinical Anatomy*. 9th ed. Invented Press; 2012:4-9.'));

test('a guideline on the web', () =>
  expect(
    reference({
      organization: 'Mesa Pain Society',
      title: 'Low back pain',
      year: '2024',
      accessed: 'May 2, 2026',
      url: 'https://example.org/lbp',
    }),
  ).toBe('Mesa Pain Society. Low back pain. 2024. Accessed May 2, 2026. https://example.org/lbp'));

test('a page of a publisher on the web', () =>
  expect(reference({ title: 'Pain care', publisher: 'Mesa Society', year: '2024', url: 'https://example.org' })).toBe(
    'Pain care. Mesa Society. 2024. https://example.org',
  ));

test('a group behind the authors', () =>
  expect(reference({ authors: 'Li W', organization: 'PAIN Group', title: 'A trial' })).toBe(
    'Li W; PAIN Group. A trial.',
  ));

test.each<[string, string]>([
  ['A B', 'A B.'],
  ['A B.', 'A B.'],
  ['A B; C D', 'A B, C D.'],
  ['A B, C D, and E F', 'A B, C D, E F.'],
  ['A B, & C D', 'A B, C D.'],
  ['A B, C D, E F, G H, I J, K L', 'A B, C D, E F, G H, I J, K L.'],
  ['A B, C D, E F, G H, I J, K L, M N', 'A B, C D, E F, et al.'],
  ['A B, et al.', 'A B, et al.'],
  ['A B et al', 'A B, et al.'],
  ['Cohen, Steven P; Vase, Lene', 'Cohen SP, Vase L.'],
  [', Steven P; Vase, .', 'SP, Vase.'],
  ['Cohen, SP; Smith, John, Jr', 'Cohen SP, Smith J Jr.'],
  ['Cohen, Jean-Luc; Li W', 'Cohen JL, Li W.'],
  [' , ;', ''],
])('authors %j are %j', (authors, text) => expect(reference({ authors })).toBe(text));

test.each<[ReferenceRecord, string]>([
  [{ year: '2021', volume: '397', issue: '10289', pages: '2082-2097' }, '2021;397(10289):2082-2097.'],
  [{ year: '2021', volume: '397', pages: '9' }, '2021;397:9.'],
  [{ year: '2021', issue: '4', pages: '9' }, '2021;(4):9.'],
  [{ year: '2021', volume: '397' }, '2021;397.'],
  [{ year: '2021', pages: '9' }, '2021:9.'],
  [{ volume: '397', issue: '4' }, '397(4).'],
  [{ pages: '9' }, '9.'],
  [{ journal: 'Lancet' }, '*Lancet*.'],
  [{ journal: 'Lancet', year: '2021' }, '*Lancet*. 2021.'],
  [{ title: 'Does it help?', year: '2021' }, 'Does it help? 2021.'],
  [{ title: 'It helps.', journal: 'Lancet.' }, 'It helps. *Lancet*.'],
  [{ title: 'It\n  helps' }, 'It helps.'],
  [{ pmid: '33888641', url: 'https://example.org' }, 'PMID: 33888641'],
  [{ pmid: 'PMID: 33888641' }, 'PMID: 33888641'],
  [{ doi: 'https://doi.org/10.1000/182.' }, 'doi:10.1000/182'],
  [{ nct: 'NCT01234567', url: 'https://example.org' }, 'ClinicalTrials.gov identifier: NCT01234567.'],
  [{ url: 'https://example.org' }, 'https://example.org'],
  [{ pmid: '33888641', accessed: 'May 2, 2026' }, 'PMID: 33888641'],
  [{ title: ' ', doi: '' }, ''],
  [{}, ''],
])('%j is %j', (record, text) => expect(reference(record)).toBe(text));

test('every piece of a field says which, and punctuation does not', () =>
  expect(formatReference({ title: 'A trial', journal: 'Lancet', pmid: '33888641' })).toEqual([
    { text: 'A trial', field: 'title' },
    { text: '.' },
    { text: ' ' },
    { text: 'Lancet', field: 'journal', style: 'italic' },
    { text: '.' },
    { text: ' ' },
    { text: 'PMID: ' },
    { text: '33888641', field: 'pmid', link: 'https://pubmed.ncbi.nlm.nih.gov/33888641/' },
  ]));

test.each<[ReferenceRecord, string | undefined]>([
  [{ doi: '10.1000/182' }, 'https://doi.org/10.1000/182'],
  [{ doi: '10.1002/(SICI)1:8<69::A>3.0.CO;2-O' }, 'https://doi.org/10.1002/(SICI)1:8%3C69::A%3E3.0.CO;2-O'],
  [{ doi: '10.1000/a#b?c' }, 'https://doi.org/10.1000/a%23b%3Fc'],
  [{ doi: 'not one' }, undefined],
  [{ pmid: 'XXXXX' }, undefined],
  [{ nct: 'NCT01234567' }, 'https://clinicaltrials.gov/study/NCT01234567'],
  [{ nct: 'NCT1' }, undefined],
  [{ url: 'https://example.org/a' }, 'https://example.org/a'],
  [{ url: 'http://example.org/a' }, undefined],
  [{ url: 'javascript:alert(1)' }, undefined],
])('%j links to %s', (record, link) => expect(formatReference(record).find((part) => part.link)?.link).toBe(link));

describe('any record', () => {
  const text = fc.option(fc.oneof(fc.string(), fc.lorem({ maxCount: 3 }), fc.constantFrom('.', ';', ',', '\ud800')), {
    nil: undefined,
  });
  const record: fc.Arbitrary<ReferenceRecord> = fc.record({
    authors: text,
    organization: text,
    title: text,
    journal: text,
    edition: text,
    publisher: text,
    year: text,
    volume: text,
    issue: text,
    pages: text,
    accessed: text,
    doi: text,
    pmid: text,
    url: text,
  });

  test('gives a reference without empty pieces or space around it, whose links are https', () =>
    fc.assert(
      fc.property(record, (each) => {
        const parts = formatReference(each);
        for (const part of parts) {
          expect(part.text).not.toBe('');
          if (part.link !== undefined) expect(part.link).toMatch(/^https:\/\/\S+$/);
        }
        const printed = parts.map((part) => part.text).join('');
        expect(printed.trim()).toBe(printed);
      }),
      { numRuns: 500 },
    ));

  test('prints nothing that the record does not hold, but punctuation and its own few words', () =>
    fc.assert(
      fc.property(record, (each) => {
        for (const part of formatReference(each)) {
          if (part.field === undefined)
            expect(part.text).toMatch(/^(?:[ .;:,()]+|, et al| ed\.|doi:|PMID: |Accessed )$/);
          else expect(each[part.field]).toMatch(/\S/);
        }
      }),
    ));

  test('with 100,000 characters in a field', () => {
    for (const unit of ['a', 'a, ', 'a; ', ' ', '.', ')', 'et al. ']) {
      const long = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(formatReference({ authors: long, title: long, doi: long, url: long }).length).toBeLessThan(20);
    }
  });
});
