import { pageBreaks } from './page-breaks.js';

/**
 * Shows where pages will probably end. A heading stays with what it is above, and what fits on a page is not broken in the middle of a line; the
 * printer may still decide otherwise.
 */
export class PageEdges {
  private isWaiting = false;

  constructor(
    private readonly paper: HTMLElement,
    private readonly edges: HTMLElement,
  ) {}

  /** Soon, and once for all updates until then: pages are not measured on every keystroke. */
  update(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    setTimeout(() => {
      this.isWaiting = false;
      this.draw();
    }, 200);
  }

  private draw(): void {
    const blocks = [...this.paper.querySelectorAll<HTMLElement>(':scope > section > *')];
    const paper = this.paper.getBoundingClientRect();
    // Browsers differ in whether boxes within a zoomed element count in its own pixels.
    const scale = this.paper.offsetWidth === 0 ? 1 : paper.width / this.paper.offsetWidth;
    const boxes = blocks.map((block) => {
      const box = block.getBoundingClientRect();
      return {
        top: (box.top - paper.top) / scale,
        bottom: (box.bottom - paper.top) / scale,
        staysWithNext: /^H[1-6]$/.test(block.tagName) || block.nextElementSibling?.matches('.signature') === true,
        isWhole: block.matches('.signature, .enclosures, .copies, .letterhead'),
      };
    });
    const breaks = pageBreaks(boxes);
    if (breaks.length === this.edges.childElementCount) {
      for (const [index, top] of breaks.entries()) setTop(this.edges.children[index], top);
      return;
    }
    this.edges.replaceChildren(...breaks.map((top, index) => edge(top, index + 2)));
  }
}

function edge(top: number, page: number): HTMLElement {
  const line = document.createElement('div');
  line.className = 'edge';
  const label = document.createElement('span');
  label.textContent = `Page ${String(page)} begins about here (estimated)`;
  line.append(label);
  setTop(line, top);
  return line;
}

function setTop(line: Element | undefined, top: number): void {
  if (line instanceof HTMLElement) line.style.top = `${String(Math.round(top))}px`;
}
