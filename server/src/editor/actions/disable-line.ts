import { lineAt, lineEndOf } from '../../language/lines.js';
import type { SourceFile } from '../../language/source-file.js';
import { reasonPlaceholder } from '../../lint/suppressing.js';
import type { Finding } from '../../lint/rule.js';
import type { PlacedEdit } from './fix-edits.js';

/** Puts a suppression above a finding's line. Until its reason is written in place of the bracket it suppresses nothing, and is a finding itself. */
export function disableLine({ range, rule }: Finding, file: SourceFile): PlacedEdit {
  const { start, contentStart } = lineAt(file.lines, range.start);
  const indent = file.text.slice(start, contentStart);
  const comment = `${indent}// lmn-disable-next-line ${rule} -- ${reasonPlaceholder}${lineEndOf(file)}`;
  return { range: { uri: file.uri, start, end: start }, text: comment };
}
