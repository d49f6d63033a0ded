import type { OptionsByRule } from '../lint/rule-options.js';
import type { Settings } from '../configuration/config-chain.js';
import type { Severities } from '../lint/engine.js';
import type { PackedSource } from '../language/packed-source.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { CheckedFile } from './check-file.js';
import type { LettersAsked, MadeLetter } from './make-letter.js';

/** What threads do, by the command that they do it for: what a thread needs to begin, and what it makes of a file. All of it is plain data. */
export interface Works {
  readonly lint: { readonly work: LintWork; readonly result: CheckedFile };
  readonly render: { readonly work: LettersWork; readonly result: MadeLetter };
}

/** The commands that other threads help with. */
export type ThreadedCommand = keyof Works;

/** What a run has of other threads. */
export interface Threads {
  start<C extends ThreadedCommand>(command: C): Thread<C>;
  /** What the machine has done until now. */
  machine(): Machine;
}

/** A thread that does something with files. It hears and says plain data. */
export interface Thread<C extends ThreadedCommand> {
  send(message: ToThread<C>): void;
  /** `ended` hears, once, that it ended though nobody stopped it. */
  listen(said: (message: FromThread<C>) => void, ended: (why: ThreadEnd) => void): void;
  stop(): Promise<void>;
}

export type ThreadEnd = 'out of memory' | 'failed';

export interface Machine {
  /** Milliseconds that have passed. */
  readonly time: number;
  /** Milliseconds in which cores had nothing to do, of all cores together. */
  readonly idle: number;
  /** How many cores this process may use. */
  readonly cores: number;
}

/** The texts that others refer to, as the first thread has read them. */
export interface SharedTexts {
  readonly shared: readonly PackedSource[];
  readonly codeFolders: readonly string[];
}

/** What a thread checks files with: what decides what is found. */
export interface LintWork extends SharedTexts {
  readonly command: 'lint';
  /** Addresses of the files that git tracks. */
  readonly tracked: ReadonlySet<string>;
  /** What is set of the rules, by folder. */
  readonly settings: ReadonlyMap<string, { readonly severities: Severities; readonly options: OptionsByRule }>;
  readonly only: ReadonlySet<string> | undefined;
  /** The words that English is spelled by, packed; undefined where nobody asks how words are spelled. */
  readonly words: string | undefined;
}

/** What a thread makes letters with. */
export interface LettersWork extends SharedTexts {
  readonly command: 'render';
  readonly asked: LettersAsked;
  /** What is set, by folder. */
  readonly settings: ReadonlyMap<string, Settings>;
}

export type ToThread<C extends ThreadedCommand = ThreadedCommand> =
  | { readonly kind: 'open'; readonly work: Works[C]['work'] }
  | { readonly kind: 'do'; readonly number: number; readonly targets: readonly FoundFile[] };

export type FromThread<C extends ThreadedCommand = ThreadedCommand> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly number: number; readonly results: readonly Works[C]['result'][] };
