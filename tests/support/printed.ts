import { type CaseFile, readCaseFile } from '../../server/src/language/case-file.js';
import { placeholderOf } from '../../server/src/language/name-resolution.js';
import {
  type Block,
  citationNumbers,
  type Gap,
  type Inline,
  type ResolvedLetter,
  type ResolvedSection,
} from '../../server/src/letter/letter.js';
import { resolveLetter } from '../../server/src/letter/resolve-letter.js';
import { parse, workspaceOf } from './workspace.js';

/** A case read in a workspace of the standard vocabulary and `others`, by file name. */
export function caseOf(text: string, others: Readonly<Record<string, string>> = {}): CaseFile {
  return readCaseFile(parse('file:///x.lmn', text), workspaceOf(others));
}

export function letterOf(text: string, others: Readonly<Record<string, string>> = {}): ResolvedLetter {
  return resolveLetter(caseOf(text, others));
}

/**
 * The letter as bare text, for tests of what it says: no marks for emphasis, `‹patient name›` for a gap, `^1,2` for a citation. Without the
 * blocks that stand at the end of every letter.
 */
export function printed(text: string, others: Readonly<Record<string, string>> = {}): string {
  const letter = letterOf(text, others);
  return printSections(
    letter,
    letter.sections.filter((section) => section.kind !== 'end'),
  );
}

/** The prose of a case with this head, as `printed` gives it. */
export function prose(body: string, head = ''): string {
  return printed(`case\n${head}\n---\n${body}`);
}

/** The letter with the blocks at its end: signature, enclosures, copies, references. */
export function printedWhole(text: string, others: Readonly<Record<string, string>> = {}): string {
  const letter = letterOf(text, others);
  return printSections(letter, letter.sections);
}

function printSections(letter: ResolvedLetter, sections: readonly ResolvedSection[]): string {
  const print = printerOf(letter);
  return sections
    .flatMap((section) => [
      ...(section.heading ? [`## ${print.inline(section.heading)}`] : []),
      ...section.blocks.map(print.block),
    ])
    .join('\n\n');
}

function printerOf(letter: ResolvedLetter) {
  const inline = (content: readonly Inline[]): string =>
    content
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'box') return node.checked ? '☑' : '☐';
        if (node.kind === 'pen line') return '________';
        if (node.kind === 'break') return '\n';
        if (node.kind === 'gap') return `‹${gapName(node.gap)}›`;
        if (node.kind === 'citation') return `^${citationNumbers(letter, node.cited).join(',')}`;
        return inline(node.content);
      })
      .join('');
  const nested = (blocks: readonly Block[], indent: string): string =>
    blocks.map(block).join('\n').replaceAll('\n', `\n${indent}`);
  const block = (node: Block): string => {
    switch (node.kind) {
      case 'paragraph':
        return inline(node.content);
      case 'heading':
        return `${'#'.repeat(node.level)} ${inline(node.content)}`;
      case 'list':
        return node.items
          .map((item, index) => {
            const mark = node.ordered ? `${String(node.first + index)}. ` : '- ';
            const box = item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
            return mark + box + nested(item.blocks, ' '.repeat(mark.length));
          })
          .join('\n');
      case 'table':
        return [node.header, ...node.rows].map((row) => row.map(inline).join(' | ')).join('\n');
      case 'quote':
        return `> ${nested(node.blocks, '> ')}`;
      case 'rule':
        return '---';
      case 'letterhead':
        return [...(node.logo ? [`(${node.logo.text})`] : []), ...node.lines.map(inline)].join('\n');
      case 'signature':
        return node.signers
          .map((signer) =>
            [signer.picture ? `(${signer.picture.text})` : '____', ...signer.lines.map(inline)].join('\n'),
          )
          .join('\n');
      case 'enclosures':
      case 'copies':
        return [`${node.label.text}:`, ...node.lines.map((line) => `- ${inline(line)}`)].join('\n');
      case 'references':
        return [
          node.label.text,
          ...letter.references.map((one) => `${String(one.number)}. ${inline(one.content)}`),
        ].join('\n');
    }
  };
  return { inline, block };
}

/** What a gap lacks, in a few words. */
export function gapName(gap: Gap): string {
  switch (gap.kind) {
    case 'fact':
      return placeholderOf(gap.field);
    case 'unwritten':
      return `write: ${gap.help}`;
    case 'section':
      return `${gap.because} section: ${gap.section}`;
    case 'unknown':
      return `unknown: ${gap.name.text}`;
    case 'condition':
      return 'condition';
    case 'citation':
      return `@${gap.key.text}`;
    case 'template':
      return `template: ${gap.name}`;
  }
}

/** Every gap of a letter: of the letter as a whole, then those of its sections, then of what is required though nothing prints it. */
export function allGaps({ sections, lacks }: ResolvedLetter): Gap[] {
  const printed = new Set(sections.flatMap(({ gaps }) => gaps));
  const others = lacks.flatMap(({ needs }) => needs.map(({ gap }) => gap)).filter((gap) => !printed.has(gap));
  return [
    ...others.filter(({ kind }) => kind === 'template'),
    ...printed,
    ...others.filter(({ kind }) => kind !== 'template'),
  ];
}

/** All gaps of a letter by what they lack. */
export function gapsOf(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return allGaps(letterOf(text, others)).map(gapName);
}
