import { describe, expect, test } from 'vitest';
import { type DocumentWriters, writeLetterAs, type WritingOptions } from '../../server/src/export/letter-writers.js';
import { usualPaper } from '../../server/src/paper.js';
import { letterOf } from '../render/support/letter-of.js';

const letter = letterOf('case\npatient\n  name: Jane Doe\n---\n## Request\nPlease approve it for [patient name].');
const options: WritingOptions = { paper: usualPaper, draft: false, patientInProperties: false };

/** Programs that write down what they were asked for, in a letter's place. */
function writersThatTell(): { writers: DocumentWriters; asked: string[] } {
  const asked: string[] = [];
  const writer =
    (type: string) =>
    (_: unknown, { paper }: WritingOptions) => {
      asked.push(`${type}, bottom ${String(paper.margins.bottom - usualPaper.margins.bottom)}`);
      return Promise.resolve({ content: type, unprintable: [] });
    };
  const writers: DocumentWriters = {
    pdf: writer('pdf'),
    docx: writer('docx'),
    layOut: () => {
      asked.push('layout');
      return Promise.resolve({ count: 1, starts: [], extra: 12 });
    },
    webFonts: () => {
      asked.push('fonts');
      return Promise.resolve({
        regular: 'UkVH',
        bold: 'Qk9MRA==',
        italic: 'SVRB',
        boldItalic: 'Qk9USA==',
        symbols: 'U1lN',
      });
    },
  };
  return { writers, asked };
}

describe('whom a format asks', () => {
  test.each([
    ['pdf', ['pdf, bottom 0']],
    ['docx', ['layout', 'docx, bottom -12']],
    ['html', ['layout', 'fonts']],
    ['md', []],
    ['txt', []],
  ] as const)('%s: its pages are those of the PDF, and only HTML has fonts', async (type, expected) => {
    const { writers, asked } = writersThatTell();
    await writeLetterAs(type, letter, options, writers);
    expect(asked).toEqual(expected);
  });

  test.each(['pdf', 'docx'] as const)('%s is not written where its program is missing', async (type) =>
    expect(await writeLetterAs(type, letter, options, undefined)).toBeUndefined(),
  );
});

describe('formats that the core writes itself', () => {
  const written = async (type: 'html' | 'md' | 'txt', more: Partial<WritingOptions> = {}, writers?: DocumentWriters) =>
    String((await writeLetterAs(type, letter, { ...options, ...more }, writers))?.content);

  test.each(['html', 'md', 'txt'] as const)('%s needs no program', async (type) =>
    expect(await written(type)).toContain('Please approve it for Jane Doe.'),
  );

  test('HTML has the fonts of whose program has them', async () => {
    expect(await written('html')).not.toContain('@font-face');
    expect(await written('html', {}, writersThatTell().writers)).toContain('base64,UkVH');
  });

  test('HTML has pages as long as the PDF', async () => {
    const margins = (page: string) => /@page \{[^}]*\}/.exec(page)?.[0];
    expect(margins(await written('html'))).not.toBe(margins(await written('html', {}, writersThatTell().writers)));
  });

  test.each([
    ['md', /^\*\*.*DRAFT.*\*\*\n\n/i],
    ['txt', /^[^*]*DRAFT[^*]*\n\n/i],
  ] as const)('a draft in %s says so in its first line', async (type, first) => {
    expect(await written(type, { draft: true })).toMatch(first);
    expect(await written(type)).not.toMatch(/draft/i);
  });
});
