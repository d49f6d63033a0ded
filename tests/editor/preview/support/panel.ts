import {
  type LetterPatch,
  type LetterStatus,
  type ListedAsk,
  type ListedAsks,
  type PaperElement,
  type PlaceOnPanel,
  previewAskRequest,
  type AskPlace,
  previewElementsRequest,
  previewGapRequest,
  previewHideNotification,
  type PreviewPlace,
  type PreviewProblem,
  previewShowNotification,
  type PreviewShowParams,
  previewShownNotification,
  previewSourceRequest,
  previewTextRequest,
  type PreviewUpdate,
  previewUpdateNotification,
} from '../../../../server/src/preview-protocol.js';
import { readHtml } from '../../../render/support/read-html.js';
import type { Session } from '../../../support/session.js';

interface Section {
  readonly id: number;
  className: string;
  readonly blocks: string[];
}

/** A preview's page without a browser: applies the updates, and says that it has. */
export class TestPanel {
  readonly updates: PreviewUpdate[] = [];
  sections: Section[] = [];
  status: LetterStatus | undefined;
  asks: ListedAsks | undefined;
  problem: PreviewProblem | undefined;
  /** False for a page that does not come to show what it got. */
  confirms = true;

  constructor(
    private readonly session: Session,
    readonly name: string,
  ) {
    session.client.onNotification(previewUpdateNotification, (update: PreviewUpdate) => {
      if (update.panel !== name) return;
      this.updates.push(update);
      if (update.letter.kind === 'problem') this.takeProblem(update.letter);
      else this.apply(update.letter);
      if (this.confirms) this.confirm(update.version);
    });
  }

  show(params: Omit<PreviewShowParams, 'panel' | 'masked'> & { masked?: boolean }): void {
    void this.session.client.sendNotification(previewShowNotification, { panel: this.name, masked: false, ...params });
  }

  hide(): void {
    void this.session.client.sendNotification(previewHideNotification, { panel: this.name });
  }

  confirm(version: number): void {
    void this.session.client.sendNotification(previewShownNotification, { panel: this.name, version });
  }

  /** Waits until nothing is on its way any more. */
  async settle(): Promise<void> {
    let count = -1;
    while (count !== this.updates.length) {
      count = this.updates.length;
      await this.session.settle();
      await this.session.client.sendRequest(previewTextRequest, { panel: this.name });
    }
  }

  get html(): string {
    return this.sections.flatMap(({ blocks }) => blocks).join('\n');
  }

  /** The words on the paper. */
  get words(): string {
    return readHtml(this.html).text.replace(/\s+/g, ' ').trim();
  }

  /** The element whose own words are these. */
  elementOf(words: string): PaperElement {
    for (const { id, blocks } of this.sections) {
      for (const [block, html] of blocks.entries()) {
        const found = readHtml(html).elements.find(
          ({ tag, text }) => (tag === 'span' || tag === 'mark') && text === words,
        );
        if (found) return { section: id, block, mark: Number(found.attributes['data-at']) };
      }
    }
    throw new Error(`No element prints "${words}" in: ${this.html}`);
  }

  /** The words of an element. */
  wordsOf({ section, block, mark }: PaperElement): string {
    const html = this.sections.find(({ id }) => id === section)?.blocks[block] ?? '';
    return readHtml(html).elements.find(({ attributes }) => attributes['data-at'] === String(mark))?.text ?? '';
  }

  source(element: PaperElement): Promise<PreviewPlace | null> {
    return this.session.client.sendRequest(previewSourceRequest, { panel: this.name, element });
  }

  gap(what: string): Promise<PreviewPlace | null> {
    const gap = this.status?.gaps.findIndex((one) => one.what.startsWith(what)) ?? -1;
    if (gap < 0) throw new Error(`No gap "${what}" in: ${JSON.stringify(this.status?.gaps)}`);
    return this.session.client.sendRequest(previewGapRequest, { panel: this.name, gap });
  }

  /** All lines of the checklist. */
  get lines(): readonly ListedAsk[] {
    return this.asks?.groups.flatMap((group) => group.asks) ?? [];
  }

  ask(name: string, to: AskPlace = 'letter'): Promise<PreviewPlace | null> {
    const ask = this.lines.findIndex((one) => one.name === name);
    if (ask < 0) throw new Error(`No line "${name}" in: ${JSON.stringify(this.asks)}`);
    return this.session.client.sendRequest(previewAskRequest, { panel: this.name, ask, to });
  }

  async elements(uri: string, line: number, character: number): Promise<readonly PaperElement[]> {
    return (await this.at(uri, line, character)).elements;
  }

  /** What of the panel belongs to a place of a file. */
  at(uri: string, line: number, character: number): Promise<PlaceOnPanel> {
    return this.session.client.sendRequest(previewElementsRequest, {
      panel: this.name,
      uri,
      position: { line, character },
    });
  }

  private takeProblem(problem: PreviewProblem): void {
    this.problem = problem;
    if (!problem.keepsPaper) this.sections = [];
  }

  private apply({ sections, status, asks }: LetterPatch): void {
    this.problem = undefined;
    this.asks = asks ?? this.asks;
    this.status = status ?? this.status;
    const known = new Map(this.sections.map((section) => [section.id, section]));
    this.sections = sections.map(({ id, className, blocks }) => {
      const section = known.get(id) ?? { id, className: '', blocks: [] };
      section.className = className ?? section.className;
      if (blocks) section.blocks.splice(blocks.start, blocks.removed, ...blocks.added);
      return section;
    });
  }
}
