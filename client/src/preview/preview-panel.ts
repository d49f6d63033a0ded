import { type Disposable, Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FromPage,
  type PaperElement,
  type PlaceOnPanel,
  previewHideNotification,
  previewShowNotification,
  type PreviewPages,
  type PreviewShowParams,
  previewShownNotification,
  type PreviewUpdate,
  type SavedPanel,
  type ToPage,
} from '../../../server/src/preview-protocol.js';
import type { Background } from '../background.js';
import { fontFolder, pageFolder, pageHtml } from './page-html.js';
import { readMessage } from './page-messages.js';

/** What a panel asks of those who know editors. */
export interface PanelHost {
  readonly background: Background;
  readonly client: () => BaseLanguageClient | undefined;
  /** The case that a template is shown with, if one was picked. */
  readonly caseOf: (uri: string) => string | undefined;
  /** Whether the reader keeps the checklist folded, in every preview. */
  readonly isFolded: () => boolean;
  readonly fold: (on: boolean) => void;
  readonly onMessage: (panel: PreviewPanel, message: FromPage) => void;
  /** A letter begins to be shown: the page is empty still. */
  readonly onShown: () => void;
}

/** Which restart of VS Code a panel is of does not matter, only that no two panels of one have the same name. */
let panels = 0;

/** One preview: the page in its webview, and what the server is told of it. */
export class PreviewPanel {
  readonly id = `preview-${String((panels += 1))}`;
  locked: boolean;
  private uri: string;
  private masked: boolean;
  /** The page runs and listens. A hidden panel has none. */
  private isReady = false;
  private wantsChecklist = false;
  private readonly subscriptions: Disposable[];

  constructor(
    readonly panel: WebviewPanel,
    extension: Uri,
    saved: SavedPanel,
    private readonly host: PanelHost,
  ) {
    ({ uri: this.uri, locked: this.locked, masked: this.masked } = saved);
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension), fontFolder(extension)] };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const read = readMessage(message);
        if (read) this.receive(read);
      }),
      panel.onDidChangeViewState(() => {
        // The page of a hidden panel is gone; shown again, it says that it is ready.
        if (!panel.visible) this.hide();
      }),
    ];
    panel.webview.html = pageHtml(panel.webview, extension);
    this.nameTab();
  }

  get address(): string {
    return this.uri;
  }

  get isVisible(): boolean {
    return this.isReady && this.panel.visible;
  }

  /** Shows another file, or the same one anew. */
  show(uri = this.uri): void {
    this.uri = uri;
    this.nameTab();
    if (!this.isReady) return;
    this.postSaved();
    const caseUri = this.host.caseOf(uri);
    const params: PreviewShowParams = {
      panel: this.id,
      uri,
      masked: this.masked,
      ...(caseUri !== undefined && { caseUri }),
    };
    this.tell(previewShowNotification, params);
    this.host.onShown();
  }

  private postSaved(): void {
    const { uri, locked, masked } = this;
    if (this.isReady) this.post({ type: 'show', saved: { uri, locked, masked }, isFolded: this.host.isFolded() });
  }

  update(update: PreviewUpdate): void {
    if (this.isReady) this.post({ type: 'update', update });
  }

  showPages(pages: PreviewPages): void {
    if (this.isReady) this.post({ type: 'pages', pages });
  }

  /** Shows the paper from its beginning. */
  showTop(): void {
    if (this.isVisible) this.post({ type: 'top' });
  }

  markCursor(place: PlaceOnPanel, reveal: boolean): void {
    if (this.isVisible) this.post({ type: 'cursor', place, reveal });
  }

  /** Unfolds the checklist and gives it the focus, at once or when the page is there. */
  showChecklist(): void {
    this.panel.reveal(undefined, false);
    this.wantsChecklist = !this.isReady;
    if (this.isReady) this.post({ type: 'checklist' });
  }

  scrollTo(elements: readonly PaperElement[]): void {
    if (this.isVisible) this.post({ type: 'scroll', elements });
  }

  setState(state: Extract<ToPage, { type: 'state' }>['state'], message = ''): void {
    if (this.isReady) this.post({ type: 'state', state, message });
  }

  setLocked(locked: boolean): void {
    this.locked = locked;
    this.nameTab();
    this.postSaved();
  }

  /** What the panel itself no longer needs; the webview is VS Code's to close. */
  dispose(): void {
    this.hide();
    for (const one of this.subscriptions) one.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.show();
        if (this.wantsChecklist) this.showChecklist();
        break;
      case 'shown':
        this.tell(previewShownNotification, { panel: this.id, version: message.version });
        break;
      case 'mask':
        this.masked = message.on;
        this.show();
        break;
      case 'fold':
        this.host.fold(message.on);
        break;
      case 'lock':
        this.setLocked(message.on);
        break;
      default:
        this.host.onMessage(this, message);
    }
  }

  private hide(): void {
    if (!this.isReady) return;
    this.isReady = false;
    this.tell(previewHideNotification, { panel: this.id });
  }

  private nameTab(): void {
    const name = Uri.parse(this.uri).path.split('/').at(-1) ?? '';
    this.panel.title = this.locked ? `[Preview] ${name}` : `Preview ${name}`;
  }

  private post(message: ToPage): void {
    this.host.background.run(this.panel.webview.postMessage(message));
  }

  private tell(notification: string, params: object): void {
    const client = this.host.client();
    if (client?.isRunning()) this.host.background.run(client.sendNotification(notification, params));
  }
}
