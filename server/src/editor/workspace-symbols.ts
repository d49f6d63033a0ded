import { type Cancellation, interruptAndCheck } from 'langium';
import type { WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { HeadEntry, SourceFile, Word } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { locationOf } from './places.js';

const kinds = {
  template: SymbolKind.File,
  policy: SymbolKind.File,
  kind: SymbolKind.File,
  vocabulary: SymbolKind.Module,
} as const;

/** What one can go to by name from anywhere: templates, policies, kinds, vocabularies, the records that they declare and the address book's keys. */
export class LetterWorkspaceSymbols implements WorkspaceSymbolProvider {
  constructor(private readonly workspaces: () => readonly Workspace[]) {}

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    token?: Cancellation.CancellationToken,
  ): Promise<WorkspaceSymbol[]> {
    const symbols: WorkspaceSymbol[] = [];
    for (const kind of ['template', 'policy', 'kind', 'vocabulary'] as const) {
      // What ships is in each of them, and there once.
      for (const file of new Set(this.workspaces().flatMap((workspace) => workspace.all(kind)))) {
        if (token) await interruptAndCheck(token);
        symbols.push(...symbolsOf(file, kind, query));
      }
    }
    return symbols;
  }
}

function symbolsOf(file: SourceFile, kind: keyof typeof kinds, query: string): WorkspaceSymbol[] {
  const { header, entries } = file;
  const title = header?.title?.text;
  const own = header?.name
    ? matching(
        file,
        header.name,
        header.name.text,
        kinds[kind],
        title === undefined ? kind : `${kind}: ${title}`,
        query,
      )
    : [];
  const inside = kind === 'vocabulary' ? entries.flatMap((entry) => entrySymbol(file, entry, query)) : [];
  return [...own, ...inside];
}

function entrySymbol(file: SourceFile, { kind, label, key }: HeadEntry, query: string): WorkspaceSymbol[] {
  if (!label) return [];
  const container = file.header?.name?.text ?? 'vocabulary';
  if (kind === 'record') return matching(file, label, label.text, SymbolKind.Class, container, query);
  return kind === 'fact' && key
    ? matching(file, key, `${label.text} @${key.text}`, SymbolKind.Object, container, query)
    : [];
}

function matching(
  file: SourceFile,
  where: Word,
  name: string,
  kind: SymbolKind,
  containerName: string,
  query: string,
): WorkspaceSymbol[] {
  return name !== '' && holdsInOrder(name, query)
    ? [{ name, kind, containerName, location: locationOf(file, where) }]
    : [];
}

/** As the protocol asks, generously: the letters of the query in their order; the editor ranks what it gets. */
function holdsInOrder(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
