import { codeLists } from '../disk/code-folders.js';
import { packSource, unpackSource } from '../language/packed-source.js';
import { isShipped } from '../language/shipped-text.js';
import { Workspace } from '../language/workspace.js';
import { parse } from './parser.js';
import { shippedSources } from './shipped-sources.js';
import type { SharedTexts } from './threads.js';

/** What letters of a workspace refer to, for another thread; what ships it has itself. */
export function shareTexts(workspace: Workspace, codeFolders: readonly string[]): SharedTexts {
  const shared = (['vocabulary', 'template', 'policy', 'kind'] as const).flatMap((kind) => workspace.all(kind));
  return { shared: shared.filter(({ uri }) => !isShipped(uri)).map(packSource), codeFolders };
}

/** The same workspace, in another thread. */
export function openTexts({ shared, codeFolders }: SharedTexts): Workspace {
  const workspace = new Workspace();
  for (const file of shippedSources(parse)) workspace.set(file);
  for (const packed of shared) workspace.set(unpackSource(packed));
  workspace.codes = codeLists(codeFolders);
  return workspace;
}
