import { linesReported, type LmnParseResult } from '../lexing/lines-report.js';
import { isBlank, type TextLine } from '../lines.js';
import type { SourceFile, Word } from '../source-file.js';
import { pieceOf, wordAt } from './node-words.js';
import { readPreamble, readSections } from './read-body.js';
import { readEntries } from './read-head.js';
import { kindOf, readHeader } from './read-header.js';
import { readSuppressions } from './read-suppressions.js';
import { Reusable } from './reusable.js';

/**
 * Turns Langium's tree of one file into plain data. Entries and sections whose text is what it was in `previous` are taken over from it as
 * the same objects, so that whoever remembers results by identity does no work twice.
 */
export function readSourceFile(
  { value: root, lexerReport }: LmnParseResult,
  uri: string,
  text: string,
  previous?: SourceFile,
): SourceFile {
  const lines = linesReported(lexerReport);
  const kind = kindOf(root);
  const reusable = previous?.uri === uri && previous.kind === kind ? new Reusable(previous) : undefined;
  const header = readHeader(root, uri, text);
  const divider = root.divider?.$cstNode;
  const headEnd = divider?.offset ?? root.sections[0]?.$cstNode?.offset ?? text.length;
  const preamble = readPreamble(root, uri, text, divider?.end ?? headEnd, reusable);
  return {
    uri,
    text,
    lines,
    kind,
    firstLine: firstLineOf(uri, text, lines),
    entries: readEntries(root, { uri, text, lines }, headEnd, reusable),
    sections: readSections(root, uri, text, reusable),
    suppressions: readSuppressions(uri, text, lines),
    ...(header && { header }),
    ...(divider && { divider: wordAt(pieceOf(uri, text, divider.offset, divider.end), divider.offset, divider.end) }),
    ...(preamble && { preamble }),
  };
}

function firstLineOf(uri: string, text: string, lines: readonly TextLine[]): Word {
  const first = lines.find((line) => !isBlank(line) && !line.isComment);
  const start = first?.contentStart ?? text.length;
  const end = first?.contentEnd ?? start;
  return wordAt(pieceOf(uri, text, start, end), start, end);
}
