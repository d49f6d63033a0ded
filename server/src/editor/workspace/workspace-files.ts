import { possibleNames } from '../../language/clauses/possible-names.js';
import { type Cancellation, interruptAndCheck, type URI } from 'langium';
import type { FileKind } from '../../language/file-kinds.js';
import { normalizeName } from '../../language/names.js';
import type { ParseFile } from '../../language/parse.js';
import type { SourceFile } from '../../language/source-file.js';
import type { Workspace } from '../../language/workspace.js';
import { isShipped } from '../../language/shipped-text.js';
import { errorCode, isMissing } from '../../workspace/file-failure.js';
import type { FilePort } from '../../workspace/file-port.js';
import type { LeftOut } from '../../workspace/find-files.js';
import { isLmnFile } from '../../workspace/letter-file.js';
import { decodeLetter } from '../../workspace/letter-text.js';
import { addressOf } from './editor-files.js';
import type { Workspaces } from './workspaces.js';

/** What is kept of a file that is not open: enough to know whether it must be read again. */
export interface ClosedFile {
  readonly uri: string;
  /** The one that it belongs to. */
  readonly workspace: Workspace;
  readonly kind: FileKind | undefined;
  /** What a template, policy or vocabulary is called; in a case, the template that it names. */
  readonly name: string | undefined;
  /** Names that it writes, in the form in which names are compared: placeholders, facts, records, headings; keys with an `@`. */
  readonly mentions: ReadonlySet<string>;
}

/** Why a file cannot be read, or counts only in part. */
export type ReadProblem =
  'no permission' | 'too large' | 'not UTF-8' | 'unreadable' | 'leads out of the folder' | 'leads nowhere';

/** What a file system's failure means for the person at the editor. */
export function problemOf(error: unknown): ReadProblem {
  const code = errorCode(error);
  if (/^(?:EACCES|EPERM|NoPermissions)/.test(code)) return 'no permission';
  return /TOO_L(?:ARGE|ONG)/.test(code) ? 'too large' : 'unreadable';
}

/**
 * The files of the workspace that are not open in an editor. Templates, policies and vocabularies are handed to their workspace, for letters
 * are made of them; of cases only a `ClosedFile` is kept, and their text is read again when somebody asks.
 */
export class WorkspaceFiles {
  private readonly closed = new Map<string, ClosedFile>();
  /** Files and folders that could not be read, or not well, by address; told in the editor's status. */
  readonly unreadable = new Map<string, ReadProblem>();
  private readonly listeners: (() => void)[] = [];
  private readonly opened = new Set<string>();
  /** The last reading of each file that is still under way: what an earlier one brings is out of date. */
  private readonly readings = new Map<string, symbol>();
  private readonly followers: ((address: string) => void)[] = [];

  constructor(
    private readonly files: FilePort,
    private readonly parse: ParseFile,
    private readonly workspaces: Workspaces,
  ) {}

  /** Reads files in the given order, giving way to whatever else is waiting. Throws `OperationCancelled` when cancelled. */
  async readAll(addresses: Iterable<string>, token: Cancellation.CancellationToken): Promise<void> {
    try {
      for (const address of addresses) {
        await interruptAndCheck(token);
        await this.refresh(address);
      }
    } finally {
      this.changed();
    }
  }

  /** Calls back whenever files have been read, so that `unreadable` may have changed. */
  onRead(listener: () => void): void {
    this.listeners.push(listener);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Says of a file that is open whether it is too large to be looked at. */
  setTooLarge(address: string, isTooLarge: boolean): void {
    if (isTooLarge === (this.unreadable.get(address) === 'too large')) return;
    if (isTooLarge) this.unreadable.set(address, 'too large');
    else this.unreadable.delete(address);
    this.changed();
  }

  /** What a walk of a root found: files of it that are no longer among them are forgotten, and what cannot be read is told. */
  found(root: string, addresses: ReadonlySet<string>, leftOut: readonly LeftOut[]): void {
    const isOfRoot = (address: string) => this.workspaces.rootOf(address) === root;
    for (const address of [...this.closed.keys()])
      if (isOfRoot(address) && !addresses.has(address)) this.forget(address);
    for (const address of [...this.unreadable.keys()])
      if (isOfRoot(address) && !addresses.has(address) && !this.opened.has(address)) this.unreadable.delete(address);
    for (const one of leftOut) {
      const problem = problemOfLeftOut(one);
      if (problem) this.unreadable.set(one.path, problem);
    }
    this.changed();
  }

  /** Files whose workspace is no longer what it was are forgotten: another root was opened around them, or theirs is gone. */
  forgetMoved(): void {
    for (const { uri, workspace } of [...this.closed.values()])
      if (this.workspaces.rootOf(uri) === undefined || this.workspaces.of(uri) !== workspace) this.forget(uri);
    for (const address of [...this.unreadable.keys()])
      if (this.workspaces.rootOf(address) === undefined && !this.opened.has(address)) this.unreadable.delete(address);
    this.changed();
  }

  /** Reads a file that changed on disk; one that is gone is forgotten. A file that is open is not read, nor one that ships, which is on no disk. */
  async refresh(address: string): Promise<void> {
    if (this.opened.has(address) || isShipped(address)) return;
    const reading = Symbol(address);
    this.readings.set(address, reading);
    const text = await this.readText(address);
    // While the disk was busy the file may have been opened, or have changed again.
    if (this.readings.get(address) !== reading) return;
    this.readings.delete(address);
    if (text === undefined) {
      this.forget(address);
      return;
    }
    const file = this.parse(address, text);
    this.workspaces.set(file);
    this.closed.set(address, summarize(file, this.workspaces.of(address)));
    this.tell(address);
  }

  /** Hears of each closed file that has been read, and of each that is gone. */
  onEach(follower: (address: string) => void): void {
    this.followers.push(follower);
  }

  private tell(address: string): void {
    for (const follower of this.followers) follower(address);
  }

  /** The text of a file that is there and can be read; else undefined, and `unreadable` says why. */
  private async readText(address: string): Promise<string | undefined> {
    let text: string;
    try {
      text = decodeLetter(await this.files.read(address));
    } catch (error) {
      if (isMissing(error)) this.unreadable.delete(address);
      else this.unreadable.set(address, problemOf(error));
      return undefined;
    }
    // What was no text became U+FFFD when it was decoded. The rest of such a file counts all the same.
    if (text.includes('\uFFFD')) this.unreadable.set(address, 'not UTF-8');
    else this.unreadable.delete(address);
    return text;
  }

  /** The text of a closed file as it is on disk, counted or not; undefined where it cannot be read, or is far too long for a letter. */
  async textOf(address: string): Promise<string | undefined> {
    try {
      return decodeLetter(await this.files.read(address));
    } catch {
      // Why not is told for the files that count, when those are read.
      return undefined;
    }
  }

  forget(address: string): void {
    this.closed.delete(address);
    this.workspaces.remove(address);
    this.tell(address);
  }

  /** The editor holds the text from now on. */
  open(uri: string): void {
    const address = addressOf(uri);
    this.opened.add(address);
    this.readings.delete(address);
    this.closed.delete(address);
    if (this.unreadable.delete(address)) this.changed();
  }

  /** The text on disk counts again. */
  async close(uri: URI): Promise<void> {
    const address = uri.toString();
    this.opened.delete(address);
    if (isShipped(address)) return;
    if (this.workspaces.setOutside(address, false)) {
      this.forget(address);
      return;
    }
    // One that was never saved, or the other side of a comparison, is not on the disk, though its path may be.
    if (isLetterFile(uri) && !/^(?:untitled|git|vscode-local-history)$/.test(uri.scheme)) await this.refresh(address);
    else this.forget(address);
    this.changed();
  }

  isOpen(uri: URI): boolean {
    return this.opened.has(uri.toString());
  }

  /** The file of that address; or, if it is a folder's, what is known of its inside. */
  within(uri: URI): string[] {
    if (isLetterFile(uri)) return [uri.toString()];
    const folder = uri.toString().replace(/\/?$/, '/');
    const known = [...this.closed.keys(), ...this.unreadable.keys()];
    return known.filter((address) => `${address}/`.startsWith(folder));
  }

  all(): IterableIterator<ClosedFile> {
    return this.closed.values();
  }

  /** Those of one workspace. */
  of(workspace: Workspace): ClosedFile[] {
    return [...this.closed.values()].filter((file) => file.workspace === workspace);
  }

  /** What is kept of a closed file; undefined for one that is open, or not there. */
  get(address: string): ClosedFile | undefined {
    return this.closed.get(address);
  }

  /** Closed files that write any of the names. */
  mentioning(names: readonly string[]): ClosedFile[] {
    return [...this.closed.values()].filter((file) => names.some((name) => file.mentions.has(name)));
  }

  /** Cases of a workspace, open ones not counted, that name a template. */
  casesOf(template: string, workspace: Workspace): ClosedFile[] {
    return this.of(workspace).filter((file) => file.kind === 'case' && file.name === template);
  }

  /** Reads a closed file again. */
  async read(address: string): Promise<SourceFile | undefined> {
    return (await this.fetch(address))?.();
  }

  /** Fetches the text of a closed file, and reads what it says when that is wanted: so that several can be fetched at once. */
  async fetch(address: string): Promise<(() => SourceFile) | undefined> {
    const kept = this.workspaces.get(address);
    if (kept) return () => kept;
    const text = await this.readText(address);
    return text === undefined ? undefined : () => this.parse(address, text);
  }
}

function problemOfLeftOut(one: LeftOut): ReadProblem | undefined {
  switch (one.why) {
    case 'leads out':
      return 'leads out of the folder';
    case 'leads nowhere':
      return 'leads nowhere';
    case 'unreadable':
    case 'unreadable ignore file':
      return problemOf(one.error);
    case 'hidden':
    case 'ignored':
    case 'own workspace':
      return undefined;
  }
}

/** Whether the name of a file says that it is ours. */
export function isLetterFile(uri: URI): boolean {
  return isLmnFile(uri.path);
}

function summarize(file: SourceFile, workspace: Workspace): ClosedFile {
  return { uri: file.uri, workspace, kind: file.kind, name: file.header?.name?.text, mentions: mentionsOf(file) };
}

/** Every name that a file writes, as `ClosedFile.mentions` holds them. */
export function mentionsOf(file: SourceFile): Set<string> {
  const names = new Set<string>();
  for (const entry of file.entries) {
    if (entry.label) names.add(normalizeName(entry.label.text));
    if (entry.key) names.add(`@${entry.key.text.toLowerCase()}`);
    if (entry.kind === 'clause') for (const name of possibleNames(entry)) names.add(name);
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
