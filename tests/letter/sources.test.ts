import fc from 'fast-check';
import { capitalize } from '../../server/src/knowledge/sentences.js';
import { describe, expect, test } from 'vitest';
import { type FieldDeclaration } from '../../server/src/language/declarations.js';
import { rangeOf, textOf } from '../../server/src/language/span.js';
import type { Block, Inline, ResolvedLetter, TextRun } from '../../server/src/letter/letter.js';
import { fragmentFile, fragmentText } from '../support/fragments.js';
import { letterOf, prose } from '../support/printed.js';
import { readTemplate, sampleFiles } from '../support/workspace.js';

function runsOf(letter: ResolvedLetter): TextRun[] {
  const inline = (content: readonly Inline[]): TextRun[] =>
    content.flatMap((node) => (node.kind === 'text' ? [node] : 'content' in node ? inline(node.content) : []));
  const blocks = (all: readonly Block[]): TextRun[] =>
    all.flatMap((block): TextRun[] => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return inline(block.content);
        case 'list':
          return block.items.flatMap((item) => blocks(item.blocks));
        case 'table':
          return [block.header, ...block.rows].flat().flatMap(inline);
        case 'quote':
          return blocks(block.blocks);
        case 'letterhead':
          return block.lines.flatMap(inline);
        case 'signature':
          return block.signers.flatMap((signer) => [
            ...(signer.picture ? [signer.picture] : []),
            ...signer.lines.flatMap(inline),
          ]);
        case 'enclosures':
        case 'copies':
          return [block.label, ...block.lines.flatMap(inline)];
        case 'references':
          return [block.label];
        case 'rule':
          return [];
      }
    });
  return [
    ...letter.sections.flatMap((section) => [...inline(section.heading ?? []), ...blocks(section.blocks)]),
    ...letter.references.flatMap((one) => inline(one.content)),
  ];
}

/** Every run says where it is from: what it prints stands there, letter for letter, unless it says that it does not. */
function tracesItsWords(text: string, others: Readonly<Record<string, string>>): void {
  const files = new Map([
    ['file:///x.lmn', text],
    ...Object.entries(others).map(([name, file]) => [`file:///${name}`, file] as const),
  ]);
  for (const run of runsOf(letterOf(text, others))) {
    const { uri, start, end } = rangeOf(run.source);
    expect(run.text).not.toBe('');
    expect(files.get(uri)?.slice(start, end)).toBe(textOf(run.source));
    if (run.exact) expect(textOf(run.source)).toBe(run.text);
    if (run.origin === 'written') expect(run.exact).toBe(true);
    if (run.origin === 'value') expect(run.field).toBeDefined();
  }
}

describe('every printed run traces to its file and place', () => {
  test.each([
    'chronic-pain-continuation',
    'general-medical-necessity',
    'incomplete/chronic-pain-continuation',
    'incomplete/general-medical-necessity',
  ])('of the sample %s', (name) => {
    const text = readTemplate(`samples/${name}.lmn`);
    expect(runsOf(letterOf(text, sampleFiles)).length).toBeGreaterThan(30);
    tracesItsWords(text, sampleFiles);
  });

  test('of any text, with any template', () => {
    fc.assert(
      fc.property(fragmentFile, fragmentText, (text, template) =>
        tracesItsWords(text, { 't.lmn': `template t\nfield (text, many)\n---\n${template}` }),
      ),
      { numRuns: 150 },
    );
  });
});

test('what a reference prints as it was given is that value, what it writes otherwise comes from it', () => {
  const text =
    'case\nevidence @a\n  title: A trial of pumps\n  journal: Pain\n  url: https://example.org/a\n  accessed: 2026-11-01\n---\n## Evidence\nx [@a]\n';
  const runs = runsOf(letterOf(text)).filter(({ field }) => field !== undefined);
  const ofTitle = runs.find((run) => run.text.startsWith('A trial'));
  expect(ofTitle).toMatchObject({ text: 'A trial of pumps', origin: 'value', exact: true });
  const other = runs.filter(({ exact }) => !exact);
  expect(other.map(({ text: printed, origin }) => `${printed} ${origin}`)).toEqual(['November 1, 2026 derived']);
});

describe('a value prints literally', () => {
  const word = fc.oneof(fragmentText, fc.string({ unit: 'binary' })).map((text) => text.replace(/[\r\n]/g, ' ').trim());
  // One that begins with `@` is taken for a key, and never printed.
  const value = word.filter((text) => text !== '' && !/^@|^\[[^\][]*\]$/.test(text));

  test.each([
    ['in running text', 'So [subject] it is.', (text: string) => `So ${text} it is.`],
    ['alone on its line', ': [subject]', (text: string) => `: ${text}`],
    ['in bold', 'in **[subject]** b', (text: string) => `in ${text} b`],
    ['in an item', '- [subject]', (text: string) => `- ${text}`],
    ['in a cell', '| a | b |\n|---|---|\n| [subject] | c |', (text: string) => `a | b\n${text} | c`],
    ['in a heading', '### In [subject]', (text: string) => `### In ${text}`],
    ['in optional text', 'a{ [subject]}', (text: string) => `a ${text}`],
    ['in a quotation', '> In [subject]', (text: string) => `> In ${text}`],
  ])('%s', (_, body, result) => {
    fc.assert(
      fc.property(value, (text) => {
        expect(prose(body, `subject: ${text}`)).toBe(result(text));
      }),
      { numRuns: 40 },
    );
  });

  test.each(['[subject]', '### [subject]', '> [subject]', 'Why? [subject]'])('but for a capital in %j', (body) => {
    fc.assert(
      fc.property(value, (text) => {
        const said = prose(body, `subject: ${text}`).slice(body.indexOf('[subject]'));
        expect([text, capitalize(text)]).toContain(said);
      }),
      { numRuns: 40 },
    );
  });
});

test('what is written in prose is printed, but for its marks', () => {
  const plain = fc
    .string({ unit: fc.constantFrom(...Array.from('abc xyz.,;!?()"\'/%&+=#@_^~`<>$-éß日😀')) })
    .map((text) => text.trim());
  fc.assert(
    fc.property(
      plain.filter((text) => text !== '' && !/^(?:[-#>]|\/\/)/.test(text)),
      (text) => {
        expect(prose(text)).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

test('a field’s own type decides how it prints, never its words', () => {
  const fields: FieldDeclaration[] = runsOf(letterOf('case\nsubject: 2026-03-14\n---\n[subject]')).flatMap(
    (run) => run.field ?? [],
  );
  expect(fields.map((field) => field.type.name)).toEqual(['text']);
  expect(prose('[subject]', 'subject: 2026-03-14')).toBe('2026-03-14');
});
