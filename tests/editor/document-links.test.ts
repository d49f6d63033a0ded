import { parseHelper } from 'langium/test';
import { beforeAll, describe, expect, test } from 'vitest';
import { closeFile, type OpenFolder, openFile, openFolder } from '../support/folder.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({});
});

/** The links of a text: the words and where they lead. */
async function links(text: string, name = 'cases/here.lmn'): Promise<string[]> {
  const document = await openFile(folder, name, text);
  const found =
    (await folder.lmn.lsp.DocumentLinkProvider?.getDocumentLinks(document, {
      textDocument: { uri: document.uri.toString() },
    })) ?? [];
  await closeFile(folder, document);
  return found.map(({ range, target }) => `${document.textDocument.getText(range)} -> ${target ?? ''}`);
}

describe('links', () => {
  test.each([
    [
      'pictures, from the root of the folder',
      'case\nprovider\n  signature: pictures/dana whitfield.png',
      ['pictures/dana whitfield.png -> file:///workspace/pictures/dana%20whitfield.png'],
    ],
    [
      'enclosed files',
      'case\nenclosure: Notes\n  file: enclosures/notes.pdf',
      ['enclosures/notes.pdf -> file:///workspace/enclosures/notes.pdf'],
    ],
    [
      'DOIs, PMIDs and registered studies',
      'case\nevidence\n  title: A\n  doi: 10.1016/S0140-6736(21)00393-7\n  pmid: 34062143\n  nct: NCT01234567',
      [
        '10.1016/S0140-6736(21)00393-7 -> https://doi.org/10.1016/S0140-6736(21)00393-7',
        '34062143 -> https://pubmed.ncbi.nlm.nih.gov/34062143/',
        'NCT01234567 -> https://clinicaltrials.gov/study/NCT01234567',
      ],
    ],
    [
      'a DOI with marks that addresses give a meaning',
      'case\nevidence\n  title: A\n  doi: 10.1002/a<1#b?c%',
      ['10.1002/a<1#b?c% -> https://doi.org/10.1002/a%3C1%23b%3Fc%25'],
    ],
    [
      'addresses',
      'case\npractice\n  name: A\n  website: https://clinic.example.org',
      ['https://clinic.example.org -> https://clinic.example.org'],
    ],
    [
      'in the address book',
      'vocabulary v\nevidence @x\n  title: A\n  pmid: 34062143',
      ['34062143 -> https://pubmed.ncbi.nlm.nih.gov/34062143/'],
    ],
    [
      'in prose',
      'case\n---\nSee [the site](https://example.org) or **[us](mailto:a@example.org)**.',
      ['[the site](https://example.org) -> https://example.org', '[us](mailto:a@example.org) -> mailto:a@example.org'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });

  test.each([
    [
      'a path that leads out of the folder',
      'case\nprovider\n  signature: ../x.png\nenclosure: N\n  file: ../notes.pdf',
    ],
    [
      'a path with a drive or a scheme',
      'case\nenclosure: N\n  file: C:/notes.pdf\nenclosure: M\n  file: file:///etc/passwd',
    ],
    [
      'a path from the root of the system',
      'case\nenclosure: N\n  file: /etc/passwd\nenclosure: M\n  file: \\\\share\\x',
    ],
    ['dots that some system reads as leading out', 'case\nenclosure: N\n  file: a/.. /b'],
    [
      'what is no DOI, PMID or address',
      'case\nevidence\n  title: A\n  doi: see below\n  pmid: none\n  url: javascript:alert(1)',
    ],
    ['a value of several lines', 'case\nevidence\n  title: A\n  pmid: 34062143\n    and more'],
    ['a value that is not given', 'case\nprovider\n  signature: [picture.png]'],
  ])('but not %s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });
});

test('without a folder around a file its paths lead nowhere', async () => {
  const text = 'case\nprovider\n  signature: a.png\n';
  const document = await parseHelper(folder.lmn)(text, { documentUri: 'untitled:/Untitled-1.lmn', validation: true });
  expect(
    await folder.lmn.lsp.DocumentLinkProvider?.getDocumentLinks(document, {
      textDocument: { uri: document.uri.toString() },
    }),
  ).toEqual([]);
});
