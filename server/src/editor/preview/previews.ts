import { DocumentState } from 'langium';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { isShipped } from '../../language/shipped-text.js';
import {
  type LetterFileParams,
  type PanelParams,
  type PlaceOnPanel,
  type PreviewAskParams,
  previewAskRequest,
  previewCasesRequest,
  type PreviewElementsParams,
  previewElementsRequest,
  type PreviewGapParams,
  previewGapRequest,
  previewHideNotification,
  type PreviewPages,
  previewPagesRequest,
  type PreviewPagesParams,
  previewShowNotification,
  type PreviewShowParams,
  previewShownNotification,
  type PreviewShownParams,
  type PreviewSourceParams,
  previewSourceRequest,
  previewTextRequest,
  previewUpdateNotification,
  type PreviewVisibleParams,
  previewVisibleRequest,
} from '../../preview-protocol.js';
import type { DocumentWriters } from '../../export/letter-writers.js';
import type { SetOptions } from '../../lint/rule-options.js';
import { remember } from '../../remember.js';
import type { ChangedDeadlines } from '../../requirements/checklist.js';
import { deadline as deadlineRule, lengthSet } from '../../rules/deadline.js';
import { renderText } from '../../render/text.js';
import type { Background } from '../background.js';
import { LetterDocumentBuilder } from '../workspace/letter-builder.js';
import { LetterPictures } from '../pictures.js';
import type { LmnLanguageServer } from '../services.js';
import { type PanelSettings, PreviewPanel } from './preview-panel.js';
import { casesIn } from '../letters/case-files.js';
import { LetterFinder } from '../letters/letter-finder.js';
import { ShownPlaces } from './shown-places.js';

/** Keeps the previews of the editor current, and answers what they ask; what they ask about places, `ShownPlaces` knows. */
export class Previews {
  private readonly panels = new Map<string, PreviewPanel>();
  private readonly pictures: LetterPictures;
  private readonly background: Background;

  constructor(
    private readonly connection: Connection,
    private readonly server: LmnLanguageServer,
    private readonly writers: DocumentWriters | undefined,
  ) {
    const { DocumentBuilder } = server.shared.workspace;
    this.background = server.lmn.letters.Background;
    const { Port, Workspaces } = server.lmn.letters;
    this.pictures = new LetterPictures(Port, (uri) => Workspaces.folderOf(uri));
    // As early as the letter can be made: diagnostics come after the paper.
    DocumentBuilder.onBuildPhase(DocumentState.ComputedScopes, () => {
      this.refresh();
    });
    if (DocumentBuilder instanceof LetterDocumentBuilder) {
      DocumentBuilder.onUpdated(() => {
        this.refresh();
      });
    }
  }

  /** Registers all that the client may say. */
  listen(): void {
    const { connection } = this;
    connection.onNotification(previewShowNotification, (params: PreviewShowParams) => {
      this.show(params);
    });
    connection.onNotification(previewHideNotification, ({ panel }: PanelParams) => {
      this.hide(panel);
    });
    connection.onNotification(previewShownNotification, ({ panel, version }: PreviewShownParams) => {
      this.background.run('Showing a letter', () => this.panels.get(panel)?.confirm(version));
    });
    connection.onRequest(
      previewSourceRequest,
      this.onceCurrent(({ panel, element }: PreviewSourceParams) => this.placesOn(panel)?.source(element) ?? null),
    );
    connection.onRequest(
      previewGapRequest,
      this.onceCurrent(({ panel, gap }: PreviewGapParams) => this.placesOn(panel)?.lack(gap) ?? null),
    );
    connection.onRequest(
      previewAskRequest,
      this.onceCurrent((params: PreviewAskParams) => this.placesOn(params.panel)?.ask(params) ?? null),
    );
    connection.onRequest(
      previewElementsRequest,
      this.onceCurrent(
        (params: PreviewElementsParams): PlaceOnPanel =>
          this.placesOn(params.panel)?.elements(params) ?? { elements: [], asks: [] },
      ),
    );
    connection.onRequest(
      previewVisibleRequest,
      this.onceCurrent((params: PreviewVisibleParams) => {
        const uri = this.panels.get(params.panel)?.params.uri;
        return uri === undefined ? null : (this.placesOn(params.panel)?.visible(params, uri) ?? null);
      }),
    );
    connection.onRequest(
      previewPagesRequest,
      this.onceCurrent((params: PreviewPagesParams) => this.pages(params)),
    );
    connection.onRequest(previewTextRequest, async ({ panel }: PanelParams, token: CancellationToken) => {
      await this.settled(token);
      const letter = await this.panels.get(panel)?.newest();
      return letter ? renderText(letter) : null;
    });
    connection.onRequest(previewCasesRequest, async ({ uri }: LetterFileParams, token: CancellationToken) => {
      await this.settled(token);
      return this.casesOf(uri);
    });
  }

  /** Answers a request about places on a panel's paper when the paper is that of the newest text: its places are then those of the text. */
  private onceCurrent<P extends PanelParams, T>(answer: (params: P) => T) {
    return async (params: P, token: CancellationToken): Promise<T> => {
      await this.settled(token);
      await this.panels.get(params.panel)?.whenCurrent();
      return answer(params);
    };
  }

  private show(params: PreviewShowParams): void {
    this.hide(params.panel);
    this.pictures.readAgain();
    const panel = new PreviewPanel(
      params,
      new LetterFinder(this.server.lmn),
      this.pictures,
      (uri) => this.settingsFor(uri),
      (update) => {
        this.background.run('Showing a letter', () =>
          this.connection.sendNotification(previewUpdateNotification, update),
        );
      },
      (error) => {
        this.background.failed('Following the text in a preview', error);
      },
    );
    this.panels.set(params.panel, panel);
    this.background.run('Showing a letter', async () => {
      // A document that has only just been opened has no tree yet.
      await this.settled(CancellationToken.None);
      await panel.refresh();
    });
  }

  private async settingsFor(uri: string): Promise<PanelSettings> {
    const { Config } = this.server.lmn.letters;
    await Config.load(uri);
    const set = Config.settingsFor(uri).options[deadlineRule.id] ?? nothingSet;
    return { paper: Config.paperFor(uri), deadlines: deadlinesIn(set) };
  }

  /** Where the pages begin, as the PDF has them; of a masked panel, those of the masked letter. */
  private async pages({ panel, version }: PreviewPagesParams): Promise<PreviewPages | null> {
    const found = this.panels.get(panel);
    if (!this.writers || !found?.shown || found.version !== version) return null;
    const { letter, sections, paper, subject } = found.shown;
    try {
      const picture = this.pictures.sourceFor(subject.file.uri);
      const { starts } = await this.writers.layOut(letter, { paper, picture });
      return {
        version,
        starts: starts.flatMap(({ section, block, letters }) => {
          const shown = sections[section];
          return shown ? [{ section: shown.id, block, letters }] : [];
        }),
      };
    } catch (error) {
      this.background.failed('Laying out the pages of a preview', error);
      return null;
    }
  }

  private hide(panel: string): void {
    this.panels.get(panel)?.close();
    this.panels.delete(panel);
  }

  /** What was typed before a request is on the paper when it is answered. */
  private settled(token: CancellationToken): Promise<void> {
    return this.server.shared.workspace.DocumentBuilder.waitUntil(DocumentState.ComputedScopes, token);
  }

  private placesOn(panel: string): ShownPlaces | undefined {
    const shown = this.panels.get(panel)?.shown;
    return shown && new ShownPlaces(shown, this.server.shared.workspace.LangiumDocuments);
  }

  private refresh(): void {
    for (const panel of this.panels.values()) this.background.run('Showing a letter', () => panel.refresh());
  }

  /** Of a template that ships, the cases of all workspaces. */
  private casesOf(uri: string): string[] {
    const { Workspaces } = this.server.lmn.letters;
    const workspaces = isShipped(uri) ? Workspaces.all() : [Workspaces.of(uri)];
    return workspaces
      .flatMap((workspace) => {
        const template = [...workspace.templates.values()].find(({ file }) => file.uri === uri);
        return template ? casesIn(workspace, this.server.lmn).filter((one) => one.template === template.name) : [];
      })
      .map((one) => one.uri)
      .sort();
  }
}

const nothingSet: SetOptions = {};

/** The same object for the same settings. */
const deadlinesIn = remember((set: SetOptions): ChangedDeadlines => {
  return { lengthOf: (filing) => lengthSet(filing, set) };
});
