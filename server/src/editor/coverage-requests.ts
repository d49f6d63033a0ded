import { DocumentState, URI } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type Coverage, coverageOf } from '../coverage/coverage.js';
import { coveragePage } from '../coverage/coverage-page.js';
import type { Workspace } from '../language/workspace.js';
import {
  coverageCasesRequest,
  type CoverageCasesParams,
  coverageChangedNotification,
  type CoveragePage,
  type CoveragePageParams,
  coveragePageRequest,
  coverageRequest,
  openFileCommand,
  type WorkspaceTemplates,
} from '../protocol/coverage.js';
import { coverageRows } from './coverage-rows.js';
import { casesIn } from './letters/case-files.js';
import type { LmnLanguageServer } from './services.js';
import { whenRead } from './workspace/workspace-manager.js';

/**
 * Answers what the templates, kinds and policies of the window's folders cover. Nothing is worked out before it is asked for: of files that change only one
 * word goes out, until somebody asks again.
 */
export function addCoverageRequests(connection: Connection, server: LmnLanguageServer): void {
  const { Background, Files, Workspaces } = server.lmn.letters;
  const { DocumentBuilder, TextDocuments, WorkspaceManager } = server.shared.workspace;
  /** Whether somebody holds an answer that is still true as far as they know. */
  let isHeld = false;
  const changed = () => {
    if (!isHeld) return;
    isHeld = false;
    Background.run('Telling that templates have changed', () =>
      connection.sendNotification(coverageChangedNotification),
    );
  };
  Files.onRead(changed);
  server.shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    // A file that is open is not read again when it is saved.
    if (changes.some(({ uri }) => TextDocuments.get(URI.parse(uri)))) changed();
  });
  const read = async (token: CancellationToken): Promise<void> => {
    await DocumentBuilder.waitUntil(DocumentState.IndexedContent, token);
    await whenRead(WorkspaceManager);
    isHeld = true;
  };
  connection.onRequest(coverageRequest, async (token: CancellationToken): Promise<WorkspaceTemplates[]> => {
    await read(token);
    return Workspaces.roots.map((root) => {
      const workspace = Workspaces.of(root);
      const kindFile = (name: string) => workspace.kinds.get(name)?.file.uri;
      return { root, rows: coverageRows(coverageIn(workspace, server), kindFile) };
    });
  });
  connection.onRequest(
    coverageCasesRequest,
    async ({ root, template }: CoverageCasesParams, token: CancellationToken): Promise<string[]> => {
      await read(token);
      if (!Workspaces.roots.includes(root)) return [];
      const cases = casesIn(Workspaces.of(root), server.lmn).filter((one) => one.template === template);
      return cases.map(({ uri }) => uri).sort();
    },
  );
  connection.onRequest(
    coveragePageRequest,
    async ({ root }: CoveragePageParams, token: CancellationToken): Promise<CoveragePage | null> => {
      await read(token);
      if (!Workspaces.roots.includes(root)) return null;
      return { html: coveragePage(coverageIn(Workspaces.of(root), server), openingLink) };
    },
  );
}

function coverageIn(workspace: Workspace, server: LmnLanguageServer): Coverage {
  const used = casesIn(workspace, server.lmn).map(({ template }) => template);
  return coverageOf(workspace, used, server.lmn.letters.Today(), ({ uri }) => uri);
}

function openingLink(uri: string): string {
  return `command:${openFileCommand}?${encodeURIComponent(JSON.stringify([uri]))}`;
}
