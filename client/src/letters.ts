import { commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  copyShippedCommand,
  exportCommand,
  type InitializationOptions,
  newCaseCommand,
  newPolicyCommand,
  newTemplateCommand,
  nextGapCommand,
  previewCommand,
  selectCommand,
  showReferencesCommand,
  showRuleCommand,
  writeSectionCommand,
} from '../../server/src/protocol/commands.js';
import { openFileCommand } from '../../server/src/protocol/coverage.js';
import { askedAddress } from './asked-address.js';
import { Background } from './background.js';
import { readForServer } from './client-files.js';
import { registerAddCodeList } from './code-list.js';
import { registerCopyShipped } from './copy-shipped.js';
import { registerExports } from './export/exports.js';
import { registerGapCommands } from './gaps.js';
import { LetterStatus } from './letter-status.js';
import { registerNewFileCommands } from './new-file.js';
import { providePasteEdits } from './paste.js';
import { Previews } from './preview/previews.js';
import { registerOwnSection } from './own-section.js';
import { registerSampleClinic } from './sample-clinic.js';
import { registerReferencesCommand } from './references.js';
import { provideRulePages } from './rule-pages.js';
import { registerSelectCommand } from './select.js';
import { provideShippedFiles } from './shipped-files.js';
import { registerStartView } from './start-view.js';
import { CoverageChanges } from './templates/coverage-changes.js';
import { ReportPanels } from './templates/report-panels.js';
import { TemplatesView } from './templates/templates-view.js';
import { UnreadableStatus } from './unreadable-status.js';

/** Makes the client of a server that is not started yet: in a process of its own, or in a browser's worker. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;
/** Starts and restarts wait for one another: two servers at once would report everything twice. */
let settled = Promise.resolve();

/** All of the extension but where its server runs. */
export async function activateLetters(context: ExtensionContext, makeClient: MakeClient): Promise<void> {
  const log = window.createOutputChannel('LMN', { log: true });
  const status = new LetterStatus();
  const files = new UnreadableStatus();
  const background = new Background(log);
  const coverage = new CoverageChanges();
  const restart = (): Promise<void> => {
    settled = settled.then(() => startAnew(makeClient, log, background, [status, files, previews, coverage]));
    return settled;
  };
  const previews = new Previews(context, background, () => {
    background.run(started());
  });
  let begun: Promise<void> | undefined;
  // A window that only shows how to begin has no server yet.
  const started = async (): Promise<BaseLanguageClient | undefined> => {
    await (begun ??= restart());
    return client;
  };
  context.subscriptions.push(
    log,
    status,
    files,
    previews,
    coverage,
    new TemplatesView(started, coverage.onDidChange),
    new ReportPanels(started, coverage.onDidChange, background),
    commands.registerCommand(openFileCommand, (item?: unknown) => {
      const address = askedAddress(item);
      return address === undefined ? undefined : commands.executeCommand('vscode.open', Uri.parse(address));
    }),
    registerExports(
      context,
      () => client,
      () => previews.activeSource,
      background,
    ),
    commands.registerCommand('lmn.restartServer', restart),
    workspace.onDidGrantWorkspaceTrust(restart),
    provideShippedFiles(started),
    ...registerGapCommands(() => client),
    ...registerNewFileCommands(started, background),
    ...registerStartView(background, () => {
      background.run(started());
    }),
    ...providePasteEdits(() => client),
    registerCopyShipped(background),
    registerAddCodeList(started, background),
    registerOwnSection(
      () => client,
      (clicked) => previews.sectionAt(clicked),
    ),
    registerSampleClinic(context.extensionUri, background),
    registerReferencesCommand(),
    registerSelectCommand(),
    ...provideRulePages(context.extensionUri),
  );
  if (workspace.textDocuments.some(({ languageId }) => languageId === 'lmn')) await started();
}

export async function deactivateLetters(): Promise<void> {
  await settled;
  if (client?.isRunning()) await client.stop();
}

/** Never rejects: a server that does not start is said to the user, and the restart command stays there to try again. */
async function startAnew(
  makeClient: MakeClient,
  log: LogOutputChannel,
  background: Background,
  followers: readonly { follow(client: BaseLanguageClient): void }[],
): Promise<void> {
  try {
    if (client?.isRunning()) await client.stop();
    // A fresh one each time: a client whose start has failed cannot be started again.
    client = makeClient(clientOptions(log));
    readForServer(client);
    for (const one of followers) one.follow(client);
    await client.start();
  } catch (error) {
    background.failed(error);
    background.run(
      window.showErrorMessage(
        'LMN: letters are not being checked: the language server did not start. Its output says why; "LMN: Restart Language Server" tries again.',
      ),
    );
  }
}

function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    // Of any scheme: untitled letters, remote repositories and the files that ship are read alike.
    documentSelector: [{ language: 'lmn' }],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      trusted: workspace.isTrusted,
      commands: [
        copyShippedCommand,
        exportCommand,
        newCaseCommand,
        newPolicyCommand,
        newTemplateCommand,
        nextGapCommand,
        previewCommand,
        selectCommand,
        showReferencesCommand,
        showRuleCommand,
        writeSectionCommand,
      ],
    } satisfies InitializationOptions,
  };
}
