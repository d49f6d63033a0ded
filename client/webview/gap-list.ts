import type { LetterPatch, LetterStatus, ListedAsks } from '../../server/src/preview-protocol.js';
import { say } from './host.js';

/** What the letter lacks, above the paper: how much of it, and each with the way to where it is to be written. */
export class GapList {
  private open = 0;
  private last: { readonly status: LetterStatus; readonly values: LetterPatch['values'] } | undefined;

  constructor(
    private readonly counts: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly list: HTMLElement,
  ) {
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button) say({ type: 'gap', gap: Number(button.dataset['gap']) });
    });
    list.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event);
    });
  }

  /** What is required of the letter and not met: while there is any, a letter that lacks nothing is not said to be whole. */
  asked({ met, total }: Pick<ListedAsks, 'met' | 'total'>): void {
    this.open = total - met;
    if (this.last) this.tell(this.last.status, this.last.values);
  }

  show(status: LetterStatus, values: LetterPatch['values']): void {
    this.last = { status, values };
    this.tell(status, values);
    const { gaps } = status;
    this.panel.hidden = gaps.length === 0;
    // Only while the reader is in the list: the focus may long be back in the text.
    const active = document.hasFocus() ? document.activeElement : null;
    const focused = active instanceof HTMLElement ? active.dataset['gap'] : undefined;
    this.list.replaceChildren(...gaps.map((gap, index) => item(gap.what, gap.why, index)));
    if (focused !== undefined) this.buttons()[Math.min(Number(focused), gaps.length - 1)]?.focus();
  }

  private tell({ given, total, unwritten, gaps }: LetterStatus, values: LetterPatch['values']): void {
    const facts = total === 0 ? [] : [`${String(given)} of ${String(total)} facts`];
    const sections =
      unwritten === 0 ? [] : [`${String(unwritten)} ${unwritten === 1 ? 'section' : 'sections'} missing`];
    const words = [...facts, ...sections].join(' \u00b7 ') || `${String(gaps.length)} missing`;
    const asked =
      this.open === 0
        ? 'Nothing is missing'
        : `${String(this.open)} ${this.open === 1 ? 'criterion' : 'criteria'} not met yet`;
    const all = values === 'made-up' ? 'A template' : gaps.length === 0 ? asked : words;
    // It is read out when it changes, so it is only touched then.
    if (this.counts.textContent !== all) this.counts.textContent = all;
  }

  clear(): void {
    this.last = undefined;
    this.open = 0;
    this.counts.textContent = '';
    this.panel.hidden = true;
    this.list.replaceChildren();
  }

  private move(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  }

  private buttons(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('button')];
  }
}

function item(what: string, why: string, index: number): HTMLElement {
  const entry = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['gap'] = String(index);
  button.textContent = what;
  const reason = document.createElement('span');
  reason.className = 'why';
  reason.textContent = ` ${why}`;
  entry.append(button, reason);
  return entry;
}
