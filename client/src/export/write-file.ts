import { FileSystemError, Uri, workspace } from 'vscode';

/** Writes a file as a whole or not at all: beside it under another name first. Rejects as the file system does. */
export async function writeWhole(target: Uri, bytes: Uint8Array): Promise<void> {
  if (workspace.fs.isWritableFileSystem(target.scheme) === false) throw FileSystemError.NoPermissions(target);
  const unfinished = Uri.joinPath(target, '..', `.lmn-${globalThis.crypto.randomUUID()}.tmp`);
  try {
    await workspace.fs.writeFile(unfinished, bytes);
    await workspace.fs.rename(unfinished, target, { overwrite: true });
  } catch (error) {
    await removeIfThere(unfinished);
    throw error;
  }
}

/** Why a file could not be written, and what to do, without its path: a folder's name may be a patient's. */
export function whyNotWritten({ code }: FileSystemError): string {
  switch (code) {
    case 'NoPermissions':
      return 'You may not write there, or the file is open in another program. Close it there, or choose another folder.';
    case 'FileNotFound':
      return 'The folder is not there any more. Choose another one.';
    case 'FileIsADirectory':
      return 'A folder has this name. Choose another name.';
    default:
      return 'It may be open in another program, such as Word, or the disk is full. Close it there, or choose another name.';
  }
}

async function removeIfThere(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch {
    // It never came to be, or what broke the writing breaks this too: the failure of the writing is what is told.
  }
}
