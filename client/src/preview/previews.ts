import {
  commands,
  type Disposable,
  env,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type FromPage,
  previewCasesRequest,
  type PreviewPages,
  type PreviewPagesParams,
  previewPagesRequest,
  previewTextRequest,
  type PreviewUpdate,
  previewUpdateNotification,
} from '../../../server/src/preview-protocol.js';
import { checklistCommand, exportCommand, previewCommand } from '../../../server/src/protocol/commands.js';
import { askedAddress } from '../asked-address.js';
import type { Background } from '../background.js';
import type { ExportSource } from '../export/export-source.js';
import type { ShownSection } from '../own-section.js';
import { readSaved } from './page-messages.js';
import { PaperPosition } from './paper-position.js';
import { PreviewPanel } from './preview-panel.js';

const viewType = 'lmn.preview';
const stopped = 'The language server is not running: the paper shows an older state of the letter.';

/** All previews of the window: opens them, keeps them with the active editor, and brings them back after a reload. */
export class Previews implements Disposable {
  private readonly panels = new Map<string, PreviewPanel>();
  private readonly position: PaperPosition;
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private client: BaseLanguageClient | undefined;
  /** The panel on whose paper a menu was opened last. */
  private withMenu: PreviewPanel | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly background: Background,
    /** Called when a panel is there: it needs the server. */
    private readonly onPanel: () => void,
  ) {
    this.position = new PaperPosition(
      () => this.client,
      () => this.panels.values(),
      background,
    );
    this.subscriptions = [
      this.position,
      commands.registerCommand(previewCommand, (uri?: unknown) => this.open(uri)),
      commands.registerCommand(checklistCommand, (uri?: unknown) => {
        (this.activePanel() ?? this.open(uri))?.showChecklist();
      }),
      commands.registerCommand('lmn.togglePreviewLock', () => {
        const panel = this.activePanel();
        panel?.setLocked(!panel.locked);
      }),
      commands.registerCommand('lmn.previewTemplateWith', () => this.pickCase()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.followEditor(editor);
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          for (const panel of this.panels.values()) {
            if (panel.address === oldUri.toString()) panel.show(newUri.toString());
          }
        }
      }),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel: WebviewPanel, state: unknown): Promise<void> => {
          const saved = readSaved(state);
          if (saved) this.add(panel, saved);
          else panel.dispose();
          return Promise.resolve();
        },
      }),
    ];
  }

  /** Listens to a server; a restarted one is another, and is told anew what is shown. */
  follow(client: BaseLanguageClient): void {
    this.client = client;
    client.onNotification(previewUpdateNotification, (update: PreviewUpdate) => {
      this.panels.get(update.panel)?.update(update);
    });
    client.onDidChangeState(({ newState }) => {
      if (client !== this.client) return;
      for (const panel of this.panels.values()) {
        if (newState === State.Running) {
          panel.setState('current');
          panel.show();
        } else if (newState === State.Stopped) panel.setState('stale', stopped);
      }
    });
  }

  /** Shows a file's letter beside its text: in the panel that follows the editor, or in one that shows the file already. */
  private open(uri: unknown): PreviewPanel | undefined {
    const document = window.activeTextEditor?.document;
    const address = askedAddress(uri) ?? (isLetter(document) ? document?.uri.toString() : undefined);
    if (address === undefined) return undefined;
    const all = [...this.panels.values()];
    const shown = all.find((panel) => panel.address === address) ?? all.find((panel) => !panel.locked);
    if (shown) {
      shown.show(address);
      shown.panel.reveal(undefined, true);
      return shown;
    }
    const panel = window.createWebviewPanel(
      viewType,
      'Preview',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    return this.add(panel, { uri: address, locked: false, masked: false });
  }

  private add(webview: WebviewPanel, saved: { uri: string; locked: boolean; masked: boolean }): PreviewPanel {
    const panel = new PreviewPanel(webview, this.context.extensionUri, saved, {
      background: this.background,
      client: () => this.client,
      caseOf: (uri) => this.caseOf(uri),
      onMessage: (from, message) => {
        this.background.run(this.receive(from, message));
      },
      isFolded: () => this.context.globalState.get(foldedKey) === true,
      fold: (on) => {
        this.background.run(this.context.globalState.update(foldedKey, on));
      },
      onShown: () => {
        this.position.begin();
      },
    });
    this.panels.set(panel.id, panel);
    this.onPanel();
    webview.onDidDispose(() => {
      panel.dispose();
      this.panels.delete(panel.id);
      if (this.withMenu === panel) this.withMenu = undefined;
    });
    return panel;
  }

  private async receive(panel: PreviewPanel, message: FromPage): Promise<void> {
    if (message.type === 'export') return commands.executeCommand(exportCommand);
    if (message.type === 'menu') {
      this.withMenu = panel;
      return;
    }
    if (message.type === 'pages') return this.showPages(panel, message.version);
    if (message.type !== 'copy-text') return this.position.followPaper(panel, message);
    const text = await this.client?.sendRequest<string | null>(previewTextRequest, { panel: panel.id });
    if (typeof text !== 'string') return;
    await env.clipboard.writeText(text);
    window.setStatusBarMessage('LMN: the letter is copied as plain text.', 4000);
  }

  private async showPages(panel: PreviewPanel, version: number): Promise<void> {
    const params: PreviewPagesParams = { panel: panel.id, version };
    if (!this.client?.isRunning()) return;
    const pages = await this.client.sendRequest<PreviewPages | null>(previewPagesRequest, params);
    if (pages) panel.showPages(pages);
  }

  /** The panels that are not locked show the letter of the active editor. */
  private followEditor(editor: TextEditor): void {
    const { document } = editor;
    const uri = document.uri.toString();
    if (!isLetter(document) || this.position.openedFromPaper === uri) return;
    this.position.openedFromPaper = undefined;
    for (const panel of this.panels.values()) {
      if (!panel.locked && panel.address !== uri) panel.show(uri);
    }
  }

  private async pickCase(): Promise<void> {
    const uri = this.activePanel()?.address ?? window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || !this.client) return;
    const cases = await this.client.sendRequest<string[]>(previewCasesRequest, { uri });
    const madeUp = {
      label: 'Made-up values',
      description: 'shows the template as if every fact were given',
      uri: undefined,
    };
    const picks = cases.map((one) => ({ label: workspace.asRelativePath(Uri.parse(one)), description: '', uri: one }));
    const picked = await window.showQuickPick([madeUp, ...picks], {
      title: 'Preview the template with',
      placeHolder: cases.length === 0 ? 'No case uses this template yet' : 'A case that uses it, or made-up values',
    });
    if (!picked) return;
    await this.context.workspaceState.update(caseKey(uri), picked.uri);
    this.open(uri);
  }

  /** What the preview that has the focus shows. */
  get activeSource(): ExportSource | undefined {
    const panel = this.activePanel();
    if (!panel) return undefined;
    const caseUri = this.caseOf(panel.address);
    return {
      uri: panel.address,
      ...(caseUri !== undefined && { caseUri }),
      goTo: (place) => this.position.open(panel, place),
    };
  }

  /** The section of the paper on which a click with the right button was made; undefined for any other argument of a command. */
  sectionAt(clicked: unknown): ShownSection | undefined {
    const section =
      typeof clicked === 'object' && clicked !== null && 'section' in clicked ? clicked.section : undefined;
    const panel = this.withMenu;
    if (!panel || typeof section !== 'number') return undefined;
    return { panel: panel.id, uri: panel.address, section, goTo: (place) => this.position.open(panel, place) };
  }

  private caseOf(template: string): string | undefined {
    return this.context.workspaceState.get<string>(caseKey(template));
  }

  private activePanel(): PreviewPanel | undefined {
    return [...this.panels.values()].find(({ panel }) => panel.active);
  }

  dispose(): void {
    for (const one of [...this.subscriptions, ...this.panels.values()]) one.dispose();
  }
}

/** Whether the checklist is folded: a taste, and nothing of a letter. */
const foldedKey = 'lmn.preview.isChecklistFolded';

function caseKey(template: string): string {
  return `lmn.preview.case ${template}`;
}

/** Cases and templates become letters; of policies, kinds and vocabularies there is none, and a paper in sight stays. */
function isLetter(document: TextDocument | undefined): boolean {
  if (document?.languageId !== 'lmn') return false;
  for (let line = 0; line < Math.min(document.lineCount, 200); line++) {
    const text = document.lineAt(line).text.trim();
    if (text !== '' && !text.startsWith('//')) return !/^(?:policy|kind|vocabulary)\b/i.test(text);
  }
  return true;
}
