import { Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import type { SourceFile } from '../../language/source-file.js';
import type { Workspace } from '../../language/workspace.js';
import { isShipped } from '../../language/shipped-text.js';
import { contextOf, type FileContext } from '../../letter/file-context.js';
import { identityOf, type Named, type NameUse } from './named.js';
import { allNamesIn, nameAt, namesIn } from './names-in-file.js';
import { type FileTest, mayUse } from './closed-uses.js';
import type { LmnServices } from '../services.js';

/** Fewer files are read before anybody would have read that they are. */
const manyFiles = 200;
const readAhead = 8;

export interface UsesInFile {
  readonly file: SourceFile;
  readonly uses: readonly NameUse[];
}

/** Finds what names mean in open documents, and where else a thing is named: in open files, and in closed ones that are read for it. */
export class UsesOfNames {
  constructor(private readonly services: LmnServices) {}

  contextOf(document: LangiumDocument): FileContext {
    const { Open } = this.services.letters;
    return contextOf(Open.fileOf(document), Open.workspaceOf(document));
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
   * Uses in all files of the workspace of `from`, those of `from` first. Closed files are read only if what is kept of them says that they may
   * hold one, and let go again: whoever asks must not hold on to them, for there may be ten thousand. Throws `OperationCancelled`
   * when cancelled.
   */
  async *everywhere(
    named: Named,
    from: FileContext,
    token: Cancellation.CancellationToken,
  ): AsyncGenerator<UsesInFile> {
    const { workspace } = from;
    const seen = new Set<string>();
    for (const context of [from, ...this.openFiles(workspace)]) {
      if (seen.has(context.file.uri)) continue;
      seen.add(context.file.uri);
      yield { file: context.file, uses: this.within(context, named) };
    }
    const identity = identityOf(named);
    for await (const file of this.closedFiles(workspace, mayUse(named, workspace), seen, token))
      yield { file, uses: namesIn(contextOf(file, workspace)).filter((use) => identityOf(use.named) === identity) };
  }

  /** Reads closed files, a few ahead of whoever looks at them: waiting for the disk would take most of the time. */
  private async *closedFiles(
    workspace: Workspace,
    isWanted: FileTest,
    seen: ReadonlySet<string>,
    token: Cancellation.CancellationToken,
  ): AsyncGenerator<SourceFile> {
    const { Files, Progress } = this.services.letters;
    const uris = Files.of(workspace)
      .filter((file) => !seen.has(file.uri) && isWanted(file))
      .map(({ uri }) => uri);
    const byUser = new Cancellation.CancellationTokenSource();
    const progress =
      uris.length < manyFiles
        ? undefined
        : await Progress.begin('Looking for uses', () => {
            byUser.cancel();
          });
    const ahead: Promise<(() => SourceFile) | undefined>[] = [];
    try {
      for (const [index, uri] of uris.entries()) {
        // Of those ahead the first is this one.
        while (ahead.length < readAhead && index + ahead.length < uris.length)
          ahead.push(inReserve(Files.fetch(uris[index + ahead.length] ?? uri)));
        await interruptAndCheck(token);
        await interruptAndCheck(byUser.token);
        const readIt = await ahead.shift();
        if (readIt) yield readIt();
        progress?.report(index + 1, uris.length);
      }
    } finally {
      progress?.done();
    }
  }

  /** Open files of a workspace and those that ship; not the other side of a comparison. */
  openFiles(workspace: Workspace): FileContext[] {
    const { Open, Workspaces } = this.services.letters;
    const files = this.services.shared.workspace.LangiumDocuments.all
      .filter((document) => Workspaces.isPart(document.uri.toString()))
      .map((document) => Open.fileOf(document));
    return files
      .filter((file) => isShipped(file.uri) || Workspaces.around(file) === workspace)
      .map((file) => contextOf(file, workspace))
      .toArray();
  }
}

/** A reading that fails does so when it is looked at, which it may never be. */
function inReserve<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}
