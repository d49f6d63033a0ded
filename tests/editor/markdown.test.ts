import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { expect, test } from 'vitest';
import { literal } from '../../server/src/editor/markdown.js';

/** What a reader of the Markdown sees, and which kinds of markup made it. */
function shown(markdown: string): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const read = (tokens: readonly Token[]): string =>
    tokens
      .map((token) => {
        kinds.add(token.type);
        if (token.type === 'br') return '\n';
        if ('tokens' in token && token.tokens) return read(token.tokens);
        return 'text' in token ? String(token.text) : '';
      })
      .join('');
  return { text: read(marked.lexer(markdown)), kinds };
}

const harmless = new Set(['paragraph', 'text', 'escape', 'br']);

test.each([
  'Maria <b>Alvarez</b> & Söhne',
  '*bold* _it_ `code` ~~gone~~ **x**',
  '[a](https://example.org) ![x](y) [ref]: z',
  'https://example.org www.example.org a@example.org',
  '# heading\n- item\n+ item\n1. first\n2) second\n> quote\n---\n===\n| a | b |\n|---|---|',
  'a\n:-',
  '    indented\tcode',
  '&lt; &#42; \\* $x$',
  '10 < 20 > 5',
])('%j shows as it is', (value) => {
  const { text, kinds } = shown(literal(value));
  expect(text).toBe(
    value
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .join('\n'),
  );
  expect([...kinds].filter((kind) => !harmless.has(kind))).toEqual([]);
});

test('any value shows as it is', () => {
  const character = fc.constantFrom(
    ...Array.from('aZ0 .\n*_`~<>[]()!#|&;:/@-+=\\$"\'{}^'),
    'www',
    'https://',
    'é',
    '1.',
    'mailto:',
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 20 }), (parts) => {
      const lines = parts
        .join('')
        .split('\n')
        .map((line) => line.trim().replace(/\s+/g, ' '))
        .filter((line) => line !== '');
      const { text, kinds } = shown(literal(lines.join('\n')));
      expect(text).toBe(lines.join('\n'));
      expect([...kinds].filter((kind) => !harmless.has(kind))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
