import type { SourceFile } from '../language/source-file.js';

/** A case in which nothing is written: its letter lacks all that its template needs. */
export function emptyCase(): SourceFile {
  const piece = { uri: '', text: '', start: 0 };
  const firstLine = { piece, start: 0, end: 0, text: '' };
  return { uri: '', text: '', lines: [], kind: 'case', firstLine, entries: [], sections: [], suppressions: [] };
}
