import { DocumentState, URI } from 'langium';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isShipped } from '../../language/shipped-text.js';
import { type PlaceInFile, placeInLetter, placeOfClause } from '../../fixes/criterion-places.js';
import { writingPlaceOf } from '../../fixes/writing-places.js';
import {
  type LetterFileParams,
  type PaperElement,
  type PanelParams,
  type PlaceOnPanel,
  type Position,
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
  type PreviewPlace,
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
import { neededRanges } from '../../render/lack-words.js';
import { LetterDocumentBuilder } from '../workspace/letter-builder.js';
import { LetterPictures } from '../pictures.js';
import { whereToWrite } from '../where-to-write.js';
import type { LmnLanguageServer } from '../services.js';
import { asksAt } from './checklist.js';
import { elementsAt, firstPrinted, firstVisible, markAt, type Stretch, stretchOf } from './paper-places.js';
import { type PanelSettings, PreviewPanel, type ShownLetter } from './preview-panel.js';
import { casesIn } from '../letters/case-files.js';
import { LetterFinder } from '../letters/letter-finder.js';

/** Keeps the previews of the editor current, and answers what they ask. */
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
      this.onceCurrent(({ panel, element }: PreviewSourceParams) => this.source(panel, element)),
    );
    connection.onRequest(
      previewGapRequest,
      this.onceCurrent(({ panel, gap }: PreviewGapParams): PreviewPlace | null => {
        const shown = this.panels.get(panel)?.shown;
        return shown ? this.lackPlace(gap, shown) : null;
      }),
    );
    connection.onRequest(
      previewAskRequest,
      this.onceCurrent((params: PreviewAskParams) => this.askPlace(params)),
    );
    connection.onRequest(
      previewElementsRequest,
      this.onceCurrent((params: PreviewElementsParams) => this.elements(params)),
    );
    connection.onRequest(
      previewVisibleRequest,
      this.onceCurrent((params: PreviewVisibleParams) => this.visible(params)),
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

  private refresh(): void {
    for (const panel of this.panels.values()) this.background.run('Showing a letter', () => panel.refresh());
  }

  private source(panel: string, element: PaperElement): PreviewPlace | null {
    const shown = this.panels.get(panel)?.shown;
    const mark = shown && markAt(shown.sections, element);
    if (!shown || !mark) return null;
    if (typeof mark.of === 'object') {
      const gap = mark.of;
      return this.lackPlace(
        shown.letter.lacks.findIndex(({ needs }) => needs.some((need) => need.gap === gap)),
        shown,
      );
    }
    const stretch = stretchOf(shown.sections, element);
    return stretch ? this.place(stretch, shown) : null;
  }

  /** Where something that the letter lacks is to be written in the case; else where it is needed. `index`: which of its lacks. */
  private lackPlace(index: number, shown: ShownLetter): PreviewPlace | null {
    const lack = shown.subject.letter?.lacks[index];
    if (!lack) return null;
    const place = writingPlaceOf(lack, shown.subject);
    const [needed] = neededRanges(lack);
    if (!place) return needed ? this.place(needed, shown) : null;
    return this.placeToWrite({ ...place, uri: shown.subject.file.uri }, shown);
  }

  private askPlace({ panel, ask, to }: PreviewAskParams): PreviewPlace | null {
    const shown = this.panels.get(panel)?.shown;
    const line = shown?.checklist.lines[ask];
    if (!shown || !line) return null;
    const inLetter = to === 'letter' ? placeInLetter(line, shown.subject) : undefined;
    const place = inLetter ?? placeOfClause(line);
    return place ? this.placeToWrite(place, shown) : null;
  }

  private placeToWrite(place: PlaceInFile, shown: ShownLetter): PreviewPlace | null {
    const { uri } = place;
    const text = this.textOf(uri, shown);
    return text ? { uri, ...whereToWrite(place, text) } : null;
  }

  private place({ uri, start, end }: Stretch, shown: ShownLetter): PreviewPlace | null {
    const text = this.textOf(uri, shown);
    return text ? { uri, start: text.positionAt(start), end: text.positionAt(end) } : null;
  }

  private elements({ panel, uri, position, until }: PreviewElementsParams): PlaceOnPanel {
    const shown = this.panels.get(panel)?.shown;
    const text = shown && this.textOf(uri, shown);
    if (!text) return { elements: [], asks: [] };
    const { sections, checklist, subject } = shown;
    const offset = text.offsetAt(position);
    const start = text.offsetAt({ line: position.line, character: 0 });
    const end = Math.max(start, text.offsetAt({ line: position.line + 1, character: 0 }) - 1);
    if (until === undefined) {
      const place = { uri, offset, line: { start, end } };
      return {
        elements: elementsAt(sections, place),
        asks: subject.letter ? asksAt(checklist, subject.letter, place) : [],
      };
    }
    const lines = { uri, start, end: text.offsetAt({ line: until + 1, character: 0 }) };
    return { elements: firstPrinted(sections, lines), asks: [] };
  }

  private visible({ panel, first, last }: PreviewVisibleParams): Position | null {
    const found = this.panels.get(panel);
    if (!found?.shown) return null;
    const { uri } = found.params;
    const offset = firstVisible(found.shown.sections, { first, last }, uri);
    return offset === undefined ? null : (this.textOf(uri, found.shown)?.positionAt(offset) ?? null);
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

  /** A file's text as the shown letter was made of it, for positions. */
  private textOf(uri: string, { subject }: ShownLetter): TextDocument | undefined {
    const document = this.server.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    if (document) return document.textDocument;
    const file = subject.file.uri === uri ? subject.file : subject.workspace.get(uri);
    return file && TextDocument.create(uri, 'lmn', 0, file.text);
  }
}

const nothingSet: SetOptions = {};

/** The same object for the same settings. */
const deadlinesIn = remember((set: SetOptions): ChangedDeadlines => {
  return { lengthOf: (filing) => lengthSet(filing, set) };
});
