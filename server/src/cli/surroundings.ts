import type { Threads } from './threads.js';

/** Where text goes. A promise asks the writer to wait until the reader has kept up. */
export interface Output {
  write(text: string): Promise<void> | void;
  /** Absent where it is a terminal, which can only show text. */
  writeBytes?(bytes: Uint8Array): Promise<void> | void;
}

/** What a run has of the world around it, so that tests can run commands in their own process. */
export interface Surroundings {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Reads standard input to its end. */
  readonly stdin?: () => Uint8Array;
  /** The user's home folder: never taken for a workspace. */
  readonly home?: string;
  /** Where the user's programs remember things: what was written to which file. Without it nothing is remembered. */
  readonly stateFolder?: string;
  /** Where the user's programs keep what can be made again, for findings. */
  readonly cacheFolder?: string;
  /** The time; the system's if it is not given. */
  readonly now?: () => Date;
  /** Whether what people read on stdout is colored. */
  readonly color?: boolean;
  /** Whether a person watches standard error, who wants to know how far a long run is. */
  readonly isWatched?: boolean;
  readonly version?: string;
  /** Tells this build of the program from every other: what is kept of another one's findings does not hold. */
  readonly build?: string;
  /** Ends what would go on until the user ends the program. */
  readonly ended?: AbortSignal;
  /** Other threads of this program. */
  readonly threads?: Threads;
  /** Starts the language server in this process, which then reads the process's own arguments. */
  readonly startServer?: () => void;
}
