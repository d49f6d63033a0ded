import type { LangiumServices, LangiumSharedServices } from 'langium/lsp';
import type { CodeLists } from '../knowledge/code-list.js';
import type { Connection } from 'vscode-languageserver';
import type { FilePort } from '../workspace/file-port.js';
import type { Background } from './background.js';
import type { ClientCommands } from './client-commands.js';
import type { Clock } from './clock.js';
import type { LetterValidator } from './diagnostics.js';
import type { LaterDictionary, WordSource } from './later-dictionary.js';
import type { ProgressReports } from './progress.js';
import type { OpenLetters } from './workspace/open-letters.js';
import type { WorkspaceConfig } from './workspace/workspace-config.js';
import type { WorkspaceFiles } from './workspace/workspace-files.js';
import type { Workspaces } from './workspace/workspaces.js';

/** What the providers share beyond Langium's own services. */
export interface LetterServices {
  readonly letters: {
    readonly Port: FilePort;
    readonly Workspaces: Workspaces;
    readonly Files: WorkspaceFiles;
    readonly Open: OpenLetters;
    readonly Validator: LetterValidator;
    readonly Today: Clock;
    readonly Config: WorkspaceConfig;
    /** Owns what nobody waits for. */
    readonly Background: Background;
    readonly Client: ClientCommands;
    /** Undefined where there are no words to look into. */
    readonly Dictionary: LaterDictionary | undefined;
    readonly Progress: ProgressReports;
  };
}

export type LmnServices = LangiumServices & LetterServices;

export interface LmnLanguageServer {
  readonly shared: LangiumSharedServices;
  readonly lmn: LmnServices;
}

/** What the server has of the world around it. */
export interface ServerContext {
  readonly connection?: Connection;
  readonly files: FilePort;
  /** Absent where nothing can be kept, as in a browser. */
  readonly codes?: CodeLibrary;
  /** Absent where a server is one file, as in a browser. */
  readonly words?: WordSource;
}

/** Where lists of diagnosis codes are kept. */
export interface CodeLibrary {
  /** What holds for the workspace of a root, by its address. */
  listsOf(root: string | undefined): CodeLists;
  /** Keeps the codes of an official file, by its address. @throws {Error} whose message says to the user why not. */
  add(uri: string): { readonly year: number; readonly count: number };
}
