import { largestLetter, letterTooLarge } from './letter-text.js';

/** What the system calls an error, such as `ENOENT`; empty where it is none of the system's. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether an error only says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

/** Why a file or folder could not be read, or written, in the words of its user. */
export function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission';
    case 'EISDIR':
      return 'it is a folder';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ERR_INVALID_ARG_VALUE':
      return 'no file can have this name';
    case letterTooLarge:
      return `it is too large: a letter has some thousand characters, and this has more than ${largestLetter.toLocaleString('en-US')}`;
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG':
      return 'it is too large';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'EBUSY':
      return 'another program is using it';
    default:
      return `the system says ${errorCode(error) || 'nothing more'}`;
  }
}
