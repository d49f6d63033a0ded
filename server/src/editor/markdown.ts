import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { splitLines } from '../language/lines.js';

/**
 * Text as Markdown that shows it letter for letter: no markup, entity, link or HTML comes of anything in it. Line breaks stay line breaks;
 * other runs of white space show as one space, as Markdown has it.
 */
export function literal(text: string): string {
  return splitLines(text)
    .map((line) => escapeLine(line.trim().replace(/\s+/g, ' ')))
    .join('  \n');
}

function escapeLine(line: string): string {
  return (
    line
      .replace(/[\\`*_[\]<>#|~&$!]/g, '\\$&')
      // Addresses would turn into links by themselves.
      .replace(/:(?=\/\/)|@|(?<=www)\./gi, '\\$&')
      // What begins a list, a rule, an underline of the line above or a table's.
      .replace(/^[-+=:]|(?<=^\d{1,9})[.)]/, '\\$&')
  );
}

/** Paragraphs of Markdown, empty ones left out, as the protocol sends them. */
export function markdownOf(paragraphs: readonly (string | undefined)[]): MarkupContent {
  return { kind: MarkupKind.Markdown, value: paragraphs.filter(Boolean).join('\n\n') };
}
