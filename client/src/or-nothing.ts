import { FileSystemError } from 'vscode';

/** What is not there is an answer; anything else that goes wrong in a file system is the caller's to tell. */
export async function orNothing<T>(reading: Thenable<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
