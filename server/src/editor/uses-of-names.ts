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
   * hold one, and let go again: whoever asks must not hold on to them, for there may be ten thousand. Throws `OperationCancelled`
   * when cancelled.
   */
  async *everywhere(
    named: Named,
    from: FileContext,
    token: Cancellation.CancellationToken,
  ): AsyncGenerator<UsesInFile> {
    const seen = new Set<string>();
    for (const context of [from, ...this.openFiles()]) {
      if (seen.has(context.file.uri)) continue;
      seen.add(context.file.uri);
      yield { file: context.file, uses: this.within(context, named) };
    }
    const { Files, Workspace } = this.services.letters;
    const identity = identityOf(named);
    for (const { uri } of [...Files.all()].filter(mayUse(named, Workspace))) {
      if (seen.has(uri)) continue;
      await interruptAndCheck(token);
      const file = await Files.read(uri);
      if (file)
        yield { file, uses: namesIn(contextOf(file, Workspace)).filter((use) => identityOf(use.named) === identity) };
    }
  }

  /** Open files and those that ship; not the other side of a comparison. */
  openFiles(): FileContext[] {
    const { LangiumDocuments, WorkspaceManager } = this.services.shared.workspace;
    const folders = (WorkspaceManager.workspaceFolders ?? []).map((folder) => folder.uri.split(':')[0] ?? '');
    const documents = LangiumDocuments.all.filter((document) => isWorkspaceScheme(document.uri.scheme, folders));
    return documents.map((document) => this.contextOf(document)).toArray();
  }
}
