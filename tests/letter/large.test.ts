import { describe, expect, test } from 'vitest';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { parse, shippedTemplates, workspaceOf } from '../support/workspace.js';

const workspace = workspaceOf(shippedTemplates);

/** Milliseconds that reading, resolving and looking for subjects take. */
function time(text: string): number {
  const start = performance.now();
  readSubjects(parse('file:///x.lmn', text), workspace);
  return performance.now() - start;
}

function upTo(length: number, fragment: string): string {
  return fragment.repeat(Math.ceil(length / fragment.length));
}

const head = 'case chronic-pain-continuation\n';
const body = `${head}---\n`;

/** Texts of about `n` characters that somebody might find slow to read. */
const texts: Readonly<Record<string, (n: number) => string>> = {
  'one line of prose': (n) => body + upTo(n, 'word '),
  'one word': (n) => body + 'a'.repeat(n),
  'one value': (n) => `${head}subject: ${upTo(n, 'word ')}`,
  'one line in the head': (n) => head + upTo(n, 'a, b '),
  braces: (n) => body + '{'.repeat(n),
  'braces and stars': (n) => body + upTo(n, '*a {'),
  brackets: (n) => body + '['.repeat(n),
  'brackets apart': (n) => body + upTo(n, '[a '),
  stars: (n) => body + upTo(n, '*a '),
  'double stars': (n) => body + upTo(n, '**a'),
  'quotation marks': (n) => body + upTo(n, '> '),
  quotations: (n) => body + upTo(n, '> a\n'),
  'empty quotations': (n) => body + upTo(n, '>\n'),
  'bullets in a line': (n) => body + upTo(n, '- '),
  items: (n) => body + upTo(n, '- a\n'),
  'an item with lazy lines': (n) => `${body}- a\n${upTo(n, 'lazy\n')}`,
  'an item within items with lazy lines': (n) => `${body}- - a\n${upTo(n, 'lazy\n')}`,
  'lists in lists': (n) =>
    body + upTo(n, Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}- x\n`).join('')),
  bars: (n) => body + '|'.repeat(n),
  'lines of bars': (n) => body + upTo(n, 'a|b\n|-|\n'),
  'a table': (n) => `${body}|a|b|\n|-|-|\n${upTo(n, '|c|d|\n')}`,
  'a wide table': (n) => `${body}${upTo(n / 3, '|a')}|\n${upTo(n / 3, '|-')}|\n${upTo(n / 3, '|b')}|`,
  rules: (n) => body + upTo(n, '---\n'),
  semicolons: (n) => `${head}body parts: ${';'.repeat(n)}`,
  'values in a series': (n) => `${head}body parts: ${upTo(n, 'a;')}`,
  'values of a field': (n) => `${head}treatment requested\n${upTo(n, '  code: 64483\n')}`,
  'lines of a fact': (n) => head + upTo(n, 'body parts: a\n'),
  'one field again and again': (n) => `${head}patient\n${upTo(n, '  name: x\n')}`,
  'lines of an address': (n) => `${head}insurance\n  address: a\n${upTo(n, '    b\n')}---\n[insurance address]`,
  'lost fields': (n) => `${head}patient\n${upTo(n, 'phone: 1\n')}`,
  'lines of text': (n) => `${head}??\n${upTo(n, '  ??\n')}`,
  'deep indentation': (n) => `${head}patient\n${' '.repeat(n)}name: x`,
  'deep indentation in prose': (n) => `${body}${' '.repeat(n)}x`,
  records: (n) => head + upTo(n, 'symptom: a\n'),
  'unknown records': (n) => head + upTo(n, 'foo\n  a: b\n'),
  keys: (n) => head + upTo(n, 'a @k junk\n'),
  comments: (n) => body + upTo(n, '// c\na\n'),
  suppressions: (n) => head + upTo(n, '// lmn-disable-next-line x -- y\n'),
  'blank lines': (n) => '\n'.repeat(n),
  headings: (n) => body + upTo(n, '## a\n'),
  'tags of a heading': (n) => `${body}## a ${upTo(n, '#tag ')}`,
  placeholders: (n) => body + upTo(n, '[date] '),
  'a placeholder of many words': (n) => `${body}[${upTo(n, 'a ')}]`,
  'marks on a letter': (n) => `${body}[a${upTo(n, '\u0301\u0316')}]`,
  pronouns: (n) => `${head}patient\n  pronouns: she\n---\n${upTo(n, '[they] went. ')}`,
  'optional texts': (n) => body + upTo(n, '{[date]} '),
  citations: (n) => `${body}[${upTo(n, '@a;')}]`,
  'links without their end': (n) => body + upTo(n, '[a](https://x'),
  'ticked boxes after space': (n) => `${body}${' '.repeat(n / 2)}${upTo(n / 2, '[x]')}`,
  'template texts': (n) => `${body}## Opening\n${upTo(n, '[template text]\n')}`,
  'signatures in a line': (n) => body + upTo(n, '[signature] '),
  backslashes: (n) => body + '\\'.repeat(n),
  'declared fields': (n) => `template t\n${upTo(n, 'a (text): b\n')}`,
  parentheses: (n) => `template t\na ${'('.repeat(n)}`,
  'declared records': (n) => `vocabulary v\n${upTo(n, 'record r (many)\n  a (text)\n')}`,
  requirements: (n) => `policy p\n${upTo(n, 'require field patient name within 60 days\n')}`,
};

test.each(Object.entries(texts))('%s: read without a throw', (_, make) => {
  expect(() => readSubjects(parse('file:///x.lmn', make(4_000)), workspace)).not.toThrow();
});

// Times say something where nothing else runs: with `npm run test:long`.
describe.runIf(process.env['MODE'] === 'long')('time grows with the length of the text, not with its square', () => {
  test.each(Object.entries(texts))('%s', { retry: 3 }, (_, make) => {
    time(make(1000));
    const short = Math.min(time(make(8_000)), time(make(8_000)));
    const long = time(make(48_000));
    // Six times the text may take six times as long, with room for a busy machine; its square would take 36 times as long.
    expect(long).toBeLessThan(15 * short + 200);
  });
});

test.each([
  ['a line of a million characters', `${body}${'a '.repeat(500_000)}`],
  ['a hundred thousand brackets', body + '['.repeat(100_000)],
  ['ten thousand braces', body + '{'.repeat(10_000)],
  ['a million braces', body + '{'.repeat(1_000_000)],
  ['a hundred and thirty thousand semicolons', `${head}body parts: ${';'.repeat(130_000)}`],
  // More than a call can take as arguments, which is some 125,000.
  ['a hundred and thirty thousand lines of text under one', `${head}??\n${'  ??\n'.repeat(130_000)}`],
  ['a hundred and thirty thousand comments', `${body}${'//\n'.repeat(130_000)}`],
])('%s is read without a throw', (_, text) => {
  expect(() => readSubjects(parse('file:///x.lmn', text), workspace)).not.toThrow();
});
