import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { FactRecord } from '../language/head.js';
import type { HeadEntry, HeadLine, SectionSource, SourceFile, Word } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import { contextOf, type FileContext } from '../letter/file-context.js';
import { wholeEntry } from '../letter/whole-entry.js';
import { rangeOfSpan } from './places.js';
import type { LmnServices } from './services.js';
import { subheadings } from './subheadings.js';

/**
 * The outline of a file, for breadcrumbs and sticky scroll too: first line, facts and records, declarations, sections with their headings. It shows names
 * and no values: it stands open beside the letter, and on shared screens.
 */
export class LetterSymbols implements DocumentSymbolProvider {
  constructor(private readonly services: LmnServices) {}

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    const { Open } = this.services.letters;
    const context = contextOf(Open.fileOf(document), Open.workspaceOf(document));
    const { file } = context;
    const entry = entrySymbols(context);
    const header =
      file.header &&
      symbol(file, firstLineName(file), SymbolKind.File, file.header.whole, file.header.name ?? file.header.keyword);
    return [
      ...(header ? [{ ...header, detail: file.kind ?? '' }] : []),
      ...file.entries.flatMap(entry),
      ...file.sections.map((section) => sectionSymbol(file, section)),
    ];
  }
}

function firstLineName({ header }: SourceFile): string {
  return header?.title?.text || header?.name?.text || header?.keyword.text || '';
}

/** Editors take no symbol without a name. */
function symbol(file: SourceFile, name: string, kind: SymbolKind, whole: Span, selected: Span): DocumentSymbol {
  return {
    name: name.trim() === '' ? '…' : name,
    kind,
    range: rangeOfSpan(file, whole),
    selectionRange: rangeOfSpan(file, selected),
  };
}

function entrySymbols({ file, head }: FileContext): (entry: HeadEntry) => DocumentSymbol[] {
  const records = new Map<Word, FactRecord>(head?.records.map((record) => [record.name, record]));
  const facts = new Set<Word>(head?.facts.map(({ name }) => name));
  return (entry) => {
    if (entry.kind === 'clause')
      return [symbol(file, entry.whole.text.replace(/:.*$/s, ''), SymbolKind.Constant, entry.whole, entry.whole)];
    if (!entry.label || entry.kind === 'stray') return [];
    const whole = wholeEntry(entry);
    if (entry.kind === 'declaration')
      return [
        { ...symbol(file, entry.label.text, SymbolKind.Variable, whole, entry.label), ...detail(entry.value?.text) },
      ];
    if (entry.kind === 'record') {
      const fields = entry.lines
        .filter((line) => line.kind !== 'text')
        .flatMap((line) => fieldSymbol(file, line, entry));
      return [
        {
          ...symbol(file, entry.label.text, SymbolKind.Class, whole, entry.label),
          ...detail(entry.value?.text),
          children: fields,
        },
      ];
    }
    if (facts.has(entry.label)) return [symbol(file, entry.label.text, SymbolKind.Property, whole, entry.label)];
    return [recordSymbol(file, entry, entry.label, records.get(entry.label))];
  };
}

function recordSymbol(file: SourceFile, entry: HeadEntry, label: Word, record: FactRecord | undefined): DocumentSymbol {
  const names = new Set<Word>(record?.fields.map(({ name }) => name));
  const isField = (line: HeadLine) =>
    line.label !== undefined && (record ? names.has(line.label) : line.kind === 'field');
  const fields = entry.lines.filter(isField).flatMap((line) => fieldSymbol(file, line, entry));
  const name = entry.key ? `${label.text} @${entry.key.text}` : label.text;
  return { ...symbol(file, name, SymbolKind.Struct, wholeEntry(entry), label), children: fields };
}

/** A line and what continues it: up to the next line that is no deeper. */
function fieldSymbol(file: SourceFile, line: HeadLine, { lines }: HeadEntry): DocumentSymbol[] {
  if (!line.label) return [];
  const after = lines.slice(lines.indexOf(line) + 1);
  const next = after.findIndex((one) => one.indent <= line.indent);
  const last = (next < 0 ? after : after.slice(0, next)).at(-1) ?? line;
  const whole = { piece: line.whole.piece, start: line.whole.start, end: last.whole.end };
  // What stands behind the colon of a declared field is its help.
  const help = line.kind === 'declaration' ? line.value?.text : undefined;
  return [{ ...symbol(file, line.label.text, SymbolKind.Field, whole, line.label), ...detail(help) }];
}

const longest = 60;

function detail(text: string | undefined): { detail?: string } {
  if (!text) return {};
  return { detail: text.length > longest ? `${text.slice(0, longest - 1)}…` : text };
}

function sectionSymbol(file: SourceFile, section: SectionSource): DocumentSymbol {
  const { piece, title, tags } = section;
  const whole = { piece, start: 0, end: piece.text.trimEnd().length };
  const tagged = tags.map((tag) => `#${tag.text}`).join(' ');
  return {
    ...symbol(file, title.text, SymbolKind.String, whole, title.end > title.start ? title : section.hashes),
    ...detail(tagged),
    children: subheadings(section).map((heading) => headingSymbol(file, heading)),
  };
}

function headingSymbol(
  file: SourceFile,
  { title, whole, line, children }: ReturnType<typeof subheadings>[number],
): DocumentSymbol {
  return {
    ...symbol(file, title, SymbolKind.String, whole, line),
    children: children.map((child) => headingSymbol(file, child)),
  };
}
