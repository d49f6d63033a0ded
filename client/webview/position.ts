import type { PaperElement } from '../../server/src/preview-protocol.js';
import { say } from './host.js';
import type { Paper } from './paper.js';

/** Keeps the paper at the place of the text: marks what the cursor is in, and tells what the reader looks at. */
export class PaperPosition {
  private cursor: readonly PaperElement[] = [];
  private marked: HTMLElement[] = [];
  /** Where our own scrolling has put the desk: that must not be taken for the reader's. */
  private ownTop = 0;
  private isWaiting = false;

  constructor(
    private readonly paper: Paper,
    /** What scrolls, and covers the paper at its top by nothing. */
    private readonly desk: HTMLElement,
    private readonly onScroll: () => void,
  ) {
    desk.addEventListener('scroll', () => {
      this.scrolled();
    });
    paper.root.addEventListener('click', (event) => {
      this.clicked(event);
    });
  }

  /** Marks what the cursor is in; with `reveal` brings it into sight, if nothing of it is. */
  setCursor(elements: readonly PaperElement[], reveal: boolean): void {
    this.cursor = elements;
    this.mark();
    if (reveal) this.reveal(this.marked);
  }

  /** Brings one of the elements into sight, if none is. */
  scrollTo(elements: readonly PaperElement[]): void {
    this.reveal(this.found(elements));
  }

  showTop(): void {
    this.desk.scrollTop = 0;
    this.ownTop = 0;
  }

  /** After an update: elements may be others by now. */
  mark(): void {
    const now = this.found(this.cursor);
    for (const old of this.marked) if (!now.includes(old)) setMark(old, false);
    for (const one of now) setMark(one, true);
    this.marked = now;
  }

  private found(elements: readonly PaperElement[]): HTMLElement[] {
    return elements.map((element) => this.paper.elementAt(element)).filter((one) => one !== undefined);
  }

  private reveal(elements: readonly HTMLElement[]): void {
    const [first] = elements;
    const desk = this.desk.getBoundingClientRect();
    const inSight = elements.some((element) => {
      const box = element.getBoundingClientRect();
      return box.bottom > desk.top && box.top < desk.bottom;
    });
    if (!first || inSight) return;
    // Only the desk scrolls: `scrollIntoView` would move what is around it as well.
    const { top, height } = first.getBoundingClientRect();
    this.desk.scrollTop += top + height / 2 - (desk.top + desk.height / 2);
    this.ownTop = this.desk.scrollTop;
  }

  private scrolled(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.onScroll();
      if (Math.abs(this.desk.scrollTop - this.ownTop) < 2) return;
      const { top, bottom } = this.desk.getBoundingClientRect();
      const blocks = this.paper.visible(top, bottom);
      if (blocks) say({ type: 'scrolled', ...blocks });
    });
  }

  /** A click goes to where the words are written; one that ends a selection, or opens a link, does not. */
  private clicked({ target }: MouseEvent): void {
    if (!(target instanceof Node) || document.getSelection()?.isCollapsed === false) return;
    if (target instanceof Element && target.closest('a')) return;
    const element = this.paper.placeOf(target);
    if (element) say({ type: 'source', element });
  }
}

function setMark(element: HTMLElement, on: boolean): void {
  element.classList.toggle('at-cursor', on);
  if (element.className === '') element.removeAttribute('class');
}
