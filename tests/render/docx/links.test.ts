import { describe, expect, test } from 'vitest';
import { linkAddress } from '../../../server/src/render/docx/docx-link.js';
import { docxParts } from '../support/docx-parts.js';
import { letterOf } from '../support/letter-of.js';

describe('an address as a Word file can hold it', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['https://example.org', 'https://example.org'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    ['https://example.org/a|b{c}[d]^e', 'https://example.org/a%7Cb%7Bc%7D%5Bd%5D%5Ee'],
    ['https://example.org/100%/%41', 'https://example.org/100%25/%41'],
    ['https://example.org/#a#b', 'https://example.org/#a%23b'],
    ['https://example.org/é', 'https://example.org/%C3%A9'],
    ['mailto:office@example.org', 'mailto:office@example.org'],
    ['https://', undefined],
    ['https://[', undefined],
    ['https://.example.org', undefined],
    ['https://example.org:99999/', undefined],
    ['https://user@example.org/', undefined],
    ['http://example.org', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s', (href, expected) => expect(linkAddress(href)).toBe(expected));
});

test('a link leads out of the file, and says so in its style', async () => {
  const parts = await docxParts(letterOf('case\n---\nSee **[the page](https://example.org/a?b&c)**.\n'));
  expect(parts['word/document.xml']).toMatch(
    /<w:hyperlink r:id="rIdLink1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"\/><w:b\/>/,
  );
  expect(parts['word/_rels/document.xml.rels']).toContain(
    'Id="rIdLink1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a?b&amp;c" TargetMode="External"',
  );
});

test('citations lead to the references, which are numbered', async () => {
  const { 'word/document.xml': xml = '' } = await docxParts(
    letterOf(
      'case\nevidence @a\n  title: A study\nevidence @b\n  title: B study\n---\nTrue [@a; @b].\n\n[references]\n',
    ),
  );
  const anchors = [...xml.matchAll(/w:anchor="([^"]*)"/g)].map(([, name]) => name);
  const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]*)" w:id="(\d+)"\/>/g)].map(([, name]) => name);
  expect(anchors).toEqual(['reference_1', 'reference_2']);
  expect(bookmarks).toEqual(anchors);
  expect(xml.match(/<w:rStyle w:val="Citation"\/>/g)).toHaveLength(3);
  expect(xml.match(/<w:pStyle w:val="Bibliography"\/>.*?<w:numId w:val="\d+"\/>/g)).toHaveLength(2);
});
