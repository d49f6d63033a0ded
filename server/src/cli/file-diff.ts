import { createTwoFilesPatch } from 'diff';
import { printable } from './printable.js';

/**
 * What would change in a file, as `git apply` and `patch` read it. On a terminal nothing in it moves the cursor or colors the screen; then it is for people only.
 */
export function fileDiff(name: string, before: string, after: string, isTerminal: boolean): string {
  const named = printable(name);
  const written = createTwoFilesPatch(`a/${named}`, `b/${named}`, before, after, undefined, undefined, { context: 3 });
  // The first line parts files in mails: git has none.
  const patch = written.replace(/^={3,}\n/, '');
  return isTerminal ? patch.split('\n').map(printable).join('\n') : patch;
}
