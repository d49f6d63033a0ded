import type { OptionsByRule } from '../lint/rule-options.js';
import type { Severities } from '../lint/engine.js';
import type { PackedSource } from '../language/packed-source.js';
import type { FoundFile } from '../workspace/find-files.js';
import type { CheckedFile } from './check-file.js';

/** What a run has of other threads. */
export interface Threads {
  start(): Thread;
  /** What the machine has done until now. */
  machine(): Machine;
}

/** A thread that checks files. It hears and says plain data. */
export interface Thread {
  send(message: ToThread): void;
  /** `ended` hears, once, that it ended though nobody stopped it. */
  listen(said: (message: FromThread) => void, ended: (why: ThreadEnd) => void): void;
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

/** What a thread checks files with: the texts that others refer to, as the first thread has read them, and what decides what is found. */
export interface ThreadWork {
  readonly shared: readonly PackedSource[];
  readonly codeFolders: readonly string[];
  /** Addresses of the files that git tracks. */
  readonly tracked: ReadonlySet<string>;
  /** What is set of the rules, by folder. */
  readonly settings: ReadonlyMap<string, { readonly severities: Severities; readonly options: OptionsByRule }>;
  readonly only: ReadonlySet<string> | undefined;
  /** The words that English is spelled by, packed; undefined where nobody asks how words are spelled. */
  readonly words: string | undefined;
}

export type ToThread =
  | { readonly kind: 'open'; readonly work: ThreadWork }
  | { readonly kind: 'check'; readonly number: number; readonly targets: readonly FoundFile[] };

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'checked'; readonly number: number; readonly files: readonly CheckedFile[] };
