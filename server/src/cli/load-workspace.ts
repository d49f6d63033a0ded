import { URI } from 'langium';
import type { ParseFile } from '../language/parse.js';
import { Workspace } from '../language/workspace.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile } from '../workspace/find-files.js';
import { fileTexts, type FileTexts } from './file-texts.js';
import { printable } from './printable.js';
import { shippedSources } from './shipped-sources.js';

/** A file's address in the core: encoded as the editor does, so that of two files with one name both take the same. */
export function uriOf(file: FoundFile): string {
  return URI.file(file.path).toString();
}

/**
 * Reads what letters refer to, of these files and of those that ship: templates, policies and vocabularies. Cases are only looked
 * at, so that memory does not grow with their number. `tell` hears of files that cannot be read.
 */
export function loadWorkspace(
  files: Iterable<FoundFile>,
  parse: ParseFile,
  tell: (path: string, problem: string) => void,
  texts: FileTexts = fileTexts(),
): Workspace {
  const workspace = new Workspace();
  for (const file of shippedSources(parse)) workspace.set(file);
  for (const file of files) {
    try {
      const kind = texts.kindOf(file.path);
      if (kind !== undefined && kind !== 'case') workspace.set(parse(uriOf(file), texts.read(file.path)));
    } catch (error) {
      tell(file.path, `${printable(file.path)} cannot be read: ${reasonOf(error)}.`);
    }
  }
  return workspace;
}
