import {
  type Disposable,
  Position,
  Range,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FromPage,
  type PlaceOnPanel,
  type Position as PlacePosition,
  previewAskRequest,
  type PreviewElementsParams,
  previewElementsRequest,
  previewGapRequest,
  type PreviewPlace,
  previewSourceRequest,
  previewVisibleRequest,
} from '../../../server/src/preview-protocol.js';
import type { Background } from '../background.js';
import { goToPlace } from '../go-to-place.js';
import { EditorAfterClick } from './editor-after-click.js';
import { Latest } from './latest.js';
import type { PreviewPanel } from './preview-panel.js';

/** An editor that was scrolled for the paper must not scroll the paper back; milliseconds until its event has come. */
const settling = 400;
/** A window that opens lays out its editors, which is nobody's scrolling: a paper that comes back stays where it was. */
const opening = 2000;
/** A letter that takes longer is said to be worked on; milliseconds. */
const longWork = 700;

/** Keeps text and paper at the same place, in both directions. */
export class PaperPosition implements Disposable {
  /** The file that a click on the paper opened: following it would take the letter away. */
  openedFromPaper: string | undefined;
  private readonly cursor: Latest;
  private readonly scroll: Latest;
  private readonly editor: EditorAfterClick;
  private readonly subscriptions: Disposable[];
  private quietUntil = 0;
  /** Files whose first line was in sight when their editor was last scrolled. */
  private readonly atTop = new Set<string>();

  constructor(
    private readonly client: () => BaseLanguageClient | undefined,
    private readonly panels: () => Iterable<PreviewPanel>,
    background: Background,
  ) {
    this.cursor = new Latest(background);
    this.scroll = new Latest(background);
    this.editor = new EditorAfterClick(background);
    this.subscriptions = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.followCursor(textEditor);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.followScroll(textEditor);
      }),
    ];
  }

  /** A letter begins to be shown. */
  begin(): void {
    this.quietUntil = Date.now() + opening;
    if (window.activeTextEditor) this.followCursor(window.activeTextEditor, false);
  }

  /** Marks on all papers in sight what the editor's cursor is in. */
  followCursor(editor: TextEditor, reveal = true): void {
    if (editor.document.languageId !== 'lmn') return;
    this.cursor.run(async () => {
      const shown = this.visiblePanels();
      const slow = setTimeout(() => {
        for (const panel of shown) panel.setState('working', 'Updating\u2026');
      }, longWork);
      try {
        for (const panel of shown) {
          const { active } = editor.selection;
          const place = await this.placeOn(panel, editor, active);
          panel.markCursor(place, reveal);
          // Nothing of a file's first line is printed: its letter begins there.
          if (reveal && active.line === 0 && place.elements.length === 0 && isShown(panel, editor)) panel.showTop();
        }
      } finally {
        clearTimeout(slow);
      }
      for (const panel of shown) panel.setState('current');
    });
  }

  private followScroll(editor: TextEditor): void {
    if (editor.document.languageId !== 'lmn' || Date.now() < this.quietUntil) return;
    this.scroll.run(async () => {
      const [first] = editor.visibleRanges;
      const uri = editor.document.uri.toString();
      if (!first) return;
      const isAtTop = first.start.line === 0;
      const comesToTop = isAtTop && !this.atTop.has(uri);
      if (isAtTop) this.atTop.add(uri);
      else this.atTop.delete(uri);
      for (const panel of this.visiblePanels()) {
        if (panel.address !== uri) continue;
        if (comesToTop) panel.showTop();
        else {
          panel.scrollTo((await this.placeOn(panel, editor, first.start, first.end.line)).elements);
        }
      }
    });
  }

  /** What the reader did on the paper. */
  async followPaper(panel: PreviewPanel, message: FromPage): Promise<void> {
    const client = this.client();
    if (!client?.isRunning()) return;
    const asked = { panel: panel.id };
    switch (message.type) {
      case 'source':
        await this.open(
          panel,
          await client.sendRequest<PreviewPlace | null>(previewSourceRequest, { ...asked, element: message.element }),
        );
        break;
      case 'gap':
        await this.open(
          panel,
          await client.sendRequest<PreviewPlace | null>(previewGapRequest, { ...asked, gap: message.gap }),
        );
        break;
      case 'ask': {
        const { ask, to } = message;
        await this.open(panel, await client.sendRequest<PreviewPlace | null>(previewAskRequest, { ...asked, ask, to }));
        break;
      }
      case 'scrolled': {
        const { first, last } = message;
        const params = { ...asked, first, last };
        this.reveal(panel, await client.sendRequest<PlacePosition | null>(previewVisibleRequest, params));
        break;
      }
      default:
    }
  }

  /** Shows a place in an editor, beside the paper. */
  async open(panel: PreviewPanel, place: PreviewPlace | null): Promise<void> {
    if (!place) return;
    const document = await workspace.openTextDocument(Uri.parse(place.uri));
    if (place.uri !== panel.address) this.openedFromPaper = place.uri;
    const editor = await this.editor.show(document, this.columnFor(panel, place.uri), panel.panel.viewColumn);
    await goToPlace(editor, place);
  }

  /** Where the file is in sight already; else beside the paper, never over it. */
  private columnFor(panel: PreviewPanel, uri: string): ViewColumn {
    const editors = window.visibleTextEditors.filter((editor) => editor.viewColumn !== undefined);
    const shown =
      editors.find((editor) => editor.document.uri.toString() === uri) ??
      editors.find((editor) => editor.document.languageId === 'lmn' && editor.viewColumn !== panel.panel.viewColumn);
    if (shown?.viewColumn !== undefined) return shown.viewColumn;
    return panel.panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  }

  private reveal(panel: PreviewPanel, position: PlacePosition | null): void {
    const editor = window.visibleTextEditors.find((one) => one.document.uri.toString() === panel.address);
    if (!position || !editor) return;
    const place = new Position(position.line, position.character);
    if (editor.visibleRanges.some((range) => range.contains(place))) return;
    this.quietUntil = Date.now() + settling;
    editor.revealRange(new Range(place, place), TextEditorRevealType.AtTop);
  }

  private async placeOn(
    panel: PreviewPanel,
    editor: TextEditor,
    { line, character }: Position,
    until?: number,
  ): Promise<PlaceOnPanel> {
    const client = this.client();
    if (!client?.isRunning()) return { elements: [], asks: [] };
    const params: PreviewElementsParams = {
      panel: panel.id,
      uri: editor.document.uri.toString(),
      position: { line, character },
      ...(until !== undefined && { until }),
    };
    return client.sendRequest<PlaceOnPanel>(previewElementsRequest, params);
  }

  private visiblePanels(): PreviewPanel[] {
    return [...this.panels()].filter((panel) => panel.isVisible);
  }

  dispose(): void {
    for (const one of [...this.subscriptions, this.editor]) one.dispose();
  }
}

function isShown(panel: PreviewPanel, editor: TextEditor): boolean {
  return panel.address === editor.document.uri.toString();
}
