import type { SourceFile } from '../../language/source-file.js';
import { reasonPlaceholder } from '../../lint/suppressing.js';
import type { Finding } from '../../lint/rule.js';
import type { PlacedEdit } from './fix-edits.js';

/** Puts a suppression above a finding's line. Until its reason is written in place of the bracket it suppresses nothing, and is a finding itself. */
export function disableLine({ range, rule }: Finding, { uri, text }: SourceFile): PlacedEdit {
  let start = range.start;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  const indent = /^[^\S\r\n]*/.exec(text.slice(start, range.start))?.[0] ?? '';
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const comment = `${indent}// lmn-disable-next-line ${rule} -- ${reasonPlaceholder}${lineEnd}`;
  return { range: { uri, start, end: start }, text: comment };
}
