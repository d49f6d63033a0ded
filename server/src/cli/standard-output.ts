import { fstatSync, writeSync } from 'node:fs';
import { errorCode, reasonOf } from '../workspace/file-failure.js';
import { Failure } from './failure.js';
import type { Output } from './surroundings.js';

/** Where a process writes: its standard output or its standard error, by number. */
export type Channel = 1 | 2;

/**
 * A console takes text through Node's stream, which alone shows every letter on Windows. A pipe or a file goes without it: setting the stream up takes a tenth of
 * the time of checking one letter.
 */
export function outputTo(channel: Channel): Output {
  if (isConsole(channel)) return { write: (text) => writeStream(channel, text) };
  return {
    write: (text) => writeAll(channel, Buffer.from(text)),
    writeBytes: (bytes) => writeAll(channel, bytes),
  };
}

/** True for a terminal, and for whatever else takes one character at a time. */
export function isConsole(channel: Channel): boolean {
  try {
    return fstatSync(channel).isCharacterDevice();
  } catch {
    return false;
  }
}

function writeAll(channel: Channel, bytes: Uint8Array): Promise<void> | undefined {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(channel, bytes, written);
    } catch (error) {
      // The reader is slow, and nobody waits for it: the stream knows how to.
      if (errorCode(error) === 'EAGAIN') return writeStream(channel, bytes.subarray(written));
      fail(error);
    }
  }
  return undefined;
}

async function writeStream(channel: Channel, data: string | Uint8Array): Promise<void> {
  const stream = channel === 1 ? process.stdout : process.stderr;
  // What goes wrong is told to the callback; unheard, it would end the process too.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  const error = await new Promise<unknown>((resolve) => stream.write(data, resolve));
  if (error) fail(error);
}

/** Whoever reads may stop early, as `head` does: then there is nobody left to tell. */
function fail(error: unknown): never {
  if (['EPIPE', 'EOF'].includes(errorCode(error))) process.exit(2);
  throw new Failure(`The output could not be written: ${reasonOf(error)}.`);
}
