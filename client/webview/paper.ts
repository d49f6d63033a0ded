import morphdom from 'morphdom';
import type { BlockPatch, LetterPatch, PaperBlock, PaperElement } from '../../server/src/preview-protocol.js';

/** The letter on the page. Its HTML comes from the server, which has escaped every word of it. */
export class Paper {
  private readonly sections = new Map<number, HTMLElement>();

  constructor(readonly root: HTMLElement) {}

  /** Changes what differs and leaves the rest of the page alone: a selection and the place on the page stay. */
  apply({ sections }: LetterPatch): void {
    const kept = new Set<number>();
    let last: Element | null = null;
    for (const { id, className, blocks } of sections) {
      const section = this.sections.get(id) ?? this.create(id);
      if (className !== undefined) section.className = className;
      if (blocks) replaceBlocks(section, blocks);
      const place: Element | null = last ? last.nextElementSibling : this.root.firstElementChild;
      if (place !== section) this.root.insertBefore(section, place);
      last = section;
      kept.add(id);
    }
    for (const [id, section] of this.sections) {
      if (kept.has(id)) continue;
      section.remove();
      this.sections.delete(id);
    }
  }

  clear(): void {
    this.sections.clear();
    this.root.replaceChildren();
  }

  get isEmpty(): boolean {
    return this.sections.size === 0;
  }

  /** The element that holds a block. */
  blockAt({ section, block }: PaperBlock): Element | undefined {
    return this.sections.get(section)?.children[block];
  }

  elementAt({ section, block, mark }: PaperElement): HTMLElement | undefined {
    const parent = this.sections.get(section)?.children[block];
    if (!(parent instanceof HTMLElement)) return undefined;
    const name = String(mark);
    if (parent.dataset['at'] === name) return parent;
    return parent.querySelector<HTMLElement>(`[data-at="${name}"]`) ?? undefined;
  }

  /** The element of the paper that a node of the page is in, if it has a source. */
  placeOf(node: Node): PaperElement | undefined {
    const element = node instanceof Element ? node : node.parentElement;
    const marked = element?.closest<HTMLElement>('[data-at]');
    const place = marked ? this.blockOf(marked) : undefined;
    return place ? { ...place, mark: Number(marked?.dataset['at']) } : undefined;
  }

  /** The first and last block of which something is in sight; undefined where nothing is. */
  visible(top: number, bottom: number): { first: PaperBlock; last: PaperBlock } | undefined {
    let first: PaperBlock | undefined;
    let last: PaperBlock | undefined;
    for (const [section, element] of this.sections) {
      if (!overlaps(element, top, bottom)) continue;
      for (const [block, child] of [...element.children].entries()) {
        if (!overlaps(child, top, bottom)) continue;
        first ??= { section, block };
        last = { section, block };
      }
    }
    return first && last && { first, last };
  }

  private blockOf(element: Element): PaperBlock | undefined {
    const section = element.closest<HTMLElement>('section');
    const id = Number(section?.dataset['section']);
    if (!section || this.sections.get(id) !== section) return undefined;
    const block = [...section.children].findIndex((child) => child.contains(element));
    return block < 0 ? undefined : { section: id, block };
  }

  private create(id: number): HTMLElement {
    const section = document.createElement('section');
    section.dataset['section'] = String(id);
    // VS Code hands this to the commands of the menu that a click with the right button opens.
    section.dataset['vscodeContext'] = JSON.stringify({ webviewSection: 'section', section: id });
    this.sections.set(id, section);
    return section;
  }
}

function replaceBlocks(section: HTMLElement, { start, removed, added }: BlockPatch): void {
  const template = document.createElement('template');
  template.innerHTML = added.join('');
  const now = [...template.content.children];
  const before = [...section.children].slice(start, start + removed);
  const after = section.children[start + removed] ?? null;
  const same = Math.min(before.length, now.length);
  for (let index = 0; index < same; index++) {
    const [old, changed] = [before[index], now[index]];
    if (old && changed) morphdom(old, changed);
  }
  for (const old of before.slice(same)) old.remove();
  for (const one of now.slice(same)) section.insertBefore(one, after);
}

function overlaps(element: Element, top: number, bottom: number): boolean {
  const box = element.getBoundingClientRect();
  return box.bottom > top && box.top < bottom;
}
