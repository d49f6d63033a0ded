import { type LangiumDocument, URI } from 'langium';
import { parseHelper } from 'langium/test';
import type { Clock } from '../../server/src/editor/clock.js';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { createLmnServices } from '../../server/src/editor/wire.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { TextsOnDisk } from './texts-on-disk.js';

/** The day on which all tests run. */
export const today: Clock = () => ({ year: 2026, month: 11, day: 21 });

/** A language server in this process, with the files that ship and no disk. */
export async function startEditor(): Promise<LmnLanguageServer> {
  const server = createLmnServices({ files: new TextsOnDisk() }, shippedFiles, today);
  await server.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return server;
}

let documents = 0;

/** Opens a text as a document and builds it; `name` gives its address. */
export async function openText(server: LmnLanguageServer, text: string, name?: string): Promise<LangiumDocument> {
  documents += 1;
  const documentUri = URI.file(`/workspace/${name ?? `document-${String(documents)}.lmn`}`).toString();
  return parseHelper(server.lmn)(text, { documentUri, validation: true });
}
