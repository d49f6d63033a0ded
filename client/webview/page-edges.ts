import type { PageStart, PreviewPages } from '../../server/src/preview-protocol.js';
import { say } from './host.js';
import { letterAfter } from './letter-place.js';
import { pageBreaks } from './page-breaks.js';
import type { Paper } from './paper.js';

/** After the last update, in milliseconds: until edges are estimated, and until the server is asked where they are. */
const untilEstimate = 200;
const untilAsked = 600;

/**
 * Shows where pages begin: as the PDF has them, once nothing was typed for a while; until then, and where no PDF is made, about there: a heading stays with what
 * it is above, and what fits on a page is not broken.
 */
export class PageEdges {
  /** Between the margins, in CSS pixels. */
  pageHeight = 9 * 96;
  private version = 0;
  private isEstimateDue = false;
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly paper: Paper,
    private readonly edges: HTMLElement,
  ) {}

  /** The paper shows an update: soon its edges are shown, once for all updates until then. */
  update(version: number): void {
    this.version = version;
    if (!this.isEstimateDue) {
      this.isEstimateDue = true;
      setTimeout(() => {
        this.isEstimateDue = false;
        this.estimate();
      }, untilEstimate);
    }
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      say({ type: 'pages', version });
    }, untilAsked);
  }

  /** Where the PDF of an update has its pages; those of an older one are passed over. */
  show({ version, starts }: PreviewPages): void {
    if (version !== this.version) return;
    const tops = starts.map((start) => this.topOf(start)).filter((top) => top !== undefined);
    this.draw(tops, (page) => `Page ${String(page)}`);
  }

  private topOf(start: PageStart): number | undefined {
    const block = this.paper.blockAt(start);
    if (!block) return undefined;
    if (start.letters === 0) return this.fromTop(block.getBoundingClientRect().top);
    const [line] = letterAfter(block, start.letters)?.getClientRects() ?? [];
    return line && this.fromTop(line.top);
  }

  private estimate(): void {
    const blocks = [...this.paper.root.querySelectorAll<HTMLElement>(':scope > section > *')];
    const boxes = blocks.map((block) => {
      const box = block.getBoundingClientRect();
      return {
        top: this.fromTop(box.top),
        bottom: this.fromTop(box.bottom),
        staysWithNext: /^H[1-6]$/.test(block.tagName) || block.nextElementSibling?.matches('.signature') === true,
        isWhole: block.matches('.signature, .enclosures, .copies, .letterhead'),
      };
    });
    this.draw(pageBreaks(boxes, this.pageHeight), (page) => `Page ${String(page)} begins about here (estimated)`);
  }

  /** From the paper's top in its own pixels: browsers differ in whether boxes within a zoomed element count in those. */
  private fromTop(top: number): number {
    const { root } = this.paper;
    const box = root.getBoundingClientRect();
    const scale = root.offsetWidth === 0 ? 1 : box.width / root.offsetWidth;
    return (top - box.top) / scale;
  }

  private draw(tops: readonly number[], nameOf: (page: number) => string): void {
    const isOther = tops.length !== this.edges.childElementCount;
    if (isOther) this.edges.replaceChildren(...tops.map(() => emptyEdge()));
    for (const [index, top] of tops.entries()) {
      const line = this.edges.children[index];
      if (!(line instanceof HTMLElement)) continue;
      line.style.top = `${String(Math.round(top))}px`;
      const name = nameOf(index + 2);
      const label = line.firstElementChild;
      if (label && label.textContent !== name) label.textContent = name;
    }
  }
}

function emptyEdge(): HTMLElement {
  const line = document.createElement('div');
  line.className = 'edge';
  line.append(document.createElement('span'));
  return line;
}
