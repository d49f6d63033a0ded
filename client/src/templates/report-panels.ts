import { commands, type Disposable, type Event, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CoveragePage,
  type CoveragePageParams,
  coveragePageRequest,
  coverageRequest,
  openFileCommand,
  showReportCommand,
  type WorkspaceTemplates,
} from '../../../server/src/protocol/coverage.js';
import type { Background } from '../background.js';
import { folderName } from './folder-name.js';

interface Shown {
  readonly panel: WebviewPanel;
  /** It shows what was so before files changed. */
  isStale: boolean;
}

/** *Show Report on Templates*: the page of `lmn report` in a panel, one for each folder. It runs no script, and its links can do nothing but open a file. */
export class ReportPanels implements Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly startedClient: () => Promise<BaseLanguageClient | undefined>,
    onDidChange: Event<undefined>,
    private readonly background: Background,
  ) {
    this.subscriptions = [
      commands.registerCommand(showReportCommand, (asked?: unknown) => this.open(asked)),
      onDidChange(() => {
        for (const [root, one] of this.shown) {
          one.isStale = true;
          this.renew(root, one);
        }
      }),
    ];
  }

  private async open(asked: unknown): Promise<void> {
    const client = await this.startedClient();
    if (!client?.isRunning()) return;
    const root = rootIn(asked) ?? (await pickRoot(client, this.background));
    if (root === undefined) return;
    const before = this.shown.get(root);
    if (before) {
      before.panel.reveal();
      return;
    }
    const panel = window.createWebviewPanel('lmn.report', `Templates of ${folderName(root)}`, ViewColumn.Active, {
      enableFindWidget: true,
      enableScripts: false,
      enableCommandUris: [openFileCommand],
      localResourceRoots: [],
    });
    const one: Shown = { panel, isStale: true };
    this.shown.set(root, one);
    panel.onDidChangeViewState(() => {
      this.renew(root, one);
    });
    panel.onDidDispose(() => {
      this.shown.delete(root);
    });
    await this.write(root, one);
  }

  /** What is out of sight is made anew when it comes back. */
  private renew(root: string, one: Shown): void {
    if (one.isStale && one.panel.visible) this.background.run(this.write(root, one));
  }

  private async write(root: string, one: Shown): Promise<void> {
    const client = await this.startedClient();
    if (!client?.isRunning()) return;
    one.isStale = false;
    const params: CoveragePageParams = { root };
    const page = await client.sendRequest<CoveragePage | null>(coveragePageRequest, params);
    if (this.shown.get(root) !== one) return;
    // The same page again would only lose its reader's place.
    if (!page) one.panel.dispose();
    else if (one.panel.webview.html !== page.html) one.panel.webview.html = page.html;
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
    for (const { panel } of this.shown.values()) panel.dispose();
  }
}

function rootIn(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  const isItem = typeof asked === 'object' && asked !== null && 'root' in asked;
  return isItem && typeof asked.root === 'string' ? asked.root : undefined;
}

/** The only folder, or the one of several that the user says. */
async function pickRoot(client: BaseLanguageClient, background: Background): Promise<string | undefined> {
  const all = await client.sendRequest<readonly WorkspaceTemplates[]>(coverageRequest);
  const [one, ...others] = all;
  if (!one) background.run(window.showInformationMessage('LMN: open the folder first that your templates are in.'));
  if (!one || others.length === 0) return one?.root;
  const items = all.map(({ root, rows }) => ({
    label: folderName(root),
    description: rows.length === 0 ? 'no template' : '',
    root,
  }));
  const picked = await window.showQuickPick(items, { title: 'Report on Templates', placeHolder: 'Of which folder?' });
  return picked?.root;
}
