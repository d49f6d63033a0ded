import { type Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import type { SourceFile } from '../language/source-file.js';
import { contextOf, type FileContext } from '../letter/names/file-context.js';
import { identityOf, type Named, type NameUse } from '../letter/names/named.js';
import { allNamesIn, nameAt, namesIn } from '../letter/names/names-in-file.js';
import { mayUse } from './closed-uses.js';
import type { LmnServices } from './services.js';
import { isWorkspaceScheme } from './workspace-files.js';

export interface UsesInFile {
  readonly file: SourceFile;
  readonly uses: readonly NameUse[];
}

/** Finds what names mean in open documents, and where else a thing is named: in open files, and in closed ones that are read for it. */
export class UsesOfNames {
  constructor(private readonly services: LmnServices) {}

  contextOf(document: LangiumDocument): FileContext {
    const { Open, Workspace } = this.services.letters;
    return contextOf(Open.fileOf(document), Workspace);
  }

  /** The name at an offset of a document, with what it is held against. */
  at(document: LangiumDocument, offset: number): { use: NameUse; context: FileContext } | undefined {
    const context = this.contextOf(document);
    const use = nameAt(context, offset);
    return use && { use, context };
  }

  /** Uses in one file, its declarations included, in the order of the text. */
  within(context: FileContext, named: Named): NameUse[] {
    const identity = identityOf(named);
    if (identity === undefined) return [];
    return allNamesIn(context).filter((use) => use.named.kind === named.kind && identityOf(use.named) === identity);
  }

  /**
   * Uses in all files of the workspace, those of `from` first. Closed files are read only if what is kept of them says that they may
   * hold one. Throws `OperationCancelled` when cancelled.
   */
  async everywhere(named: Named, from: FileContext, token: Cancellation.CancellationToken): Promise<UsesInFile[]> {
    const found: UsesInFile[] = [];
    const seen = new Set<string>();
    const look = (context: FileContext) => {
      seen.add(context.file.uri);
      const uses = this.within(context, named);
      if (uses.length > 0) found.push({ file: context.file, uses });
    };
    look(from);
    for (const context of this.openFiles()) if (!seen.has(context.file.uri)) look(context);
    const { Files, Workspace } = this.services.letters;
    const candidates = [...Files.all()].filter(mayUse(named, Workspace));
    for (const closed of candidates) {
      if (seen.has(closed.uri)) continue;
      await interruptAndCheck(token);
      const file = await Files.read(closed.uri);
      if (file) found.push(...this.inClosed(file, named));
    }
    return found;
  }

  /** Nothing of a closed file is kept. */
  private inClosed(file: SourceFile, named: Named): UsesInFile[] {
    const identity = identityOf(named);
    const uses = namesIn(contextOf(file, this.services.letters.Workspace)).filter(
      (use) => identityOf(use.named) === identity,
    );
    return uses.length > 0 ? [{ file, uses }] : [];
  }

  /** Open files and those that ship; not the other side of a comparison. */
  openFiles(): FileContext[] {
    const { LangiumDocuments, WorkspaceManager } = this.services.shared.workspace;
    const folders = (WorkspaceManager.workspaceFolders ?? []).map((folder) => folder.uri.split(':')[0] ?? '');
    const documents = LangiumDocuments.all.filter((document) => isWorkspaceScheme(document.uri.scheme, folders));
    return documents.map((document) => this.contextOf(document)).toArray();
  }
}
