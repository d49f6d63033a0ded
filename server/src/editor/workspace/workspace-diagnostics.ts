import { delayNextTick, type WorkspaceLock } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { FileKind } from '../../language/file-kinds.js';
import type { SourceFile } from '../../language/source-file.js';
import type { Workspace } from '../../language/workspace.js';
import type { Workspaces } from './workspaces.js';
import type { LetterValidator } from '../diagnostics.js';
import type { Progress } from '../progress.js';
import type { WorkspaceFiles } from './workspace-files.js';

export interface WorkspaceDiagnosticsContext {
  readonly files: WorkspaceFiles;
  /** Finds a file that letters are made of. */
  readonly workspaces: Pick<Workspaces, 'get' | 'of'>;
  readonly loadConfig: (address: string) => Promise<void>;
  readonly validator: LetterValidator;
  readonly lock: WorkspaceLock;
  /** False until the workspace has been read. */
  readonly isComplete: () => boolean;
  readonly isOpen: (address: string) => boolean;
  readonly send: (address: string, diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** `cancel` is called when the user has had enough. */
  readonly beginProgress: (cancel: () => void) => Promise<Progress>;
  /** A file could not be checked; the others are. */
  readonly failed: (error: unknown) => void;
}

/** Fewer files are checked before anybody would have read that they are. */
const fewFiles = 50;

interface Known {
  readonly workspace: Workspace;
  readonly kind: FileKind | undefined;
  readonly name: string | undefined;
}

/**
 * Finds what is wrong in the files that are not open, where the user wants to see it: each once, in the background, and again when it or what its
 * letter is made of has changed on disk. Nothing is done at a keystroke, and nothing is kept but which files are due and which have findings.
 */
export class WorkspaceDiagnostics {
  private isOn = false;
  private running: Promise<void> | undefined;
  private readonly due = new Set<string>();
  private readonly shown = new Set<string>();
  private readonly known = new Map<string, Known>();

  constructor(private readonly context: WorkspaceDiagnosticsContext) {}

  /** Begins to show the findings of closed files, or takes them away. */
  async turn(isOn: boolean): Promise<void> {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    if (isOn) {
      this.checkAll();
      return;
    }
    this.due.clear();
    const { isOpen, send } = this.context;
    for (const address of this.shown) if (!isOpen(address)) await send(address, []);
    this.shown.clear();
  }

  /** Everything is checked anew: rules have other severities. */
  checkAll(): void {
    if (!this.isOn) return;
    this.known.clear();
    for (const { uri, workspace, kind, name } of this.context.files.all()) {
      this.known.set(uri, { workspace, kind, name });
      this.due.add(uri);
    }
    this.start();
  }

  /** A file has another text on disk, is gone, or was closed: it is due, and so is what is made of it. */
  changed(address: string): void {
    if (!this.isOn) return;
    const before = this.known.get(address);
    const after = this.kindOf(address);
    if (after) this.known.set(address, after);
    else this.known.delete(address);
    this.due.add(address);
    for (const uri of this.madeOf(before, after)) this.due.add(uri);
    this.start();
  }

  /** Goes on with what is due, once that can be judged. */
  start(): void {
    if (this.running || !this.isOn || this.due.size === 0 || !this.context.isComplete()) return;
    this.running = this.run()
      .catch(this.context.failed)
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private kindOf(address: string): Known | undefined {
    const file = this.context.workspaces.get(address);
    const workspace = this.context.workspaces.of(address);
    if (file) return { workspace, kind: file.kind, name: file.header?.name?.text };
    const closed = this.context.files.get(address);
    return closed && { workspace, kind: closed.kind, name: closed.name };
  }

  /** The cases that name a template, the templates that stand on it, and theirs. */
  private *templatesAndCasesOf(name: string, workspace: Workspace): Generator<string> {
    const upon = workspace.templatesOn(name);
    for (const one of [name, ...upon]) for (const { uri } of this.context.files.casesOf(one, workspace)) yield uri;
    for (const one of upon) {
      const uri = workspace.templates.get(one)?.file.uri;
      if (uri !== undefined) yield uri;
    }
  }

  /** The files whose letters are made of a changed one: of a template that keeps its name what stands on it, else whatever could be. */
  private madeOf(before: Known | undefined, after: Known | undefined): string[] {
    const { files } = this.context;
    const isOnlyCase = (one: Known | undefined) => !one?.kind || one.kind === 'case';
    if (isOnlyCase(before) && isOnlyCase(after)) return [];
    const isSame = before?.workspace === after?.workspace && before?.name === after?.name;
    if (before?.kind === 'template' && after?.kind === 'template' && isSame && after.name)
      return [...this.templatesAndCasesOf(after.name, after.workspace)];
    const workspaces = new Set([before, after].flatMap((one) => (one ? [one.workspace] : [])));
    return [...workspaces].flatMap((workspace) => files.of(workspace).map(({ uri }) => uri));
  }

  private async run(): Promise<void> {
    const { files, lock, beginProgress, failed } = this.context;
    let progress: Progress | undefined;
    let done = 0;
    try {
      for (let address = this.next(); address !== undefined; address = this.next()) {
        if (!progress && this.due.size >= fewFiles) {
          progress = await beginProgress(() => {
            this.due.clear();
          });
        }
        await delayNextTick(); // lets whatever has come in meanwhile go first
        try {
          const file = files.get(address) && (await files.read(address));
          if (file) await this.context.loadConfig(address);
          // After whatever the editor waits for, which may have changed what this file's letter is made of.
          await lock.read(() => this.show(address, file));
        } catch (error) {
          failed(error);
        }
        done++;
        progress?.report(done, done + this.due.size);
      }
    } finally {
      progress?.done();
    }
  }

  private next(): string | undefined {
    const [address] = this.due;
    if (address !== undefined) this.due.delete(address);
    return address;
  }

  private async show(address: string, file: SourceFile | undefined): Promise<void> {
    const { validator, isOpen, send } = this.context;
    if (!this.isOn || isOpen(address)) return;
    const diagnostics = file ? validator.toDiagnostics(await validator.allFindingsIn(file), file) : [];
    if (diagnostics.length > 0) this.shown.add(address);
    else if (!this.shown.delete(address)) return;
    await send(address, diagnostics);
  }
}
