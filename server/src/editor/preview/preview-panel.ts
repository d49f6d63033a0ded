import { completenessOf } from '../../letter/completeness.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { FileSubject } from '../../letter/subjects.js';
import type {
  LetterPatch,
  LetterStatus,
  ListedAsks,
  PaperLook,
  PreviewProblem,
  PreviewShowParams,
  PreviewUpdate,
} from '../../preview-protocol.js';
import { type Paper, paperSizes } from '../../paper.js';
import { letterClass } from '../../render/html-style.js';
import { lackWords } from '../../render/lack-words.js';
import { LetterMask } from '../../render/mask/letter-mask.js';
import { MarkedSections } from '../../render/marked-sections.js';
import type { LetterPictures } from '../pictures.js';
import type { ChangedDeadlines, Checklist } from '../../requirements/checklist.js';
import { checklistFor, listedAsks } from './checklist.js';
import { patchSections, SectionNumbers, type ShownSection } from './patch-sections.js';
import type { LetterFinder, PreviewedLetter } from '../letters/letter-finder.js';

/** What a panel's page shows, as far as the server has sent it. */
export interface ShownLetter {
  /** As the page shows it: masked, where the panel is. It lacks the same as the subject's own letter, in the same order. */
  readonly letter: ResolvedLetter;
  readonly subject: FileSubject;
  readonly sections: readonly ShownSection[];
  readonly paper: Paper;
  readonly checklist: Checklist;
}

/** What is set for the letter's folder. */
export interface PanelSettings {
  readonly paper: Paper;
  /** The same object as long as it says the same. */
  readonly deadlines: ChangedDeadlines;
}

/**
 * One preview. Sends the whole letter once, then what changes in it: one update at a time, made of the newest text when the page
 * has shown the last one.
 */
export class PreviewPanel {
  /** Undefined before the first update, and where there is no letter. */
  shown: ShownLetter | undefined;
  private readonly numbers = new SectionNumbers();
  private readonly printed = new MarkedSections();
  private readonly mask = new LetterMask();
  /** Of the last update that was sent. */
  version = 0;
  private confirmed = 0;
  private lastStatus = '';
  private lastPaper = '';
  private lastAsks: ListedAsks | undefined;
  private lastProblem: string | undefined;
  private isStale = false;
  private isWorking = false;
  private isClosed = false;
  private waiting: (() => void)[] = [];

  constructor(
    readonly params: PreviewShowParams,
    private readonly finder: LetterFinder,
    private readonly pictures: LetterPictures,
    private readonly settingsFor: (uri: string) => Promise<PanelSettings>,
    private readonly send: (update: PreviewUpdate) => void,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Shows the newest text, as soon as the page is done with the last update. */
  async refresh(): Promise<void> {
    this.isStale = true;
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      while (this.isStale && !this.isClosed && this.confirmed === this.version) {
        this.isStale = false;
        await this.update();
      }
    } finally {
      this.isWorking = false;
      if (!this.isStale || this.isClosed) this.release();
    }
  }

  /** Resolves once the newest text has been sent: what `shown` says is then what the page has, or is about to have. */
  whenCurrent(): Promise<void> {
    if (this.isClosed || !(this.isStale || this.isWorking)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The letter of the newest text, masked where the panel is, whatever the page shows; undefined where there is none. */
  async newest(): Promise<ResolvedLetter | undefined> {
    const found = await this.finder.find(this.params.uri, this.params.caseUri);
    return typeof found === 'string' ? undefined : this.printedOf(found).letter;
  }

  /** The page shows an update. */
  async confirm(version: number): Promise<void> {
    if (version > this.version || version < this.confirmed) return;
    this.confirmed = version;
    if (this.isStale) await this.refresh();
  }

  /** Nothing more is computed or sent. */
  close(): void {
    this.isClosed = true;
    this.release();
  }

  private release(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private async update(): Promise<void> {
    try {
      const found = await this.finder.find(this.params.uri, this.params.caseUri);
      const settings = await this.settingsFor(typeof found === 'string' ? this.params.uri : found.subject.file.uri);
      if (this.isClosed) return;
      if (typeof found === 'string') {
        this.shown = undefined;
        this.sendProblem({ kind: 'problem', message: found, keepsPaper: false });
        return;
      }
      const { letter, values } = this.printedOf(found);
      this.sendLetter(letter, found, values, settings);
      if (await this.pictures.whenRead()) this.isStale = true;
    } catch (error) {
      this.fail(error);
      this.sendProblem({
        kind: 'problem',
        message:
          'The preview could not follow the text, because of a fault in LMN. The paper shows an older state of the letter.',
        keepsPaper: true,
      });
    }
  }

  private printedOf(found: PreviewedLetter): { letter: ResolvedLetter; values: LetterPatch['values'] } {
    const values = found.isMadeUp ? 'made-up' : this.params.masked ? 'masked' : 'case';
    return { letter: values === 'masked' ? this.mask.of(found.letter) : found.letter, values };
  }

  private sendLetter(
    letter: ResolvedLetter,
    found: PreviewedLetter,
    values: LetterPatch['values'],
    { paper, deadlines }: PanelSettings,
  ): void {
    const { subject } = found;
    const marked = this.printed.of(letter, this.pictures.sourceFor(subject.file.uri), this.templateShown(letter));
    const sections = this.numbers.number(marked);
    const status = statusOf(letter);
    const statusText = JSON.stringify(status);
    const patch = patchSections(this.shown?.sections ?? [], sections);
    const isFirst = this.shown === undefined;
    const checklist = checklistFor(subject, values, deadlines);
    const asks = listedAsks(checklist, values === 'masked');
    const isOtherList = asks !== this.lastAsks;
    this.lastAsks = asks;
    this.shown = { letter, subject, sections, paper, checklist };
    const look = lookOf(paper);
    const lookText = JSON.stringify(look);
    const isOtherPaper = lookText !== this.lastPaper;
    this.lastPaper = lookText;
    const isSame =
      !isFirst &&
      !patch &&
      !isOtherPaper &&
      !isOtherList &&
      statusText === this.lastStatus &&
      this.lastProblem === undefined;
    this.lastProblem = undefined;
    if (isSame) return;
    const changed = statusText === this.lastStatus ? undefined : status;
    this.lastStatus = statusText;
    this.sendUpdate({
      kind: 'letter',
      sections: patch ?? sections.map(({ id }) => ({ id })),
      values,
      ...(changed && { status: changed }),
      ...(isOtherList && { asks }),
      ...(isOtherPaper && { paper: look }),
    });
  }

  /** The template that is shown, be it with a case's values: undefined where a case is. */
  private templateShown({ case: { standing } }: ResolvedLetter): string | undefined {
    return standing?.files.some(({ uri }) => uri === this.params.uri) ? this.params.uri : undefined;
  }

  private sendProblem(problem: PreviewProblem): void {
    if (this.lastProblem === problem.message) return;
    this.lastProblem = problem.message;
    this.lastStatus = '';
    this.lastAsks = undefined;
    this.sendUpdate(problem);
  }

  private sendUpdate(letter: PreviewUpdate['letter']): void {
    this.version++;
    this.send({ panel: this.params.panel, version: this.version, letter });
  }
}

function lookOf(paper: Paper): PaperLook {
  const { width, height } = paperSizes[paper.size];
  return { width, height, margins: paper.margins, fontSize: paper.fontSize, className: letterClass(paper) };
}

function statusOf(letter: ResolvedLetter): LetterStatus {
  const { given, total, unwritten } = completenessOf(letter);
  return { given, total, unwritten: unwritten.length, gaps: letter.lacks.map((lack) => lackWords(lack, letter)) };
}
