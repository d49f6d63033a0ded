import { type Cancellation, type FileSystemProvider, interruptAndCheck, UriUtils, URI } from 'langium';
import type { FileKind } from '../language/file-kinds.js';
import { normalizeName } from '../language/names.js';
import type { ParseFile } from '../language/parse.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';

/** What is kept of a file that is not open: enough to know whether it must be read again. */
export interface ClosedFile {
  readonly uri: string;
  readonly kind: FileKind | undefined;
  /** What a template, policy or vocabulary is called; in a case, the template that it names. */
  readonly name: string | undefined;
  /** Names that it writes, in the form in which names are compared: placeholders, facts, records, headings; keys with an `@`. */
  readonly mentions: ReadonlySet<string>;
}

/**
 * The files of the workspace that are not open in an editor. Templates, policies and vocabularies are handed to the `Workspace`, for letters
 * are made of them; of cases only a `ClosedFile` is kept, and their text is read again when somebody asks.
 */
export class WorkspaceFiles {
  private readonly closed = new Map<string, ClosedFile>();
  /** Files that could not be read, with the kind of failure; told in the editor's status. */
  readonly unreadable = new Map<string, string>();
  private readonly opened = new Set<string>();

  constructor(
    private readonly fileSystem: FileSystemProvider,
    private readonly parse: ParseFile,
    private readonly workspace: Workspace,
  ) {}

  /** Reads files in the given order, giving way to whatever else is waiting. Throws `OperationCancelled` when cancelled. */
  async readAll(uris: Iterable<URI>, token: Cancellation.CancellationToken): Promise<void> {
    for (const uri of uris) {
      await interruptAndCheck(token);
      await this.refresh(uri);
    }
  }

  /** Reads a file that changed on disk; one that is gone is forgotten. A file that is open is not read. */
  async refresh(uri: URI): Promise<void> {
    const address = uri.toString();
    if (this.opened.has(address)) return;
    const text = await this.readText(uri);
    if (text === undefined) {
      this.forget(address);
      return;
    }
    const file = this.parse(address, text);
    this.workspace.set(file);
    this.closed.set(address, summarize(file));
  }

  private async readText(uri: URI): Promise<string | undefined> {
    const address = uri.toString();
    this.unreadable.delete(address);
    try {
      if (!(await this.fileSystem.exists(uri))) return undefined;
      return await this.fileSystem.readFile(uri);
    } catch (error) {
      this.unreadable.set(address, error instanceof Error && 'code' in error ? String(error.code) : 'unreadable');
      return undefined;
    }
  }

  forget(address: string): void {
    this.closed.delete(address);
    this.workspace.remove(address);
  }

  /** The editor holds the text from now on. */
  open(address: string): void {
    this.opened.add(address);
    this.closed.delete(address);
  }

  /** The text on disk counts again. */
  async close(uri: URI): Promise<void> {
    this.opened.delete(uri.toString());
    await this.refresh(uri);
  }

  all(): IterableIterator<ClosedFile> {
    return this.closed.values();
  }

  /** Closed files that write any of the names. */
  mentioning(names: readonly string[]): ClosedFile[] {
    return [...this.closed.values()].filter((file) => names.some((name) => file.mentions.has(name)));
  }

  /** Cases, open ones not counted, that name a template. */
  casesOf(template: string): ClosedFile[] {
    return [...this.closed.values()].filter((file) => file.kind === 'case' && file.name === template);
  }

  /** Reads a closed file again. */
  async read(address: string): Promise<SourceFile | undefined> {
    const kept = this.workspace.get(address);
    if (kept) return kept;
    const text = await this.readText(URI.parse(address));
    return text === undefined ? undefined : this.parse(address, text);
  }
}

/** Files of other sides of a comparison (`git:`, `vscode-local-history:`) are looked at, but are no part of the workspace. */
export function isWorkspaceScheme(scheme: string, folders: readonly string[]): boolean {
  return ['file', 'untitled', 'lmn-shipped'].includes(scheme) || folders.includes(scheme);
}

/** Whether the name of a file says that it is ours. */
export function isLetterFile(uri: URI): boolean {
  return UriUtils.extname(uri).toLowerCase() === '.lmn';
}

function summarize(file: SourceFile): ClosedFile {
  return { uri: file.uri, kind: file.kind, name: file.header?.name?.text, mentions: mentionsOf(file) };
}

/** Every name that a file writes, as `ClosedFile.mentions` holds them. */
export function mentionsOf(file: SourceFile): Set<string> {
  const names = new Set<string>();
  for (const entry of file.entries) {
    if (entry.label) names.add(normalizeName(entry.label.text));
    if (entry.key) names.add(`@${entry.key.text.toLowerCase()}`);
    if (entry.requirement?.subject) names.add(normalizeName(entry.requirement.subject.text));
    for (const line of entry.lines) if (line.label) names.add(normalizeName(line.label.text));
  }
  const prose = file.sections.map((section) => section.prose);
  for (const section of file.sections) names.add(normalizeName(section.title.text));
  for (const { brackets } of file.preamble ? [file.preamble, ...prose] : prose) {
    for (const bracket of brackets) {
      if (bracket.kind === 'placeholder') names.add(normalizeName(bracket.name.text));
      if (bracket.kind === 'citation') for (const key of bracket.keys) names.add(`@${key.text.toLowerCase()}`);
    }
  }
  return names;
}
