import { DocumentState, UriUtils, URI } from 'langium';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { configFileName, type ConfigProblem } from '../configuration/config.js';
import type { InitializationOptions } from '../protocol.js';
import { diagnosticSource } from './diagnostics.js';
import type { LmnLanguageServer } from './services.js';

/** Reads configurations where the folder is trusted, checks the open letters again when one changes, and shows what is wrong in them. */
export function followConfiguration(connection: Connection, { lmn, shared }: LmnLanguageServer): void {
  const { Background, Config } = lmn.letters;
  const { DocumentBuilder: builder, LangiumDocuments: documents, WorkspaceLock: lock } = shared.workspace;
  let shown = new Set<string>();
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    Config.trusted = isTrusted(initializationOptions);
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    if (!changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === configFileName)) return;
    Config.clear();
    Background.run('Checking letters by the changed configuration', () =>
      lock.write(async (token) => {
        for (const document of documents.all) builder.resetToState(document, DocumentState.IndexedReferences);
        await builder.update([], [], token);
      }),
    );
  });
  builder.onBuildPhase(DocumentState.Validated, async () => {
    const byFile = new Map<string, ConfigProblem[]>();
    for (const problem of Config.problems) byFile.set(problem.path, [...(byFile.get(problem.path) ?? []), problem]);
    for (const uri of shown) if (!byFile.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, problems] of byFile)
      await connection.sendDiagnostics({ uri, diagnostics: problems.map(toDiagnostic) });
    shown = new Set(byFile.keys());
  });
}

function isTrusted(options: unknown): boolean {
  return (
    typeof options === 'object' && options !== null && (options as Partial<InitializationOptions>).trusted === true
  );
}

function toDiagnostic({ line, column, message }: ConfigProblem): Diagnostic {
  const at = { line: line - 1, character: column - 1 };
  return {
    range: { start: at, end: { ...at, character: at.character + 1 } },
    severity: DiagnosticSeverity.Error,
    source: diagnosticSource,
    message,
  };
}
