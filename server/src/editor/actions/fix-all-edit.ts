import type { TextEdit } from 'vscode-languageserver';
import type { SourceFile } from '../../language/source-file.js';
import { fixAll } from '../../fixes/fix-all.js';
import type { Finding } from '../../lint/rule.js';
import { rangeIn } from '../places.js';

/** One edit that applies every fix that needs no asking; undefined where there is none. It spans what changes, not the whole file. */
export function fixAllEdit(file: SourceFile, findingsIn: (text: string) => readonly Finding[]): TextEdit | undefined {
  const before = file.text;
  const after = fixAll(file.uri, before, findingsIn);
  if (after === before) return undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let common = 0;
  const most = Math.min(before.length, after.length) - start;
  while (common < most && before.at(-1 - common) === after.at(-1 - common)) common++;
  const range = rangeIn(file, { start, end: before.length - common });
  return { range, newText: after.slice(start, after.length - common) };
}
