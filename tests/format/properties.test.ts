import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFile } from '../../server/src/format/format-file.js';
import { applyEdits } from '../../server/src/format/space-edit.js';
import { rangeOf } from '../../server/src/language/span.js';
import { valueText } from '../../server/src/language/values.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { parse, readTemplate, workspaceOf } from '../support/workspace.js';

const template = 'template t\nbody parts (text, many): Where.\n---\n[body parts]';
const workspace = workspaceOf({ 't.lmn': template });

function format(text: string): string {
  return applyEdits(text, formatFile(parse('file:///x.lmn', text), { parse, workspace }));
}

/** Facts as the language reads them, told without any function of the formatter. */
function factsOf(text: string): unknown {
  const { head, file, declarations } = readSubjects(parse('file:///x.lmn', text), workspace);
  const fields = (list: NonNullable<typeof head>['facts']) =>
    list.map((field) => [
      field.name.text,
      field.declaration?.norm,
      field.lost,
      field.values.map((value) => [value.given, valueText(value)]),
    ]);
  return {
    kind: file.kind,
    name: file.header?.name?.text,
    facts: head && fields(head.facts),
    records: head?.records.map((record) => [
      record.name.text,
      record.key?.text,
      record.declaration?.norm,
      fields(record.fields),
    ]),
    declarations: declarations.map((one) => [one.name.text, one.field?.type.name, one.field?.many, one.field?.also]),
    labels: file.entries.map((entry) => [
      entry.kind,
      entry.label?.text.replace(/\s+/g, ' '),
      entry.value?.text,
      entry.lines.map((line) => line.label?.text),
    ]),
    sections: file.sections.map((section) => [section.title.text, section.prose.brackets.length]),
  };
}

function proseOf(text: string): string {
  const { divider, sections } = parse('file:///x.lmn', text);
  const start = divider ? rangeOf(divider).end : sections[0]?.piece.start;
  return start === undefined
    ? ''
    : text
        .slice(start)
        .replace(/^[^\S\r\n]+/, '')
        .replace(/[\r\n]+$/, '');
}

function holds(text: string): void {
  const result = format(text);
  expect(result.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  expect(factsOf(result)).toEqual(factsOf(text));
  expect(proseOf(result)).toBe(proseOf(text));
  expect(format(result)).toBe(result);
}

const lineEnds = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const indents = fc.constantFrom('', '', '', ' ', '  ', '  ', '    ', '      ', '\t', ' \t', '\u00a0 ');
const words = fc.constantFrom(
  ...[
    'patient',
    'insurance: Blue',
    'prior treatment :Gabapentin',
    'provider  @whitfield',
    'name:Ann',
    'address : a; b',
    'PO Box: 12',
    'outcome: x',
  ],
  ...[
    'Albuquerque',
    'date:2026',
    'subject : a',
    'unknown : x',
    'https://example.org',
    'code: M54.16; M54.5',
    '',
    '',
    '// note',
    '// lmn-disable-next-line npi -- x',
  ],
  ...[
    '---',
    '## Heading #history',
    'record infusion  (many):x',
    'drug(text,required ) :y',
    'part  ( a|b ):z',
    'require  field  date within 3  days',
    'limit 2 pages: x',
  ],
  ...['Dear Sir,', '"quoted"', '[name]', ': x', '@', '(x', 'body parts: a; b', '——', 'x\u2003', '\u2028'],
);
const kinds = fc.constantFrom(
  'case t',
  'case',
  'template x "X"',
  'vocabulary v',
  'policy p',
  'caes t',
  '',
  '\ufeffcase  t',
);
const lines = fc.array(
  fc.tuple(indents, words, fc.constantFrom('', '', ' ', '\t '), lineEnds).map((parts) => parts.join('')),
  { maxLength: 14 },
);
const files = fc
  .tuple(kinds, lineEnds, lines, fc.constantFrom('', '   ', 'end'))
  .map(([kind, end, rest, last]) => kind + end + rest.join('') + last);

test('any file keeps its words and its meaning, and is laid out once', () =>
  fc.assert(fc.property(files, holds), { numRuns: 200 }));

test('any text', () =>
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), holds), {
    numRuns: 80,
  }));

test('a sample with its white space changed', () => {
  const sample = readTemplate('samples/chronic-pain-continuation.lmn');
  const cut = fc.tuple(
    fc.nat(sample.length),
    fc.nat(12),
    fc.constantFrom('', ' ', '\n', '\t', '  ', '\n\n', ':', '[', '// '),
  );
  const damaged = fc
    .array(cut, { minLength: 1, maxLength: 5 })
    .map((cuts) => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), sample));
  fc.assert(fc.property(damaged, holds), { numRuns: 25 });
});

test('a range changes nothing outside its entries but what the whole would change', () => {
  fc.assert(
    fc.property(files, fc.nat(), fc.nat(), (text, a, b) => {
      const start = Math.min(a % (text.length + 1), b % (text.length + 1));
      const end = Math.max(a % (text.length + 1), b % (text.length + 1));
      const result = applyEdits(text, formatFile(parse('file:///x.lmn', text), { parse, workspace }, { start, end }));
      expect(result.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      expect(factsOf(result)).toEqual(factsOf(text));
    }),
    { numRuns: 100 },
  );
});
