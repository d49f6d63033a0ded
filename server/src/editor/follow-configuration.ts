import { DocumentState, UriUtils, URI } from 'langium';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { baselineFileName } from '../configuration/baseline.js';
import { configFileName } from '../configuration/config.js';
import type { ConfigFileProblem } from '../workspace/config-files.js';
import { ignoreFileNames } from '../workspace/ignore-files.js';
import type { InitializationOptions } from '../protocol/commands.js';
import { diagnosticSource } from './diagnostics.js';
import type { LmnLanguageServer } from './services.js';
import { LetterWorkspaceManager } from './workspace/workspace-manager.js';

/** Reads configurations where the folder is trusted, reads the workspace again when one changes, or an ignore file, and shows what is wrong in them. */
export function followConfiguration(connection: Connection, { lmn, shared }: LmnLanguageServer): void {
  const { Config } = lmn.letters;
  const { DocumentBuilder: builder, WorkspaceManager: manager } = shared.workspace;
  let shown = new Set<string>();
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    Config.trusted = isTrusted(initializationOptions);
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    const names = changes.map(({ uri }) => UriUtils.basename(URI.parse(uri)));
    if (names.some(isSettings)) Config.clear();
    // A configuration may part a workspace in two; an ignore file says what belongs to one. All open letters are checked again.
    const mayCountOthers = names.some((name) => isSettings(name) || ignoreFileNames.includes(name));
    if (mayCountOthers && manager instanceof LetterWorkspaceManager) manager.readAgain();
  });
  builder.onBuildPhase(DocumentState.Validated, async () => {
    const byFile = new Map<string, ConfigFileProblem[]>();
    for (const problem of Config.problems) byFile.set(problem.path, [...(byFile.get(problem.path) ?? []), problem]);
    for (const uri of shown) if (!byFile.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, problems] of byFile)
      await connection.sendDiagnostics({ uri, diagnostics: problems.map(toDiagnostic) });
    shown = new Set(byFile.keys());
  });
}

/** What `WorkspaceConfig` reads. */
function isSettings(name: string): boolean {
  return name === configFileName || name === baselineFileName;
}

function isTrusted(options: unknown): boolean {
  return (
    typeof options === 'object' && options !== null && (options as Partial<InitializationOptions>).trusted === true
  );
}

function toDiagnostic({ line = 1, column = 1, message }: ConfigFileProblem): Diagnostic {
  const at = { line: line - 1, character: column - 1 };
  return {
    range: { start: at, end: { ...at, character: at.character + 1 } },
    severity: DiagnosticSeverity.Error,
    source: diagnosticSource,
    message,
  };
}
