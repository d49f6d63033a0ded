import { describe, expect, test } from 'vitest';
import { usualPaper } from '../../../server/src/paper.js';
import { docxOf, docxParts, paragraphsOf, written } from '../support/docx-parts.js';
import { letterOf, sampleLetter } from '../support/letter-of.js';
import { unzip } from '../support/unzip.js';

const letter = sampleLetter('samples/chronic-pain-continuation.lmn');

/** The heads of the first page and of the others, as the section names them. */
function heads(parts: Record<string, string>): { readonly first: string; readonly others: string } {
  const document = parts['word/document.xml'] ?? '';
  const of = (type: string) => {
    const id = new RegExp(`<w:headerReference[^>]*w:type="${type}"[^>]*/>`)
      .exec(document)?.[0]
      .match(/r:id="([^"]*)"/)?.[1];
    const target = new RegExp(`<Relationship [^>]*Id="${String(id)}"[^>]*/>`)
      .exec(parts['word/_rels/document.xml.rels'] ?? '')?.[0]
      .match(/Target="([^"]*)"/)?.[1];
    return parts[`word/${String(target)}`] ?? '';
  };
  expect(document).toContain('<w:titlePg/>');
  return { first: of('first'), others: of('default') };
}

const words = (xml: string) => paragraphsOf(xml).map(({ style, text }) => `${style}: ${text}`.trim());

describe('the head of the pages', () => {
  test('from the second page on: who it is about, and page', async () => {
    const { first, others } = heads(await docxParts(letter));
    expect(words(first)).toEqual(['Header:']);
    expect(words(others)).toEqual(['Header: Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123 Page  of']);
    const fields = [...others.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field?.trim());
    expect(fields).toEqual(['PAGE', 'NUMPAGES']);
  });

  test('a draft says so on every page, in words and across the page', async () => {
    const { first, others } = heads(await docxParts(letter, { draft: true }));
    expect(words(first)).toEqual(['DraftMark: DRAFT']);
    expect(words(others)[0]).toBe('DraftMark: DRAFT');
    for (const head of [first, others]) expect(head).toMatch(/<v:textpath [^>]*string="DRAFT"/);
  });

  test('a final letter says nowhere that it is a draft', async () => {
    for (const [name, xml] of Object.entries(await docxParts(letter)))
      if (name !== 'word/styles.xml') expect(xml, name).not.toMatch(/draft/i);
  });
});

test.each([
  ['letter', 'w:w="12240" w:h="15840"', 9360],
  ['a4', 'w:w="11906" w:h="16838"', 9026],
] as const)('paper: %s', async (paper, size, width) => {
  const parts = await docxParts(letter, { paper: { ...usualPaper, size: paper } });
  expect(parts['word/document.xml']).toContain(`<w:pgSz ${size}`);
  expect(parts['word/document.xml']).toMatch(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/);
  expect(parts['word/styles.xml']).toContain(`<w:tab w:val="right" w:pos="${String(width)}"/>`);
});

describe('what the file says of itself', () => {
  test('a title, a language and the moment given; no person', async () => {
    const core = (await docxParts(letter))['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:title>Letter of medical necessity: Continuation of chronic pain management</dc:title>');
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T10:30:40Z</dcterms:created>');
    expect(core).toContain('<dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-22T10:30:40Z</dcterms:modified>');
    expect(core).not.toMatch(/creator|lastModifiedBy|Elena|Un-named/);
  });

  test('the patient’s name only when asked for; a draft says that it is one', async () => {
    const asked = letterOf('case\npatient\n  name: Ana <Ruiz> & Co\n---\nText\n');
    const parts = await docxParts(asked, { patientInProperties: true, draft: true });
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>Draft: Letter of medical necessity for Ana &lt;Ruiz&gt; &amp; Co</dc:title>',
    );
    expect((await docxParts(asked))['docProps/core.xml']).not.toContain('Ruiz');
  });

  test('the same letter gives the same bytes, whenever it is written', async () => {
    for (const draft of [false, true]) {
      const bytes = await docxOf(letter, { draft });
      expect(Buffer.compare(bytes, await docxOf(letter, { draft }))).toBe(0);
    }
  });

  test('every file in it has the moment given, in UTC', async () => {
    const day = ((2026 - 1980) << 9) | (11 << 5) | 22;
    const time = (10 << 11) | (30 << 5) | 20;
    for (const { name, moments } of unzip(await docxOf(letter)))
      expect(moments, name).toEqual([day * 65536 + time, day * 65536 + time]);
    expect(written.toISOString()).toBe('2026-11-22T10:30:40.000Z');
  });
});
