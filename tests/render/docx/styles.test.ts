import { describe, expect, test } from 'vitest';
import { docxParts, paragraphsOf, type ReadParagraph, runsOf } from '../support/docx-parts.js';
import { letterOf, sampleLetter } from '../support/letter-of.js';
import { samplePaths } from '../../support/workspace.js';

async function paragraphs(prose: string, head = ''): Promise<ReadParagraph[]> {
  const parts = await docxParts(letterOf(`case\n${head}---\n${prose}`));
  return paragraphsOf(parts['word/document.xml'] ?? '');
}

/** `Heading1: Words` for each paragraph. */
async function outline(prose: string, head = ''): Promise<string[]> {
  return (await paragraphs(prose, head)).map(({ style, text }) => `${style}: ${text}`);
}

test('a box is a check box of Word, ticked or not', async () => {
  const [row] = await paragraphs('Urgent? [ ] [urgency]', 'urgency: expedited\n');
  expect([...(row?.xml ?? '').matchAll(/<w14:checked w14:val="(\d)"\/>/g)].map(([, checked]) => checked)).toEqual([
    '0',
    '1',
  ]);
  expect(row?.text).toBe('Urgent? \u2610 standard  \u2612 expedited');
});

describe('each block has its style', () => {
  test.each([
    ['## One\nText.\n### Two\n#### Three\n', ['Heading1: One', 'Normal: Text.', 'Heading2: Two', 'Heading3: Three']],
    ['**RE:** A letter\n**Name:** Ana\n\nText.\n', ['Subject: RE: A letter Name: Ana', 'Normal: Text.']],
    [
      '- one\n  - two\n\n    more\n1. three\n',
      ['ListBullet: one', 'ListBullet: two', 'ListContinue2: more', 'ListNumber: three'],
    ],
    ['> Words.\n>\n> - item\n', ['Quote: Words.', 'ListBullet: item']],
    ['- [ ] open\n- [x] done\n', ['Checklist: \u2610 open', 'Checklist: \u2612 done']],
    ['Above\n\n---\n\nBelow\n', ['Normal: Above', 'Rule: ', 'Normal: Below']],
    [
      '| a | b | c |\n| --- | :-: | --: |\n| d | e | f |\n',
      [
        'TableHeading: a',
        'TableHeadingCenter: b',
        'TableHeadingRight: c',
        'TableText: d',
        'TableTextCenter: e',
        'TableTextRight: f',
        'AfterTable: ',
      ],
    ],
  ])('%j', async (prose, expected) =>
    expect(await outline(`${prose}\n[signature]\n`)).toEqual([
      ...expected,
      'SignatureLine: ',
      'Signature: [provider\u00a0name]',
    ]),
  );

  test('letterhead, signature, enclosures and copies', async () =>
    expect(
      await outline(
        '[letterhead]\n\nSincerely,\n[signature]\n\n[enclosures]\n',
        'practice\n  name: Mesa Pain Clinic\n  address: PO Box 1\n  phone: 505-555-0140\nprovider\n  name: Dana Whitfield\n  credentials: MD\nenclosure: Notes\ncopy: the patient\n',
      ),
    ).toEqual([
      'Title: Mesa Pain Clinic',
      'Letterhead: PO Box 1 Phone 505-555-0140',
      'Normal: Sincerely,',
      'SignatureLine: ',
      'Signature: Dana Whitfield, MD',
      'Label: Enclosures:',
      'Enclosures: Notes',
      'Copies: cc: the patient',
    ]));

  test('every style that a letter names is there, and every one that it builds on', async () => {
    for (const path of samplePaths) {
      const parts = await docxParts(sampleLetter(path), { draft: true });
      const styles = parts['word/styles.xml'] ?? '';
      const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
      const named = Object.entries(parts)
        .filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))
        .flatMap(([, xml]) => [...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/g)])
        .map(([, id]) => id);
      expect(named.length).toBeGreaterThan(20);
      expect(named.filter((id) => !defined.has(id))).toEqual([]);
    }
  });
});

describe('how words are set is a style of theirs', () => {
  test.each([
    ['**a** *b* ***c***', ['Strong a', ' ', 'Emphasis b', ' ', 'StrongEmphasis c']],
    ['[patient name]', ['Gap [patient\u00a0name]']],
    ['## **a** b *c*\nText', ['a', ' b ', 'Emphasis c']],
    ['#### **a** *b*\nText', ['a', ' ', 'b']],
  ])('%j', async (prose, expected) => {
    const [first] = await paragraphs(`${prose}\n`);
    expect(
      runsOf(first?.xml ?? '').map(({ style, text }) => [style, text].filter((part) => part !== undefined).join(' ')),
    ).toEqual(expected);
    expect(first?.xml).not.toMatch(/<w:(?:b|i|sz|color|rFonts)[ /]/);
  });

  test('bold in a link, a gap or a citation is said beside the style', async () => {
    const [first] = await paragraphs('**[patient name]**\n');
    expect(first?.xml).toContain('<w:rStyle w:val="Gap"/><w:b/><w:bCs/>');
  });

  test('values that stay whole have spaces that break no line', async () => {
    const [first] = await paragraphs('[patient date of birth]\n', 'patient\n  date of birth: 1968-04-09\n');
    expect(first?.text).toBe('April\u00a09,\u00a01968');
  });

  test('a telephone number has hyphens that break no line; a number that is looked up keeps its own', async () => {
    const [first] = await paragraphs(
      '[patient phone] of [reference number]\n',
      'reference number: BM-0000-4417\npatient\n  phone: 505-555-0142\n',
    );
    expect(first?.xml.match(/<w:noBreakHyphen\/>/g)).toHaveLength(2);
    expect(first?.text).toBe('505-555-0142 of BM-0000-4417');
  });

  test('what reads from right to left is marked so', async () => {
    const [mixed, all] = await paragraphs('Of [patient name].\n\n[patient name]\n', 'patient\n  name: מרים לוי\n');
    expect(runsOf(mixed?.xml ?? '').map(({ text, xml }) => [text, xml.includes('<w:rtl/>')])).toEqual([
      ['Of ', false],
      ['מרים לוי', true],
      ['.', false],
    ]);
    expect(mixed?.xml).not.toContain('<w:bidi/>');
    expect(all?.xml).toContain('<w:bidi/>');
  });
});

describe('lists', () => {
  const numbersOf = (found: readonly ReadParagraph[]) =>
    found.flatMap(({ xml, text }) => {
      const number = /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(xml);
      return number ? [{ text, level: Number(number[1]), list: number[2] }] : [];
    });

  test('each numbered list is one of its own, with its first number', async () => {
    const parts = await docxParts(letterOf('case\n---\n1. a\n2. b\n\nText\n\n1. c\n\nText\n\n7. d\n'));
    const found = numbersOf(paragraphsOf(parts['word/document.xml'] ?? ''));
    expect(found.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect(found[0]?.list).toBe(found[1]?.list);
    expect(new Set(found.map(({ list }) => list)).size).toBe(3);
    const starts = found.map(
      ({ list }) =>
        new RegExp(`<w:num w:numId="${list}".*?<w:startOverride w:val="(\\d+)"/>`, 's').exec(
          parts['word/numbering.xml'] ?? '',
        )?.[1],
    );
    expect(starts).toEqual(['1', '1', '1', '7']);
  });

  test('a list in a list is a level deeper, as deep as prose goes', async () => {
    const deep = Array.from({ length: 11 }, (_, level) => `${'  '.repeat(level)}- ${String(level)}\n`).join('');
    const found = numbersOf(await paragraphs(deep));
    expect(found.map(({ level }) => level).slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(Math.max(...found.map(({ level }) => level))).toBeLessThan(9);
  });

  test('no number is left in the words of the library', async () => {
    const parts = await docxParts(sampleLetter(samplePaths[0]));
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml'])
      expect(parts[name]).not.toContain('\u2028');
  });

  test('an item without words keeps its sign', async () =>
    expect(await outline('- \n- > quoted\n')).toEqual(expect.arrayContaining(['ListBullet: ', 'Quote: quoted'])));
});

describe('what stays together', () => {
  const kept = (found: readonly ReadParagraph[]) =>
    found.filter(({ xml }) => xml.includes('<w:keepNext/>')).map(({ text }) => text);

  test('words with the list, the table or the signature that they lead to', async () =>
    expect(
      kept(
        await paragraphs(
          'These:\n\n- a\n\nThose:\n\n| b |\n| --- |\n| c |\n\nAlone.\n\nBefore the closing.\n\nSincerely,\n[signature]\nAfter.\n',
        ),
      ),
    ).toEqual(['These:', 'Those:', 'b', 'Before the closing.', 'Sincerely,', '[provider\u00a0name]']));

  test('headings and the line to sign on, by their styles', async () => {
    const styles = (await docxParts(letterOf('case\n---\nText\n')))['word/styles.xml'] ?? '';
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'SignatureLine', 'SignaturePicture', 'Label'])
      expect(new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0]).toContain('<w:keepNext/>');
    expect(/w:styleId="Normal".*?<\/w:style>/.exec(styles)?.[0]).toContain('<w:widowControl/>');
  });

  test('short rows are kept whole, a long one may be parted, and the header is repeated', async () => {
    const long = 'a long word and another one '.repeat(120);
    const { 'word/document.xml': xml = '' } = await docxParts(
      letterOf(`case\n---\n| a | b |\n| --- | --- |\n| c | d |\n| ${long} | e |\n`),
    );
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => [row.includes('<w:tblHeader/>'), row.includes('<w:cantSplit/>')])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  test('a column has room for what stays on one line', async () => {
    const long = 'a long word and another one '.repeat(20);
    const { 'word/document.xml': xml = '' } = await docxParts(
      letterOf(`case\n---\n| Born | b |\n| --- | --- |\n| [patient date of birth] | ${long} |\n`),
    );
    expect(Number(/<w:gridCol w:w="(\d+)"/.exec(xml)?.[1])).toBeGreaterThan(2200);
  });

  test('those who sign stand side by side, their names below the lines', async () => {
    const { 'word/document.xml': xml = '' } = await docxParts(
      letterOf(
        'case\nprovider\n  name: Dana Whitfield\nco-signer: Lee Okafor\nco-signer: Ada Ruiz\n---\n[signature]\n',
      ),
    );
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      paragraphsOf(row).map(({ style, text }) => `${style} ${text}`.trim()),
    );
    expect(rows).toEqual([
      ['CoSignatureLine', 'Signature', 'CoSignatureLine'],
      ['Signature Dana Whitfield', 'Signature', 'Signature Lee Okafor'],
      ['CoSignatureLine', 'Signature', 'Signature'],
      ['Signature Ada Ruiz', 'Signature', 'Signature'],
    ]);
  });
});

test('a name of 120 characters and an address of 8 lines are all there, on their lines', async () => {
  const name = 'Maximiliana Theodora '.repeat(6).slice(0, 120);
  const address = Array.from({ length: 8 }, (_, index) => `Line ${String(index + 1)} of the address`);
  const found = await paragraphs(
    '[insurance address]\n\n[patient name]\n',
    `patient\n  name: ${name}\ninsurance\n  address: ${address.join('\n    ')}\n`,
  );
  expect(found[0]?.xml.match(/<w:br\/>/g)).toHaveLength(7);
  expect(found[0]?.text).toBe(address.join(' '));
  expect(found[1]?.text).toBe(name.trim());
});
