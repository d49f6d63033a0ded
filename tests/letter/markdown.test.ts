import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../server/src/letter/letter.js';
import { letterOf, prose } from '../support/printed.js';

/** The shape of prose: blocks and inlines by name, words in quotes. */
function shape(body: string): string {
  const inline = (node: Inline): string => {
    if (node.kind === 'text') return JSON.stringify(node.text);
    if (node.kind === 'break') return '/';
    if ('content' in node) return `${node.kind}(${node.content.map(inline).join(' ')})`;
    return node.kind;
  };
  const block = (node: Block): string => {
    switch (node.kind) {
      case 'paragraph':
        return `p(${node.content.map(inline).join(' ')})`;
      case 'heading':
        return `h${String(node.level)}(${node.content.map(inline).join(' ')})`;
      case 'list':
        return `${node.ordered ? `ol${String(node.first)}` : 'ul'}(${node.items.map((item) => item.blocks.map(block).join(' ')).join(', ')})`;
      case 'table':
        return `table[${node.align.map((side) => side ?? '-').join(' ')}](${[node.header, ...node.rows].map((row) => row.map((cell) => cell.map(inline).join(' ')).join(' | ')).join(' / ')})`;
      case 'quote':
        return `quote(${node.blocks.map(block).join(' ')})`;
      default:
        return node.kind;
    }
  };
  const letter = letterOf(`case\n---\n${body}`);
  return letter.sections
    .filter((section) => section.kind !== 'end')
    .flatMap((section) => section.blocks.map(block))
    .join(' ');
}

function shapes(cases: readonly [body: string, result: string][]): void {
  test.each(cases)('%j', (body, result) => expect(shape(body)).toBe(result));
}

describe('paragraphs and line breaks', () => {
  shapes([
    ['a', 'p("a")'],
    ['a\nb', 'p("a" / "b")'],
    ['a\n\nb', 'p("a") p("b")'],
    ['a\n  \n\t\nb', 'p("a") p("b")'],
    ['  a\n    b', 'p("a" / "b")'],
    ['a  \nb', 'p("a" / "b")'],
    ['a\\\nb', 'p("a\\\\" / "b")'],
    ['a\n// a comment\nb', 'p("a" / "b")'],
    ['// only a comment', ''],
    ['    not code\n    at all', 'p("not code" / "at all")'],
    ['\tnot code', 'p("not code")'],
    ['a\u2028b', 'p("a\u2028b")'],
  ]);
});

describe('emphasis', () => {
  shapes([
    ['**a**', 'p(strong("a"))'],
    ['*a*', 'p(emphasis("a"))'],
    ['***a***', 'p(strong(emphasis("a")))'],
    ['**a *b* c**', 'p(strong("a " emphasis("b") " c"))'],
    ['*a **b** c*', 'p(emphasis("a " strong("b") " c"))'],
    ['**a *b***', 'p(strong("a " emphasis("b")))'],
    ['**a\nb**', 'p(strong("a" / "b"))'],
    ['a**b**c', 'p("a**b**c")'],
    ['HLA-B*27 and *x*', 'p("HLA-B*27 and " emphasis("x"))'],
    ['2*3*4', 'p("2*3*4")'],
    ['* a*', 'ul(p("a*"))'],
    ['a * b', 'p("a * b")'],
    ['**a', 'p("**" "a")'],
    ['a**', 'p("a**")'],
    ['**a*', 'p("**" "a*")'],
    ['*a **b*', 'p(emphasis("a " "**" "b"))'],
    ['****', 'p("****")'],
    ['**[date]**', 'p(strong(gap))'],
    ['(**a**), *b*!', 'p("(" strong("a") "), " emphasis("b") "!")'],
    ['**a**\n\n**b', 'p(strong("a")) p("**" "b")'],
    ['**{a** b [date]}', 'p("**")'],
    ['\\*a*', 'p("*a*")'],
  ]);
});

describe('lists', () => {
  shapes([
    ['- a\n- b', 'ul(p("a"), p("b"))'],
    ['* a\n* b', 'ul(p("a"), p("b"))'],
    ['• a\n• b', 'ul(p("a"), p("b"))'],
    ['•\ta', 'ul(p("a"))'],
    ['1. a\n2. b', 'ol1(p("a"), p("b"))'],
    ['7. a\n9. b', 'ol7(p("a"), p("b"))'],
    ['a\n- b', 'p("a") ul(p("b"))'],
    ['a\n1. b', 'p("a") ol1(p("b"))'],
    ['a\n2. b', 'p("a" / "2. b")'],
    ['seen in\n2021. The', 'p("seen in" / "2021. The")'],
    ['2021. The', 'p("2021. The")'],
    ['- a\n  b', 'ul(p("a" / "b"))'],
    ['- a\nb', 'ul(p("a" / "b"))'],
    ['- a\n\nb', 'ul(p("a")) p("b")'],
    ['- a\n\n  b', 'ul(p("a") p("b"))'],
    ['- a\n  - b\n    - c\n- d', 'ul(p("a") ul(p("b") ul(p("c"))), p("d"))'],
    ['- a\n\t- b', 'ul(p("a") ul(p("b")))'],
    ['1. a\n   - b\n2. c', 'ol1(p("a") ul(p("b")), p("c"))'],
    ['- a\n\n- b', 'ul(p("a"), p("b"))'],
    ['- a\n* b', 'ul(p("a")) ul(p("b"))'],
    ['-a', 'p("-a")'],
    ['+ a', 'p("+ a")'],
    ['1) a', 'p("1) a")'],
    ['- a\n### b', 'ul(p("a")) h3("b")'],
    ['- a\n---\nb', 'ul(p("a")) rule p("b")'],
    ['- > a', 'ul(quote(p("a")))'],
    ['- **a**: b', 'ul(p(strong("a") ": b"))'],
    ['- 5 mg', 'ul(p("5 mg"))'],
    ['-5 mg', 'p("-5 mg")'],
    ['- [date]\n  more', 'ul(p(gap / "more"))'],
  ]);
});

describe('tables', () => {
  shapes([
    ['| a | b |\n|---|---|\n| c | d |', 'table[- -]("a" | "b" / "c" | "d")'],
    ['a | b\n--- | ---\nc | d', 'table[- -]("a" | "b" / "c" | "d")'],
    ['| a | b | c |\n|:--|:-:|--:|', 'table[left center right]("a" | "b" | "c")'],
    ['| a |\n| - |\n| b |', 'table[-]("a" / "b")'],
    ['| a | b |\n|---|---|\n| c |', 'table[- -]("a" | "b" / "c" | )'],
    ['| a | b |\n|---|---|\n| c | d | e |', 'table[- -]("a" | "b" / "c" | "d | e")'],
    ['| a | b |\n|---|---|\n| **c** | [date] |', 'table[- -]("a" | "b" / strong("c") | gap)'],
    ['x\n| a |\n|---|\n| b |\ny', 'p("x") table[-]("a" / "b") p("y")'],
    ['| a | b |\n|---|\n| c |', 'p("| a | b |" / "|---|" / "| c |")'],
    ['a | b', 'p("a | b")'],
    ['|---|', 'p("|---|")'],
    ['- x\n\n  | a |\n  |---|\n  | b |', 'ul(p("x") table[-]("a" / "b"))'],
    ['> | a |\n> |---|\n> | b |', 'quote(table[-]("a" / "b"))'],
    ['| a |\n|---|\n| `b` <c> |\n| > 50 % |', 'table[-]("a" / "`b` <c>" / "> 50 %")'],
  ]);
});

describe('quotations, rules and headings', () => {
  shapes([
    ['> a\n> b', 'quote(p("a" / "b"))'],
    ['> a\n\nb', 'quote(p("a")) p("b")'],
    ['> a\nb', 'quote(p("a")) p("b")'],
    ['> a\n>\n> b', 'quote(p("a") p("b"))'],
    ['> > a', 'quote(quote(p("a")))'],
    ['> - a\n> - b', 'quote(ul(p("a"), p("b")))'],
    ['> 50 % of', 'p("> 50 % of")'],
    ['rose to\n> 50 % of', 'p("rose to" / "> 50 % of")'],
    ['> a dose of\n> 50 mg', 'quote(p("a dose of" / "50 mg"))'],
    ['>a', 'p(">a")'],
    ['>', 'p(">")'],
    ['a\n\n---\n\nb', 'p("a") rule p("b")'],
    ['a\n---\nb', 'p("a") rule p("b")'],
    ['a\n===', 'p("a" / "===")'],
    ['***', 'p("***")'],
    ['___', 'p("___")'],
    ['### a\nb', 'h3("a") p("b")'],
    ['#### a', 'h4("a")'],
    ['##### a', 'p("##### a")'],
    ['# a', 'p("# a")'],
    ['###a', 'p("###a")'],
    ['### a ###', 'h3("a ###")'],
    ['### **a** [date]', 'h3(strong("a") " " gap)'],
    ['a\n### b', 'p("a") h3("b")'],
  ]);
});

describe('everything else is text', () => {
  shapes([
    ['```\na\n```', 'p("```" / "a" / "```")'],
    ['~~~\na\n~~~', 'p("~~~" / "a" / "~~~")'],
    ['<div>\na\n</div>', 'p("<div>" / "a" / "</div>")'],
    ['<!-- a -->', 'p("<!-- a -->")'],
    ['[1]: https://x.org', 'p("[1]: https://x.org")'],
    ['&amp; &#35; &copy;', 'p("&amp; &#35; &copy;")'],
    ['`*a*`', 'p("`" emphasis("a") "`")'],
    ['- ```\n  a\n  ```', 'ul(p("```" / "a" / "```"))'],
    ['- <div>\n  a', 'ul(p("<div>" / "a"))'],
    ['https://x.org www.x.org a@x.org', 'p("https://x.org www.x.org a@x.org")'],
  ]);
});

test('lists within lists are read to a depth that nobody writes', () => {
  const deep = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- x${String(depth)}`).join('\n');
  const result = prose(deep);
  for (let depth = 0; depth < 30; depth++) expect(result).toContain(`x${String(depth)}`);
});

test('quotations are read eight deep, and deeper marks are words', () => {
  const within = (depth: number, words: string) => `${'quote('.repeat(depth)}p("${words}")${')'.repeat(depth)}`;
  expect(shape(`${'> '.repeat(8)}a`)).toBe(within(8, 'a'));
  expect(shape(`${'> '.repeat(10)}a`)).toBe(within(8, '> > a'));
});
